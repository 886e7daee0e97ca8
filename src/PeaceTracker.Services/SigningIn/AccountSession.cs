namespace PeaceTracker.Services.SigningIn;

/// <summary>
/// A session that is open: what its cookie says counts only as long as this row is there. Ending a session deletes it, and with it every copy of
/// the cookie.
/// </summary>
public sealed class AccountSession
{
    /// <summary>The longest time that a session lasts.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Its name, in the cookie too.</summary>
    public required string Id { get; init; }

    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>When it began (UTC).</summary>
    public required DateTime BeganAt { get; init; }

    /// <summary>When a page was last asked for in it (UTC), to within some minutes.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>Whether more than a password was asked for: a code, a passkey, or another service that vouches for the person.</summary>
    public bool SecondFactor { get; set; }

    /// <summary>The network address that it began from; null where none is known.</summary>
    public string? From { get; init; }

    /// <summary>The browser and its system, as far as they say; empty where they don't.</summary>
    public required string Browser { get; init; }
}
