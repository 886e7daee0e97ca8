using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Services.Positions;

/// <summary>Where one dyad holds agreement up: the issues in scope that are judged over it and not agreed on record between it.</summary>
/// <param name="Dyad">The dyad.</param>
/// <param name="Name">Its name.</param>
/// <param name="Agreed">Its agreed share on record.</param>
/// <param name="Binding">Whether agreement is bound by it.</param>
/// <param name="Alone">Issues that would be agreed if only these two agreed.</param>
/// <param name="WithOthers">Issues that other dyads hold up as well.</param>
public sealed record PairHold(
    Dyad Dyad, string Name, Share Agreed, bool Binding, IReadOnlyList<IssueStanding> Alone, IReadOnlyList<IssueStanding> WithOthers)
{
    /// <summary>All issues that it holds up.</summary>
    public int Count => Alone.Count + WithOthers.Count;

    /// <summary>The dyads of a board over which an issue is judged: the binding one first, then by how many issues they hold up.</summary>
    public static IReadOnlyList<PairHold> Of(BoardSnapshot at)
    {
        var judged = at.Issues.SelectMany(i => i.Judged).Select(d => d.Dyad.Key).ToHashSet(StringComparer.Ordinal);
        var held = at.Issues.Select(i => (Issue: i, By: i.Judged.Where(Holds).ToList())).ToList();
        var alone = held.Where(h => h.By.Count == 1).ToLookup(h => h.By[0].Dyad.Key, h => h.Issue, StringComparer.Ordinal);
        var shared = held.Where(h => h.By.Count > 1).SelectMany(h => h.By.Select(d => (d.Dyad.Key, h.Issue)))
            .ToLookup(x => x.Key, x => x.Issue, StringComparer.Ordinal);
        return
        [
            .. at.Dyads.Where(d => judged.Contains(d.Dyad.Key))
                .Select(d => new PairHold(
                    d.Dyad, at.Board.DyadName(d.Dyad), d.Shares.Agreed, d.Dyad.Key == at.BindingDyad?.Dyad.Key,
                    [.. alone[d.Dyad.Key]], [.. shared[d.Dyad.Key]]))
                .OrderByDescending(h => h.Binding).ThenByDescending(h => h.Count),
        ];
    }

    /// <summary>Whether a dyad keeps its issue from being agreed on record; to be asked of the judged ones.</summary>
    public static bool Holds(DyadStanding standing) => standing.Judge(Threshold.Agreed) != Verdict.Met;
}
