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

    /// <summary>A security stamp that no earlier session has.</summary>
    internal static string NewStamp() => Guid.NewGuid().ToString("N");
}
