using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Changes;

/// <summary>The whole board on two dates side by side: its shares, the issues that moved, and what came to the table between them.</summary>
public sealed record DateComparison
{
    private DateComparison()
    {
    }

    /// <summary>What is compared of the board.</summary>
    public required ComparedScope Scope { get; init; }

    /// <summary>The issues compared as they stood on the first date.</summary>
    public required ScopeShares Before { get; init; }

    /// <summary>The issues compared as they stood on the second date.</summary>
    public required ScopeShares After { get; init; }

    /// <summary>The changes of the agreed share after the first date and by the second, oldest first; none are told of core issues.</summary>
    public required IReadOnlyList<ShareMove> Steps { get; init; }

    /// <summary>The agreed share on record, split.</summary>
    public BoardComparison Agreed => Shares[0].Comparison;

    /// <summary>The board on the first date.</summary>
    public required BoardSnapshot From { get; init; }

    /// <summary>The board on the second date.</summary>
    public required BoardSnapshot To { get; init; }

    /// <summary>The three shares on record, the headline first, then the headline with claimed.</summary>
    public required IReadOnlyList<(Threshold Threshold, ShareBasis Basis, BoardComparison Comparison)> Shares { get; init; }

    /// <summary>The share weighted by salience, on record.</summary>
    public required WeightedComparison Weighted { get; init; }

    /// <summary>What was judged otherwise from a day after the first date on, and by the second, newest first.</summary>
    public required IReadOnlyList<ChangeItem> Judged { get; init; }

    /// <summary>Issues on both agendas that rose.</summary>
    public required IReadOnlyList<StandingChange> Rose { get; init; }

    /// <summary>Issues on both agendas that fell.</summary>
    public required IReadOnlyList<StandingChange> Fell { get; init; }

    /// <summary>Issues on both agendas of which nothing was known on the first date, and is on the second.</summary>
    public required IReadOnlyList<StandingChange> NowKnown { get; init; }

    /// <summary>Issues on both agendas that changed otherwise: to or from another level outside the order, or in basis.</summary>
    public required IReadOnlyList<StandingChange> Otherwise { get; init; }

    /// <summary>Issues reopened on the second date that were not on the first.</summary>
    public required IReadOnlyList<IssueStanding> Reopened { get; init; }

    /// <summary>Pairs whose level or basis differs though their issue's own does not, in the order of the agenda.</summary>
    public required IReadOnlyList<PairChange> Pairs { get; init; }

    /// <summary>Issues in scope on the second date alone.</summary>
    public required IReadOnlyList<IStanding> Added { get; init; }

    /// <summary>Issues in scope on the first date alone.</summary>
    public required IReadOnlyList<IStanding> Removed { get; init; }

    /// <summary>Agenda versions that came into force after the first date and by the second, oldest first, with their scope changes.</summary>
    public required IReadOnlyList<AgendaVersion> Agendas { get; init; }

    /// <summary>The parties' positions that are not those of the first date, newest first, also on issues on no agenda.</summary>
    public required IReadOnlyList<PositionChange> Positions { get; init; }

    /// <summary>Draft versions dated after the first date and by the second, oldest first.</summary>
    public required IReadOnlyList<(Draft Draft, DraftVersion Version)> Versions { get; init; }

    /// <summary>Offers made after the first date and by the second, oldest first.</summary>
    public required IReadOnlyList<Offer> Offers { get; init; }

