using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Api;

/// <summary>One change of the record: who wrote what, and each row before and after.</summary>
/// <param name="Number">Its number, in the one sequence of the store.</param>
/// <param name="RecordedAt">When it was written (UTC).</param>
/// <param name="RecordedBy">Who wrote it.</param>
/// <param name="What">What kind of change it is.</param>
/// <param name="Summary">What changed, in a sentence.</param>
/// <param name="Hash">The hash that chains it to the change before; null if changes were not chained yet.</param>
/// <param name="Rows">The rows that it wrote, in their order; for a very large change, only those that fit into this answer.</param>
/// <param name="RowsBefore">How many of its rows earlier answers gave; 0 if it begins here.</param>
/// <param name="MoreRows">Whether the answer at “next” continues with its rows.</param>
public sealed record ApiChange(
    long Number, DateTime RecordedAt, string RecordedBy, string What, string Summary, string? Hash, IReadOnlyList<ApiRowChange> Rows,
    int RowsBefore, bool MoreRows);

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

/// <summary>Some changes, and where those begin that come after them.</summary>
/// <param name="Items">The changes.</param>
/// <param name="After">The last change of which all rows were given.</param>
/// <param name="Row">How many rows of the next change were given; 0 if none were.</param>
public sealed record ApiChangePart(IReadOnlyList<ApiChange> Items, long After, int Row);

/// <summary>Reads changes with their rows.</summary>
public sealed class ApiChanges(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>So many rows are given at once, of one change or of several.</summary>
    public const int MostRows = 1000;

    /// <summary>
    /// The changes of a negotiation after the change <paramref name="after"/> and up to <paramref name="until"/>, oldest first; of the first of them
    /// the rows after the one of the place <paramref name="row"/>. Null where it has none there: then no answer before has ended at that place.
    /// </summary>
    public async Task<ApiChangePart?> AfterAsync(string slug, long after, int row, long until, int most, CancellationToken cancellationToken)
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
        var first = numbers.FirstOrDefault();
        var rows = await context.RowChanges.AsNoTracking()
            .Where(one => numbers.Contains(one.ChangeNumber) && (one.ChangeNumber > first || one.Position > row))
            .OrderBy(one => one.ChangeNumber).ThenBy(one => one.Position).Take(MostRows + 1).ToListAsync(cancellationToken);

        if (row > 0 && (rows.Count == 0 || rows[0].ChangeNumber > first))
        {
            return null;
        }

        // The change with which the next answer goes on or begins; 0 where all rows of all changes are here.
        var (next, broken) = (0L, false);
        if (rows.Count > MostRows)
        {
            next = rows[MostRows].ChangeNumber;
            rows.RemoveAt(MostRows);
            broken = rows[^1].ChangeNumber == next;
        }

        var whole = next == 0 ? changes : changes.FindAll(change => change.Number < next);
        var given = rows.ToLookup(one => one.ChangeNumber);
        return new(
            [.. whole.Select(Of), .. broken ? [Of(changes.Find(change => change.Number == next)!)] : Array.Empty<ApiChange>()],
            whole.Count > 0 ? whole[^1].Number : after, broken ? rows[^1].Position : 0);

        ApiChange Of(Change change) => new(
            change.Number, change.RecordedAt, change.RecordedBy, change.What, change.Summary, change.Hash,
            [.. given[change.Number].Select(one => new ApiRowChange(one.Section, one.Key, Read(one.Before), Read(one.After)!.Value))],
            change.Number == first ? row : 0, change.Number == next);
    }

    /// <summary>One change with all its rows, however many they are.</summary>
    public async Task<ApiChange> OneAsync(string slug, long number, CancellationToken cancellationToken)
    {
        var rows = new List<ApiRowChange>();
        for (var row = 0; ;)
        {
            var part = (await AfterAsync(slug, number - 1, row, number, 1, cancellationToken))!;
            var change = part.Items.Single();
            rows.AddRange(change.Rows);
            if (!change.MoreRows)
            {
                return change with { Rows = rows, RowsBefore = 0 };
            }

            row = part.Row;
        }
    }

    private static JsonElement? Read(string? row) => row is null ? null : JsonElement.Parse(row);
}
