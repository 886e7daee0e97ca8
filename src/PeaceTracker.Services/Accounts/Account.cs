using Microsoft.AspNetCore.Identity;

namespace PeaceTracker.Services.Accounts;

/// <summary>A person who can sign in.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>The name that the board shows beside what the person recorded.</summary>
    public required string DisplayName { get; set; }

    /// <summary>What the person may do.</summary>
    public AccountRole Role { get; set; }

    /// <summary>Since when the account is disabled (UTC); null where it is in use.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }
}

/// <summary>What a person may do; each role may do all that those before it may.</summary>
public enum AccountRole
{
    /// <summary>Read, where reading is not public.</summary>
    Viewer,
    /// <summary>Record and edit what is on the board.</summary>
    Editor,
    /// <summary>Approve or return what an editor submitted.</summary>
    Manager,
    /// <summary>Invite people, change their roles, see the audit.</summary>
    Administrator,
}