    /// <summary>Claims made after the first date and by the second, oldest first.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Rounds announced or begun after the first date and by the second, in order of their days.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>
    /// Compares two dates of one board, both by what is known of it at <paramref name="knownAt"/>; the first date is not after the
    /// second. Positions, drafts, offers, claims and rounds are those of the whole board, whatever the scope.
    /// </summary>
    public static DateComparison Between(Board board, DateOnly first, DateOnly second, DateOnly? knownAt, ComparedScope? asked = null)
    {
        var scope = asked ?? ComparedScope.Whole;
        var (from, to) = (board.AsOf(first, knownAt), board.AsOf(second, knownAt));
        var (before, after, rejudged) = (scope.SharesOn(from), scope.SharesOn(to), scope.SharesOn(to.JudgedAs(first)));
        (Threshold, ShareBasis)[] wanted =
        [
            .. ThresholdScale.HeadlineFirst.Select(threshold => (threshold, ShareBasis.OnRecord)),
            (Threshold.Agreed, ShareBasis.WithClaimed),
        ];
        List<(Threshold, ShareBasis, BoardComparison Comparison)> shares =
            [.. wanted.Select(w => (w.Item1, w.Item2, BoardComparison.Between(before, after, w.Item1, w.Item2, rejudged)))];
        var agreed = shares[0].Comparison;
        var moved = agreed.Moved.ToLookup(c => c.Direction);
        var otherwise = moved[0].ToLookup(c => c.From.Level == Level.Unknown && c.To.Level != Level.Unknown);
        return new DateComparison
        {
            Scope = scope,
            From = from,
            To = to,
            Before = before,
            After = after,
            Steps = [.. scope.MovesUpTo(to).Where(move => move.When.On > first)],
            Shares = shares,
            Weighted = WeightedComparison.Between(before, after, rejudged),
            Judged = [.. ChangeFeed.OfDescriptions(
                to, head => head is { Subject: ChangeSubject.Judgement, News.IsHeadline: false } && head.Date > first)],
            Rose = [.. moved[1]],
            Fell = [.. moved[-1]],
            NowKnown = [.. otherwise[true]],
            Otherwise = [.. otherwise[false]],
            Reopened = scope != ComparedScope.Whole ? []
                : [.. to.Issues.Where(i => i.Reopened && from.IssueOnOrOffAgenda(i.Issue.Key) is not { Reopened: true })],
            Pairs = scope != ComparedScope.Whole ? [] : [.. PairChange.Between(from, to, agreed)],
            Added = agreed.Added,
            Removed = agreed.Removed,
            Agendas = [.. to.Agendas.Where(a => a.InForceFrom > first).Reverse()],
            Positions = [.. PositionChange.Between(from, to)],
            Versions = [.. to.Drafts.SelectMany(d => d.Versions.Where(v => v.Date > first).Select(v => (d, v))).OrderBy(x => x.v.Date)],
            Offers = [.. to.Offers.Where(o => o.OfferedOn > first).OrderBy(o => o.OfferedOn)],
            Claims = [.. to.Claims.Where(c => c.OccurredOn > first).Reverse()],
            Rounds = [.. to.Rounds.Where(r => r.AnnouncedOn > first || (r.StartsOn > first && r.StartsOn <= second))],
        };
    }
}

/// <summary>What two dates are compared over: the whole board or one pair, all issues or the core issues.</summary>
/// <param name="DyadKey">Key of the pair; null for the whole board.</param>
/// <param name="CoreOnly">Whether only core issues are counted. One that became core by the second date counts as added.</param>
public sealed record ComparedScope(string? DyadKey, bool CoreOnly)
{
    /// <summary>All issues of the whole board.</summary>
    public static ComparedScope Whole { get; } = new(null, false);

    /// <summary>Its shares on a date.</summary>
    public ScopeShares SharesOn(BoardSnapshot at)
    {
        var all = DyadKey is null ? at.Shares : at.Dyad(DyadKey)?.Shares ?? ScopeShares.Over([]);
        return CoreOnly ? ScopeShares.Over(all.Standings.Where(s => s.Issue.IsCore)) : all;
    }

    /// <summary>The changes of its agreed share up to a date; none of core issues, whose share is not followed day by day.</summary>
    internal IEnumerable<ShareMove> MovesUpTo(BoardSnapshot at) => CoreOnly ? []
        : ShareMove.Over(DyadKey is null ? ShareHistory.Of(at, int.MaxValue).Periods : at.DyadHistory.PathOf(DyadKey)?.Periods ?? []);
}

/// <summary>One pair on one issue on two dates, where the issue itself stayed as it was.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="From">As the pair stood on the first.</param>
/// <param name="To">As it stood on the second.</param>
public sealed record PairChange(Issue Issue, DyadStanding From, DyadStanding To)
{
    /// <summary>The pairs that moved on issues in scope on both dates that are not themselves among those that moved.</summary>
    internal static IEnumerable<PairChange> Between(BoardSnapshot first, BoardSnapshot second, BoardComparison comparison)
    {
        var moved = comparison.Moved.Where(c => (c.From.Level, c.From.Basis) != (c.To.Level, c.To.Basis))
            .Select(c => c.Issue.Key).ToHashSet(StringComparer.Ordinal);
        return from issue in second.Issues
               where !moved.Contains(issue.Issue.Key) && first.Issue(issue.Issue.Key) is not null
               from pair in issue.Dyads
               let before = first.Issue(issue.Issue.Key)!.Between(pair.Dyad.Key)
               where before is not null && (before.Level, before.Basis) != (pair.Level, pair.Basis)
               select new PairChange(issue.Issue, before, pair);
    }
}

/// <summary>One party's position on one issue on two dates.</summary>
/// <param name="From">The one in force on the first; null where none is recorded by then.</param>
/// <param name="To">The other one in force on the second.</param>
public sealed record PositionChange(Position? From, Position To)
{
    /// <summary>The positions of the second date that are not those of the first, newest first.</summary>
    internal static IEnumerable<PositionChange> Between(BoardSnapshot from, BoardSnapshot to)
    {
        var before = from.PositionsInForce.ToDictionary(p => (p.PartyKey, p.IssueKey));
        return to.PositionsInForce
            .Select(p => new PositionChange(before.GetValueOrDefault((p.PartyKey, p.IssueKey)), p))
            .Where(c => c.From?.Key != c.To.Key);
    }
}
