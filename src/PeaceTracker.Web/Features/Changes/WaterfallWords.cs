using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>Why a comparison has no waterfall, and what to do about it.</summary>
public static class WaterfallWords
{
    /// <summary>"Nothing was counted on 5 March 2024. The share begins on 14 March 2024: compare from that day."; null where there is one.</summary>
    public static string? WhyNone(this IStringLocalizer<Text> l, DateComparison view)
    {
        if (view.Agreed is { From.PrintsPercent: true, To.PrintsPercent: true })
        {
            return view.Agreed is { From.Met: 0, To.Met: 0 } ? l["Nothing was agreed on either date."].Value : null;
        }

        var (share, date) = view.Agreed.From.PrintsPercent ? (view.Agreed.To, view.To.Date) : (view.Agreed.From, view.From.Date);
        var why = share.Total == 0
            ? l["Nothing was counted on {0}.", l.Date(date)]
            : l[share.Total == 1 ? "On {0} only {1} issue was counted, too few for a percentage."
                : "On {0} only {1} issues were counted, too few for a percentage.", l.Date(date), share.Total];
        return $"{why} {WhatToDo(l, view)}";
    }

    // Of the whole board it is known from when on there is a share.
    private static string WhatToDo(IStringLocalizer<Text> l, DateComparison view) =>
        view.Scope == ComparedScope.Whole && view.To.History.Periods.FirstOrDefault(p => p.Agreed.PrintsPercent) is { } first
            && first.Date > view.From.Date && first.Date < view.To.Date
            ? l["The share begins on {0}: compare from that day.", l.Date(first.Date)]
            : l["Compare two other days."];
}
