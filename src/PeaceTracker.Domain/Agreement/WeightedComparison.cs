namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// The weighted share on two dates, its change split exactly: status effect + scope effect + weight effect = change. Shares are fractions,
/// 0 to 1; effects are differences of fractions, −1 to 1.
/// </summary>
/// <param name="From">The weighted share on the first date; null where no issue was in scope.</param>
/// <param name="To">The weighted share on the second date; null where no issue was in scope.</param>
/// <param name="StatusEffect">What levels did to the issues in scope on both dates, with the weights and pairs of the first; null where there is no
/// change.</param>
/// <param name="ScopeEffect">What issues added and removed did: the rest; null where there is no change.</param>
/// <param name="WeightEffect">What weighing them and choosing their pairs otherwise did; null where there is no change.</param>
public sealed record WeightedComparison(Ratio? From, Ratio? To, Ratio? StatusEffect, Ratio? ScopeEffect, Ratio? WeightEffect)
{
    /// <summary>Second − first; null where on one of the dates no issue was in scope.</summary>
    public Ratio? Change => To - From;

    /// <summary>
    /// Compares two scopes of one kind, on record. <paramref name="rejudged"/> is the second scope judged as on the first date
    /// (<see cref="BoardSnapshot.JudgedAs"/>); null where nothing was judged otherwise.
    /// </summary>
    public static WeightedComparison Between(ScopeShares from, ScopeShares to, ScopeShares? rejudged = null)
    {
        var before = from.Standings.ToDictionary(s => s.Issue.Key, StringComparer.Ordinal);
        var asBefore = rejudged?.Standings.ToDictionary(s => s.Issue.Key, StringComparer.Ordinal);
        List<IStanding> common = [.. to.Standings.Where(s => before.ContainsKey(s.Issue.Key))];
        var change = to.Weighted - from.Weighted;
        if (change is null || common.Count == 0)
        {
            Ratio? none = change is null ? null : Ratio.Zero;
            return new WeightedComparison(from.Weighted, to.Weighted, none, change, none);
        }

        var first = ScopeShares.Weigh(common.Select(s => before[s.Issue.Key]));
        var second = ScopeShares.Weigh(common);
        var between = ScopeShares.Weigh(common.Select(s => asBefore?.GetValueOrDefault(s.Issue.Key) ?? s));
        var (status, weight) = (between - first, second - between);
        return new WeightedComparison(from.Weighted, to.Weighted, status, change - status - weight, weight);
    }
}
