using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.Administration;

/// <summary>An administrator's invitation to make an account, by a link that works once.</summary>
public sealed class Invitation
{
    /// <summary>Its number; given by the store.</summary>
    public int Id { get; init; }

    /// <summary>The address of the person invited.</summary>
    public required string Email { get; init; }

    /// <summary>The role that the account will have.</summary>
    public required AccountRole Role { get; init; }

    /// <summary>SHA-256 of the code in the link, as hexadecimal; the code itself is kept nowhere.</summary>
    public required string CodeHash { get; init; }

    /// <summary>Name of the administrator who invited.</summary>
    public required string InvitedBy { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Until when the link works (UTC).</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When the account was made by it, or the invitation taken back (UTC); null while it is open.</summary>
    public DateTime? ClosedAt { get; set; }
}
