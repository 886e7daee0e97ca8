namespace PeaceTracker.Web.Shared;

/// <summary>Who may read.</summary>
public static class ReadingAccess
{
    /// <summary>The setting that closes reading: "SignedIn"; "Public" where it is not set.</summary>
    public const string Setting = "PeaceTracker:Access:Reading";

    /// <summary>
    /// Whether only those who are signed in may read. A setting that can't be read closes: what is meant to be closed must not open by a typing
    /// error.
    /// </summary>
    public static bool IsClosed(IConfiguration configuration) =>
        configuration[Setting] is { Length: > 0 } reading && !string.Equals(reading, "Public", StringComparison.OrdinalIgnoreCase);
}
