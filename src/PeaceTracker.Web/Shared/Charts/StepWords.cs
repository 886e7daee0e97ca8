using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Shared.Charts;

/// <summary>What moved a share, in words.</summary>
public static class StepWords
{
    /// <summary>In short: "agenda: 22 → 24 issues", the round, or the issue that newly counts or no longer does.</summary>
    public static string Cause(this IStringLocalizer<Text> l, ShareStep step, ShareTimeline timeline)
    {
        var (gained, lost) = (step.Comparison.Gained, step.Comparison.Lost);
        return step switch
        {
            { IsOfScope: true } when timeline.Agendas.FirstOrDefault(a => a.Date == step.When.On) is { } agenda =>
                l["agenda: {0} → {1} issues", agenda.Before.Named, agenda.After.Named],
            { IsOfScope: true } => l["another agenda"],
            { Round: { } round } => round.Title,
            _ when lost.Count > 0 && step.Comparison.Change < Ratio.Zero => Others(lost, l["{0} no longer agreed", lost[0].Issue.Title]),
            _ when gained.Count > 0 => Others(gained, l["{0} agreed", gained[0].Issue.Title]),
            _ => l["judged differently"],
        };

        string Others(IReadOnlyList<StandingChange> changes, string one) =>
            changes.Count == 1 ? one : l["{0} and {1} more", one, changes.Count - 1];
    }

    /// <summary>The counts before and after: "4 → 3 of 22", or "7 of 22 → 7 of 24" where the agenda is another.</summary>
    public static string Move(this IStringLocalizer<Text> l, Share from, Share to) => from.Total == to.Total
        ? l["{0} → {1} of {2}", from.Met, to.Met, to.Total]
        : l["{0} → {1}", l.Counts(from), l.Counts(to)];

    /// <summary>What another agenda did: "22 → 24 issues (5 added, 3 dropped): −2.7 points".</summary>
    public static string Changed(this IStringLocalizer<Text> l, AgendaStep step)
    {
        var words = l["{0} → {1} issues ({2} added, {3} dropped)", step.Before.Named, step.After.Named, step.Added, step.Dropped];
        return step.Comparison.ScopeEffect is { } effect && step.Comparison.From.PrintsPercent && step.Comparison.To.PrintsPercent
            ? l["{0}: {1}", words, l.SignedPoints(effect)]
            : words;
    }
}
