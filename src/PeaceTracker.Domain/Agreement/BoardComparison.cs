using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// Two dates of one scope compared: the change of a share split exactly into the effect of statuses and that of scope.
/// Shares are fractions, 0 to 1; effects are differences of fractions, −1 to 1, and status effect + scope effect = change exactly.
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
    /// The change over the issues in scope on both dates, as a share of these; 0 where there are none. Null where there is no change.
    /// </summary>
    public required Ratio? StatusEffect { get; init; }

    /// <summary>
    /// What issues added or removed did: on each date, the share over all issues less the share over the common ones; the second
    /// less the first. Where no issue is common the whole change. Null where there is no change. Dropping 8 open issues of 28 of
    /// which 18 are agreed gives +25.7 points, all of it scope effect.
    /// </summary>
    public required Ratio? ScopeEffect { get; init; }

    /// <summary>Issues in scope on both dates whose verdict or level differs, with both standings.</summary>
    public required IReadOnlyList<StandingChange> Moved { get; init; }

    /// <summary>Issues in scope on the second date alone.</summary>
    public required IReadOnlyList<IStanding> Added { get; init; }

    /// <summary>Issues in scope on the first date alone, as they stood then.</summary>
    public required IReadOnlyList<IStanding> Removed { get; init; }

    /// <summary>Compares the shares of two scopes of one kind (both the whole board, or both the same dyad).</summary>
    public static BoardComparison Between(
        ScopeShares from, ScopeShares to, Threshold threshold = Threshold.Agreed, ShareBasis basis = ShareBasis.OnRecord)
    {
        var before = from.Standings.ToDictionary(s => s.Issue.Key, StringComparer.Ordinal);
        var after = to.Standings.ToDictionary(s => s.Issue.Key, StringComparer.Ordinal);
        var common = from.Standings.Where(s => after.ContainsKey(s.Issue.Key)).Select(s => new StandingChange(s, after[s.Issue.Key])).ToList();
        var (first, second) = (from.Of(threshold, basis), to.Of(threshold, basis));
        var (status, scope) = Effects(first, second, common, threshold, basis);
        return new BoardComparison
        {
            From = first,
            To = second,
            StatusEffect = status,
            ScopeEffect = scope,
            Moved = [.. common.Where(c => c.From.Level != c.To.Level || c.From.Judge(threshold, basis) != c.To.Judge(threshold, basis))],
            Added = [.. to.Standings.Where(s => !before.ContainsKey(s.Issue.Key))],
            Removed = [.. from.Standings.Where(s => !after.ContainsKey(s.Issue.Key))],
        };
    }

    private static (Ratio? Status, Ratio? Scope) Effects(
        Share from, Share to, List<StandingChange> common, Threshold threshold, ShareBasis basis)
    {
        if (from.Value is not { } first || to.Value is not { } second)
        {
            return (null, null);
        }

        if (common.Count == 0)
        {
            return (Ratio.Zero, second - first);
        }

        var commonFirst = new Ratio(common.Count(c => c.From.Judge(threshold, basis) == Verdict.Met), common.Count);
        var commonSecond = new Ratio(common.Count(c => c.To.Judge(threshold, basis) == Verdict.Met), common.Count);
        return (commonSecond - commonFirst, second - commonSecond - (first - commonFirst));
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
