using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Services.Changes;

/// <summary>
/// Changes that say the same, in one line: status events of one day by which several issues or pairs went from one level to one level.
/// Everything else has a line of its own.
/// </summary>
/// <param name="Items">The changes, in the order of the feed; one or more.</param>
public sealed record LatestChange(IReadOnlyList<ChangeItem> Items)
{
    // Of a board that was imported in a day, more than this would be looked at for a few lines.
    private const int MostLookedAt = 400;

    /// <summary>The first of them: what they have in common is read off it.</summary>
    public ChangeItem First => Items[0];

    /// <summary>The issues moved, in the order of the feed, each once.</summary>
    public IReadOnlyList<string> IssueKeys => [.. Items.Select(i => i.IssueKey).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The pairs between which they moved, each once.</summary>
    public IReadOnlyList<string> DyadKeys => [.. Items.Select(i => i.DyadKey).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The latest lines of a board, newest first. Entries that were taken out are left out; corrections and retractions are never merged. An issue's
    /// entries of one day are first merged over its pairs, then with those of other issues between the same pairs.
    /// </summary>
    public static IReadOnlyList<LatestChange> Of(BoardSnapshot at, int most)
    {
        var days = new List<LatestChange>();
        var day = new List<ChangeItem>();
        foreach (var item in ChangeFeed.Of(at, head => !head.Superseded).Take(MostLookedAt))
        {
            if (day.Count > 0 && day[0].Date != item.Date)
            {
                days.AddRange(Merged(day));
                day.Clear();
                if (days.Count >= most)
                {
                    break;
                }
            }

            day.Add(item);
        }

        return [.. days.Concat(Merged(day)).Take(most)];
    }

    private static IEnumerable<LatestChange> Merged(IReadOnlyList<ChangeItem> day) =>
        from issue in day.GroupBy(item => IsStep(item) ? (item.IssueKey, Step: StepOf(item)) : (item.Key, Step: StepOf(item)))
        let merged = new LatestChange([.. issue])
        group merged by IsStep(merged.First)
            ? (Pairs: string.Join(' ', merged.DyadKeys.Order(StringComparer.Ordinal)), Step: StepOf(merged.First))
            : (Pairs: merged.First.Key, Step: StepOf(merged.First)) into same
        select new LatestChange([.. same.SelectMany(line => line.Items)]);

    private static bool IsStep(ChangeItem item) => item is { Subject: ChangeSubject.Status, Entry: EntryKind.Change };

    private static (ChangeSubject, DatePrecision, Level?, Level?, Basis?) StepOf(ChangeItem item) =>
        (item.Subject, item.Precision, item.From, item.To, item.Basis);
}
