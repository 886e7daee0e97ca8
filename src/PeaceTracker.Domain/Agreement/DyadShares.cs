using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Domain.Agreement;

/// <summary>One dyad's shares over the issues in scope that apply to it.</summary>
public sealed class DyadShares
{
    private DyadShares(Dyad dyad, ScopeShares shares, int notApplying) => (Dyad, Shares, NotApplying) = (dyad, shares, notApplying);

    /// <summary>The dyad.</summary>
    public Dyad Dyad { get; }

    /// <summary>Its shares; the total counts issues that apply to it.</summary>
    public ScopeShares Shares { get; }

    /// <summary>Issues in scope that don't apply to it.</summary>
    public int NotApplying { get; }

    internal static IReadOnlyList<DyadShares> Of(BoardSnapshot snapshot)
    {
        var byDyad = snapshot.Board.Dyads.Keys.ToDictionary(key => key, _ => new List<IStanding>(), StringComparer.Ordinal);
        foreach (var issue in snapshot.Issues)
        {
            foreach (var dyad in issue.Dyads)
            {
                if (dyad.Applies)
                {
                    byDyad[dyad.Dyad.Key].Add(dyad);
                }
            }
        }

        return
        [
            .. snapshot.Board.Record.Dyads.Where(d => LiveEntries.IsLive(d, snapshot.KnownBefore)).Select(dyad =>
            {
                var shares = ScopeShares.Over(byDyad[dyad.Key]);
                return new DyadShares(dyad, shares, snapshot.Issues.Count - shares.Total);
            }),
        ];
    }
}
