using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Api;

/// <summary>One change of the record: who wrote what, and each row before and after.</summary>
/// <param name="Number">Its number, in the one sequence of the store.</param>
/// <param name="RecordedAt">When it was written (UTC).</param>
/// <param name="RecordedBy">Who wrote it.</param>
/// <param name="What">What kind of change it is.</param>
/// <param name="Summary">What changed, in a sentence.</param>
/// <param name="Hash">What holds it to the change before; null where changes were not chained yet.</param>
/// <param name="Rows">The rows that it wrote.</param>
public sealed record ApiChange(
    long Number, DateTime RecordedAt, string RecordedBy, string What, string Summary, string? Hash, IReadOnlyList<ApiRowChange> Rows);

/// <summary>A row that a change wrote, in the notation of the negotiation file.</summary>
/// <param name="Section">The section of the record.</param>
/// <param name="Key">The key of the row.</param>
/// <param name="Before">The row as it was; null where it is new.</param>
/// <param name="After">The row as it was written.</param>
public sealed record ApiRowChange(string Section, string Key, JsonElement? Before, JsonElement After);

/// <summary>The changes of a negotiation after one, for keeping a copy up to date.</summary>
/// <param name="Newest">The number of the newest change of the negotiation.</param>
/// <param name="Items">The changes, oldest first.</param>
/// <param name="Next">The address of what comes after these; it stays the same until something does.</param>
public sealed record ApiChangeList(long Newest, IReadOnlyList<ApiChange> Items, string Next);

/// <summary>Reads changes with their rows.</summary>
public sealed class ApiChanges(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The changes of a negotiation after the change <paramref name="after"/> and up to <paramref name="until"/>, oldest first.</summary>
    public async Task<IReadOnlyList<ApiChange>> AfterAsync(string slug, long after, long until, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await context.BeginSnapshotAsync(cancellationToken);
        var own = from change in context.Changes.AsNoTracking()
                  join negotiation in context.Negotiations on EF.Property<int?>(change, RecordMapping.NegotiationId)
                      equals EF.Property<int>(negotiation, NegotiationsMapping.Id)
                  where negotiation.Slug == slug && change.Number > after && change.Number <= until
                  orderby change.Number
                  select change;
        var changes = await own.Take(most).ToListAsync(cancellationToken);
        var numbers = changes.ConvertAll(change => change.Number);
        var rows = await context.RowChanges.AsNoTracking().Where(row => numbers.Contains(row.ChangeNumber))
            .OrderBy(row => row.ChangeNumber).ThenBy(row => row.Position).ToListAsync(cancellationToken);
        var of = rows.ToLookup(row => row.ChangeNumber);
        return
        [
            .. changes.Select(change => new ApiChange(
                change.Number, change.RecordedAt, change.RecordedBy, change.What, change.Summary, change.Hash,
                [.. of[change.Number].Select(row => new ApiRowChange(row.Section, row.Key, Read(row.Before), Read(row.After)!.Value))])),
        ];
    }

    private static JsonElement? Read(string? row) => row is null ? null : JsonElement.Parse(row);
}
