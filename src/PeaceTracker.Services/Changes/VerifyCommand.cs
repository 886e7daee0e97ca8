using System.Globalization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Changes;

/// <summary>
/// <c>verify</c> at the command line: whether the database is sound, and the changes of the store fit to one another and to its rows.
/// No server may run on the data folder, which need not be writable and is left as it is.
/// </summary>
public sealed class VerifyCommand(StoreDatabase database)
{
    /// <summary>
    /// Checks the store and says what came of it; returns the exit code: 0 all fits, 1 something does not. Throws
    /// <see cref="StoreRefusal"/> where there is no store that can be read.
    /// </summary>
    public async Task<int> RunAsync(TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        await using var store = await database.OpenStoredAsync(cancellationToken);
        await using var context = store.NewContext();
        if (await database.FaultOfAsync(context, cancellationToken) is { } fault)
        {
            await errors.WriteLineAsync(fault);
            return 1;
        }

        var report = await ChainCheck.OfAsync(context, cancellationToken);
        if (report.First is { } misfit)
        {
            await errors.WriteLineAsync($"Change {misfit.Number} does not fit: {misfit.Why}.");
            return 1;
        }

        await output.WriteLineAsync(Sentence(report) + Missing(report.Gaps));
        if (report.Head is { Hash: not null } head)
        {
            await output.WriteLineAsync(HeadLine(head));
        }

        return 0;
    }

    private static string Sentence(ChainReport report) => (report.Checked, report.ChainedFrom) switch
    {
        (0, _) => "There is no change in this store yet.",
        (var all, null) => $"{ChainReport.Changes(all)} checked, all fit. None has a hash: they were made before changes were chained.",
        (var all, { } from) when from == report.Oldest => $"{ChainReport.Changes(all)} checked, all fit. They are chained from the first on.",
        (var all, { } from) =>
            $"{ChainReport.Changes(all)} checked, all fit. They are chained from change {from} on; those before were made without a hash.",
    };

    private static string Missing(long gaps) => gaps switch
    {
        0 => "",
        1 => " 1 number has no change: a history was brought from another store, where it belonged to another negotiation.",
        _ => string.Create(CultureInfo.InvariantCulture, $" {gaps} numbers have no change: a history was brought from another store, ")
            + "where they belonged to other negotiations.",
    };

    private static string HeadLine(Change head) =>
        string.Create(CultureInfo.InvariantCulture, $"Head: change {head.Number} of {head.RecordedAt:yyyy-MM-dd HH:mm:ss} UTC, {head.Hash}");
}
