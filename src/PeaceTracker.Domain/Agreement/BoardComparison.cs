using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// Two dates of one scope compared: the change of a share split exactly into the effect of statuses, of scope, and of weight (which
/// pairs an issue applies to and which are required). Shares are fractions, 0 to 1; effects are differences of fractions, −1 to 1, and
/// status effect + scope effect + weight effect = change exactly.
/// </summary>
public sealed record BoardComparison
{
    private BoardComparison()
    {
    }

    /// <summary>The share on the first date.</summary>
    public required Share From { get; init; }

    /// <summary>The share on the second date.</summary>
    public required Share To { get; init; }

    /// <summary>Second − first; null where on one of the dates no issue was in scope.</summary>
    public Ratio? Change => To.Value - From.Value;

    /// <summary>
    /// The change over the issues in scope on both dates, as a share of these, both judged as on the first date; 0 where there are
    /// none. Null where there is no change.
    /// </summary>
    public required Ratio? StatusEffect { get; init; }

    /// <summary>
    /// What judging otherwise did: the share of the common issues on the second date, judged as on the second, less the same judged as
    /// on the first. 0 where no pair and no requirement changed, or no issue is common. Null where there is no change.
    /// </summary>
    public required Ratio? WeightEffect { get; init; }

    /// <summary>
    /// What issues added or removed did: on each date, the share over all issues less the share over the common ones; the second
    /// less the first. Where no issue is common the whole change. Null where there is no change. Dropping 8 open issues of 28 of
    /// which 18 are agreed gives +25.7 points, all of it scope effect.
    /// </summary>
    public required Ratio? ScopeEffect { get; init; }

    /// <summary>The share of the issues in scope on both dates, on the first: what the status effect is computed over.</summary>
    public required Share CommonFrom { get; init; }

    /// <summary>The share of the same issues on the second date.</summary>
    public required Share CommonTo { get; init; }

    /// <summary>Common issues that meet the threshold on the second date alone, judged as on the first: what raises the status effect.</summary>
    public required IReadOnlyList<StandingChange> Gained { get; init; }

    /// <summary>Common issues that met the threshold on the first date alone, judged as on it: what lowers the status effect.</summary>
    public required IReadOnlyList<StandingChange> Lost { get; init; }

    /// <summary>Issues added that meet the threshold.</summary>
    public required IReadOnlyList<IStanding> AddedMet { get; init; }

    /// <summary>Issues removed that met it.</summary>
    public required IReadOnlyList<IStanding> RemovedMet { get; init; }

    /// <summary>Issues in scope on both dates whose level, basis or verdict differs, with both standings.</summary>
    public required IReadOnlyList<StandingChange> Moved { get; init; }

    /// <summary>Issues in scope on the second date alone.</summary>
    public required IReadOnlyList<IStanding> Added { get; init; }

    /// <summary>Issues in scope on the first date alone, as they stood then.</summary>
    public required IReadOnlyList<IStanding> Removed { get; init; }

    /// <summary>Compares the three shares on record of two scopes of one kind, the headline first.</summary>
    public static IReadOnlyList<(Threshold Threshold, BoardComparison Comparison)> OfThreeShares(ScopeShares from, ScopeShares to) =>
        [.. ThresholdScale.HeadlineFirst.Select(threshold => (threshold, Between(from, to, threshold)))];

    /// <summary>Issues in scope on both dates that meet the threshold on the second by one judgement and not by the other: what makes the weight
    /// effect.</summary>
    public required IReadOnlyList<StandingChange> Rejudged { get; init; }

    /// <summary>
    /// Compares the shares of two scopes of one kind (both the whole board, or both the same dyad). <paramref name="rejudged"/> is the
    /// second scope judged as on the first date (<see cref="BoardSnapshot.JudgedAs"/>); null where nothing was judged otherwise.
    /// </summary>
    public static BoardComparison Between(
        ScopeShares from, ScopeShares to, Threshold threshold = Threshold.Agreed, ShareBasis basis = ShareBasis.OnRecord,
        ScopeShares? rejudged = null)
    {
        var (common, added, removed) = Matched(from.Standings, to.Standings);
        var (first, second) = (from.Against(threshold, basis), to.Against(threshold, basis));
        var commonFirst = ScopeShares.Count([.. common.Select(c => c.From)], threshold, basis);
        var commonSecond = ScopeShares.Count([.. common.Select(c => c.To)], threshold, basis);
        var asBefore = AsBefore(common, rejudged);
        var change = second.Value - first.Value;
        var commonAsBefore = ScopeShares.Count([.. asBefore.Select(c => c.From)], threshold, basis);
        var status = common.Count == 0 ? Ratio.Zero : commonAsBefore.Value - commonFirst.Value;
        var weight = common.Count == 0 ? Ratio.Zero : commonSecond.Value - commonAsBefore.Value;
        return new BoardComparison
        {
            From = first,
            To = second,
            StatusEffect = change is null ? null : status,
            WeightEffect = change is null ? null : weight,
            ScopeEffect = change - status - weight,
            Rejudged = [.. asBefore.Where(c => Meets(c.From) != Meets(c.To))],
            CommonFrom = commonFirst,
            CommonTo = commonSecond,
            Gained = [.. common.Where((c, i) => !Meets(c.From) && Meets(asBefore[i].From))],
            Lost = [.. common.Where((c, i) => Meets(c.From) && !Meets(asBefore[i].From))],
            Moved = [.. common.Where(c =>
                (c.From.Level, c.From.Basis, c.From.Judge(threshold, basis)) != (c.To.Level, c.To.Basis, c.To.Judge(threshold, basis)))],
            Added = added,
            AddedMet = [.. added.Where(Meets)],
            Removed = removed,
            RemovedMet = [.. removed.Where(Meets)],
        };

        bool Meets(IStanding standing) => standing.Judge(threshold, basis) == Verdict.Met;
    }

