using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Changes;

/// <summary>
/// The change, of the whole store, that says that all before it came with the history of one negotiation, from another store. Only there
/// numbers may have gaps: those of the other store's other negotiations. It counts them, so that no further one can go unseen.
/// </summary>
internal static class BroughtHistory
{
    /// <summary>What kind of change it is.</summary>
    public const string What = "history-brought";

    /// <summary>What it says of the changes before it.</summary>
    public static string Summary(string title, long count, long first, long last) => $"{title}: {Words(count, first, last)}";

    /// <summary>Whether it says that of the changes before it; the title may have changed since.</summary>
    public static bool Counts(Change change, long count, long first, long last) =>
        change.Summary.EndsWith(": " + Words(count, first, last), StringComparison.Ordinal);

    private static string Words(long count, long first, long last) =>
        $"brought from another store with its history ({ChainReport.Changes(count, first, last)}).";
}
