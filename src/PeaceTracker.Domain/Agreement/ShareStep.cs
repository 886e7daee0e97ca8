using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Domain.Agreement;

/// <summary>A day from which the agreed share of the whole board is another, with what changed it.</summary>
/// <param name="When">The day, as exactly as it is known.</param>
/// <param name="Before">The day with which it is compared: the one before it, or, in a history that leaves dates out, that of the period
/// before.</param>
/// <param name="Comparison">The agreed share on record of the two days.</param>
/// <param name="Round">A round that was held on the day; null where none was.</param>
/// <param name="Event">
/// The status event of the day behind it: of the first issue that no longer counts where the share fell, else of the first that newly does;
/// null where no issue on both agendas changed sides on that day.
/// </param>
public sealed record ShareStep(DateAsKnown When, DateOnly Before, BoardComparison Comparison, Round? Round, StatusEvent? Event)
{
    /// <summary>Whether the agenda did at least as much to the share as the statuses did.</summary>
    public bool IsOfScope => Size(Comparison.ScopeEffect) >= Size(Comparison.StatusEffect) && Comparison.ScopeEffect != Ratio.Zero;

    /// <summary>
    /// The steps by which the agreed share changed most, up or down, at most <paramref name="most"/>, and of those by which it fell at most
    /// <paramref name="falls"/>, that no fall goes without a word; oldest first. Of equal ones the later.
    /// </summary>
    public static IReadOnlyList<ShareStep> Biggest(BoardSnapshot at, ShareHistory history, int most, int falls)
    {
        var steps = history.Periods.Zip(history.Periods.Skip(1))
            .Where(pair => pair.First.Agreed.Value is not null && pair.Second.Agreed.Value is not null)
            .Select(pair => (pair.First, pair.Second, Change: (pair.Second.Agreed.Value - pair.First.Agreed.Value)!.Value))
            .Where(step => step.Change != Ratio.Zero)
            .OrderByDescending(step => Size(step.Change)).ThenByDescending(step => step.Second.Date).ToList();
        return
        [
            .. steps.Take(most).Union(steps.Where(step => step.Change < Ratio.Zero).Take(falls)).OrderBy(step => step.Second.Date)
                .Select(step => Of(at, new DateAsKnown(step.Second.Date, step.Second.Precision), history.DayBefore(step.First, step.Second))),
        ];
    }

    private static ShareStep Of(BoardSnapshot at, DateAsKnown when, DateOnly before)
    {
        var comparison = at.AgreedBetween(before, when.On);
        var fell = comparison.Change < Ratio.Zero;
        return new ShareStep(
            when,
            before,
            comparison.InBrief(),
            at.Rounds.FirstOrDefault(r => r.State == RoundState.Held && r.StartsOn <= when.On && when.On <= r.LastDay),
            (fell ? comparison.Lost : comparison.Gained).Select(c => EventOf((IssueStanding)c.To, when.On, fell)).FirstOrDefault(e => e is not null));
    }

    // Of the pairs that moved on the day one that decides: where the issue no longer counts one that is not agreed.
    private static StatusEvent? EventOf(IssueStanding issue, DateOnly day, bool fell) => issue.Judged
        .Where(d => d.Step?.Date == day && (d.Judge(Threshold.Agreed) != Verdict.Met) == fell)
        .Select(d => d.Step!.Shown).FirstOrDefault();

    private static Ratio Size(Ratio? difference) => difference is { } value ? value < Ratio.Zero ? -value : value : Ratio.Zero;
}

/// <summary>A day from which another agenda was in force, with what that did to the agreed share of the whole board.</summary>
/// <param name="Before">The agenda before it.</param>
/// <param name="After">The agenda from that day on.</param>
/// <param name="Comparison">The agreed share on record of the day before and of the day.</param>
public sealed record AgendaStep(AgendaVersion Before, AgendaVersion After, BoardComparison Comparison)
{
    /// <summary>The first day of the later agenda.</summary>
    public DateOnly Date => After.InForceFrom;

    /// <summary>How many issues came.</summary>
    public int Added => After.IssueKeys.Except(Before.IssueKeys, StringComparer.Ordinal).Count();

    /// <summary>How many issues left.</summary>
    public int Dropped => Before.IssueKeys.Except(After.IssueKeys, StringComparer.Ordinal).Count();

    /// <summary>The newest changes of the agenda after a day, at most <paramref name="most"/>, oldest first.</summary>
    public static IReadOnlyList<AgendaStep> Newest(BoardSnapshot at, DateOnly after, int most)
    {
        var agendas = at.Agendas.Reverse().ToList();
        return
        [
            .. agendas.Zip(agendas.Skip(1)).Where(pair => pair.Second.InForceFrom > after).TakeLast(most).Select(pair => new AgendaStep(
                pair.First, pair.Second, at.AgreedBetween(pair.Second.InForceFrom.AddDays(-1), pair.Second.InForceFrom))),
        ];
    }
}