    /// <summary>
    /// The same for the agreed share on record where both dates have one agenda, judged by the same rows: of all its issues only those are given to
    /// which something came, in its order; all others stand as they stood. <paramref name="from"/> and <paramref name="to"/> are the shares over all.
    /// </summary>
    internal static BoardComparison OfThoseThatCame(Share from, Share to, IReadOnlyList<(IStanding From, IStanding To)> came)
    {
        List<StandingChange> common = [.. came.Where(c => c.From.Applies && c.To.Applies).Select(c => new StandingChange(c.From, c.To))];
        List<IStanding> added = [.. came.Where(c => !c.From.Applies && c.To.Applies).Select(c => c.To)];
        List<IStanding> removed = [.. came.Where(c => c.From.Applies && !c.To.Applies).Select(c => c.From)];
        var (commonFrom, commonTo) = (Less(from, removed), Less(to, added));
        var change = to.Value - from.Value;
        var status = commonFrom.Total == 0 ? Ratio.Zero : commonTo.Value - commonFrom.Value;
        return new BoardComparison
        {
            From = from,
            To = to,
            StatusEffect = change is null ? null : status,
            WeightEffect = change is null ? null : Ratio.Zero,
            ScopeEffect = change - status,
            Rejudged = [],
            CommonFrom = commonFrom,
            CommonTo = commonTo,
            Gained = [.. common.Where(c => !Meets(c.From) && Meets(c.To))],
            Lost = [.. common.Where(c => Meets(c.From) && !Meets(c.To))],
            Moved = [.. common.Where(c =>
                (c.From.Level, c.From.Basis, c.From.Judge(Threshold.Agreed)) != (c.To.Level, c.To.Basis, c.To.Judge(Threshold.Agreed)))],
            Added = added,
            AddedMet = [.. added.Where(Meets)],
            Removed = removed,
            RemovedMet = [.. removed.Where(Meets)],
        };

        static bool Meets(IStanding standing) => standing.Judge(Threshold.Agreed) == Verdict.Met;

        static Share Less(Share all, List<IStanding> some)
        {
            var without = ScopeShares.Count(some, Threshold.Agreed, ShareBasis.OnRecord);
            return new Share(all.Met - without.Met, all.Unknown - without.Unknown, all.Total - without.Total);
        }
    }

    /// <summary>
    /// The same without the issues that neither gained nor lost the threshold, for whoever keeps it: each of these holds on to both its standings.
    /// </summary>
    internal BoardComparison InBrief() => this with { Moved = [], Added = [], AddedMet = [], Removed = [], RemovedMet = [], Rejudged = [] };

    // Mostly both dates have the same issues in the same order: then nothing is looked up.
    private static (List<StandingChange> Common, List<IStanding> Added, List<IStanding> Removed) Matched(
        IReadOnlyList<IStanding> from, IReadOnlyList<IStanding> to)
    {
        if (HaveSame(from, to))
        {
            return ([.. from.Zip(to, (before, after) => new StandingChange(before, after))], [], []);
        }

        var first = from.ToDictionary(s => s.Issue.Key, StringComparer.Ordinal);
        var second = to.ToDictionary(s => s.Issue.Key, StringComparer.Ordinal);
        return (
            [.. from.Where(s => second.ContainsKey(s.Issue.Key)).Select(s => new StandingChange(s, second[s.Issue.Key]))],
            [.. to.Where(s => !first.ContainsKey(s.Issue.Key))],
            [.. from.Where(s => !second.ContainsKey(s.Issue.Key))]);
    }

    private static bool HaveSame(IReadOnlyList<IStanding> from, IReadOnlyList<IStanding> to) =>
        from.Count == to.Count && Enumerable.Range(0, from.Count).All(i => from[i].Issue.Key == to[i].Issue.Key);

    // Each common issue on the second date: judged as on the first, then as on the second.
    private static List<StandingChange> AsBefore(List<StandingChange> common, ScopeShares? rejudged)
    {
        if (rejudged is not null && rejudged.Standings.Count == common.Count
            && Enumerable.Range(0, common.Count).All(i => ReferenceEquals(rejudged.Standings[i], common[i].To)))
        {
            return common.ConvertAll(c => new StandingChange(c.To, c.To));
        }

        var before = rejudged?.Standings.ToDictionary(s => s.Issue.Key, StringComparer.Ordinal);
        return common.ConvertAll(c => new StandingChange(before?.GetValueOrDefault(c.Issue.Key) ?? c.To, c.To));
    }
}

/// <summary>One issue on two dates.</summary>
/// <param name="From">As it stood on the first.</param>
/// <param name="To">As it stood on the second.</param>
public sealed record StandingChange(IStanding From, IStanding To)
{
    /// <summary>The issue.</summary>
    public Issue Issue => To.Issue;

    /// <summary>Above 0 where it rose, below where it fell, 0 where a level outside the order is concerned or it stayed.</summary>
    public int Direction => (To.Level.Rank() - From.Level.Rank()) is { } difference ? Math.Sign(difference) : 0;
}
