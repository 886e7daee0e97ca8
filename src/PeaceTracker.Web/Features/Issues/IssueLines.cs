using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Issues;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>What the picture of an issue over time draws.</summary>
/// <param name="Axis">All of the negotiation's time, so that issues can be compared; longer where something is older.</param>
/// <param name="Ladders">A ladder for each pair that decides the issue or of which something is recorded.</param>
/// <param name="LeftOut">How many ladders are not drawn.</param>
/// <param name="Rounds">The rounds.</param>
/// <param name="After">Where the time without evidence begins, in percent of the width; 100 where there is none.</param>
public sealed record IssueLines(
    ShareChartGeometry Axis, IReadOnlyList<LevelLadder> Ladders, int LeftOut, IReadOnlyList<NumberedRound> Rounds, double After)
{
    /// <summary>The lines of an issue, with no more ladders than <paramref name="most"/>.</summary>
    public static IssueLines Of(IssueView view, int most = int.MaxValue)
    {
        var days = view.Dyads.SelectMany(d => d.Path.Take(1)).Select(step => step.Date)
            .Concat(view.Positions.Select(p => p.Earlier.Append(p.Position).Min(x => x.OccurredOn)));
        var axis = new ShareChartGeometry([view.At.Negotiation.StartedOn, .. days, view.At.Date]);
        var last = view.Standing.LastEvidence?.Last ?? view.At.Date;
        var drawn = view.Dyads.Where(d => d.Path.Count > 0 || view.Standing.Judged.Contains(d)).ToList();
        return new(
            axis, [.. drawn.Take(most).Select(d => LevelLadder.Of(d, axis, last))], Math.Max(0, drawn.Count - most), NumberedRound.Of(view.At),
            view.Standing.LastEvidence is { } evidence && evidence.Last < axis.To ? axis.Across(evidence.Last) : 100);
    }
}
