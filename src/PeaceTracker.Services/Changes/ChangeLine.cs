using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Changes;

/// <summary>A line of a list of changes: one change, or the same change of one issue between several dyads.</summary>
/// <param name="Items">The changes, in the order of the list; one or more.</param>
public sealed record ChangeLine(IReadOnlyList<ChangeItem> Items)
{
    /// <summary>The first of the changes, which says what all of them say but the dyad.</summary>
    public ChangeItem First => Items[0];

    /// <summary>Keys of the dyads, where it is about any.</summary>
    public IReadOnlyList<string> DyadKeys => [.. Items.Select(i => i.DyadKey).OfType<string>()];

    /// <summary>
    /// Changes as lines, each where its first stands. Two status events are one line where they are equal in all but key and dyad: day, issue, level
    /// before and after, basis, rationale, sources, round, and who entered them on which day. Corrections, retractions and what was taken out stay
    /// alone.
    /// </summary>
    public static IReadOnlyList<ChangeLine> Of(IEnumerable<ChangeItem> items)
    {
        List<List<ChangeItem>> lines = [];
        foreach (var item in items)
        {
            if (lines.Find(line => IsSame(line[0], item)) is { } line)
            {
                line.Add(item);
            }
            else
            {
                lines.Add([item]);
            }
        }

        return [.. lines.Select(line => new ChangeLine(line))];
    }

    /// <summary>When the first and the last of them were entered (UTC); the same moment where they are one.</summary>
    public (DateTime First, DateTime Last) Recorded => (Items.Min(i => i.RecordedAt), Items.Max(i => i.RecordedAt));

    private static bool IsSame(ChangeItem a, ChangeItem b) =>
        a is { Subject: ChangeSubject.Status, Entry: EntryKind.Change, Superseded: false, DyadKey: not null, Judged.Count: 0 }
        && b.DyadKey is not null && a.Citations.SequenceEqual(b.Citations) && a.RecordedAt.Date == b.RecordedAt.Date
        && b == a with
        {
            Key = b.Key, DyadKey = b.DyadKey, Citations = b.Citations, IssueKeys = b.IssueKeys, PartyKeys = b.PartyKeys, Judged = b.Judged,
            RecordedAt = b.RecordedAt,
        };
}
