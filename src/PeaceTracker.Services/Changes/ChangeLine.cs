using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Services.Changes;

/// <summary>A line of a list of changes: one change, or several that are the same one of several dyads or issues.</summary>
/// <param name="Items">The changes, in the order of the list; one or more.</param>
public sealed record ChangeLine(IReadOnlyList<ChangeItem> Items)
{
    // Of a board that was imported in a day, more than this would be looked at for a few lines.
    private const int MostLookedAt = 400;

    /// <summary>The first of the changes, which says what all of them have in common.</summary>
    public ChangeItem First => Items[0];

    /// <summary>Keys of the issues that moved, each once.</summary>
    public IReadOnlyList<string> IssueKeys => [.. Items.Select(i => i.IssueKey).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Keys of the dyads, each once, where it is about any.</summary>
    public IReadOnlyList<string> DyadKeys => [.. Items.Select(i => i.DyadKey).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>When the first and the last of them were entered (UTC); the same moment where they are one.</summary>
    public (DateTime First, DateTime Last) Recorded => (Items.Min(i => i.RecordedAt), Items.Max(i => i.RecordedAt));

    /// <summary>
    /// Changes as lines, each where its first stands. Two status events are one line where they are equal in all but key and dyad: day, issue, level
    /// before and after, basis, rationale, sources, round, and who entered them on which day. Corrections, retractions and what was taken out
    /// stay alone.
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

    /// <summary>
    /// The latest lines of a board in short, or those about one dyad, newest first: what moved on a day from one level to one level, whatever the
    /// reasons, first over the dyads of an issue, then with other issues between the same dyads. Entries that were taken out are left out;
    /// whatever is no step, and corrections and retractions, stay alone.
    /// </summary>
    public static IReadOnlyList<ChangeLine> Latest(BoardSnapshot at, int most, string? dyadKey = null)
    {
        var lines = new List<ChangeLine>();
        var day = new List<ChangeItem>();
        foreach (var item in ChangeFeed.Of(at, head => !head.Superseded && (dyadKey is null || head.DyadKey == dyadKey)).Take(MostLookedAt))
        {
            if (day.Count > 0 && day[0].Date != item.Date)
            {
                lines.AddRange(Merged(day));
                day.Clear();
                if (lines.Count >= most)
                {
                    break;
                }
            }

            day.Add(item);
        }

        return [.. lines.Concat(Merged(day)).Take(most)];
    }

    // Whatever is no step stands alone, by its place in the list: two versions of a draft have one key, as have two parties that saw it.
    private static IEnumerable<ChangeLine> Merged(IReadOnlyList<ChangeItem> day) =>
        from issue in day.Index().GroupBy(
            at => (Alone: IsStep(at.Item) ? -1 : at.Index, at.Item.IssueKey, Step: StepOf(at.Item)), at => at.Item)
        let merged = new ChangeLine([.. issue])
        let between = string.Join(' ', merged.DyadKeys.Order(StringComparer.Ordinal))
        group merged by (issue.Key.Alone, between, issue.Key.Step) into same
        select new ChangeLine([.. same.SelectMany(line => line.Items)]);

    private static bool IsStep(ChangeItem item) => item is { Subject: ChangeSubject.Status, Entry: EntryKind.Change };

    private static (ChangeSubject, DatePrecision, Level?, Level?, Basis?) StepOf(ChangeItem item) =>
        (item.Subject, item.Precision, item.From, item.To, item.Basis);

    private static bool IsSame(ChangeItem a, ChangeItem b) =>
        a is { Subject: ChangeSubject.Status, Entry: EntryKind.Change, Superseded: false, DyadKey: not null, Judged.Count: 0 }
        && b.DyadKey is not null && a.Citations.SequenceEqual(b.Citations) && a.RecordedAt.Date == b.RecordedAt.Date
        && b == a with
        {
            Key = b.Key, DyadKey = b.DyadKey, Citations = b.Citations, IssueKeys = b.IssueKeys, PartyKeys = b.PartyKeys, Judged = b.Judged,
            RecordedAt = b.RecordedAt,
        };
}
