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

    /// <summary>
    /// The binding dyad: of the required dyads to which an issue applies (of all such dyads where none is required) the one with
    /// the lowest agreed share on record; of equal ones the one with the lower moving share, then the one with more issues known
    /// not to be agreed, then the first of the record. Null where no dyad has an issue in scope.
    /// </summary>
    public static DyadShares? Binding(IReadOnlyList<DyadShares> dyads)
    {
        var inScope = dyads.Where(d => d.Shares.Total > 0).ToList();
        var candidates = inScope.Any(d => d.Dyad.Required) ? inScope.Where(d => d.Dyad.Required) : inScope;
        return candidates
            .OrderBy(d => d.Shares.Agreed.Value!.Value)
            .ThenBy(d => d.Shares.Moving.Value!.Value)
            .ThenByDescending(d => d.Shares.Agreed.NotMet)
            .FirstOrDefault();
    }

    internal static IReadOnlyList<DyadShares> Of(BoardSnapshot snapshot)
    {
        var byDyad = snapshot.Issues.SelectMany(i => i.Dyads).Where(d => d.Applies).ToLookup(d => d.Dyad.Key, StringComparer.Ordinal);
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
