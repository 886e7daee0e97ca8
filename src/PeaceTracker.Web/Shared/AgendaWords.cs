using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Web.Shared;

/// <summary>How long an agenda is, in words: a list of n points need not name them all.</summary>
public static class AgendaWords
{
    /// <summary>"22 issues", or "10 named of 20 points" where the list has more than are named.</summary>
    public static string Counted(this IStringLocalizer<Text> l, AgendaVersion agenda) => agenda.PointCount > agenda.Named
        ? l["{0} named of {1}", agenda.Named, l.Number(agenda.PointCount, "{0} point", "{0} points")]
        : l.Number(agenda.Named, "{0} issue", "{0} issues");

    /// <summary>That shares are over the issues named alone; null where all are named, or there is no agenda.</summary>
    public static string? OverNamed(this IStringLocalizer<Text> l, AgendaVersion? agenda) => agenda is null || agenda.PointCount <= agenda.Named
        ? null
        : l["The agenda has {0}, of which {1}: shares cover only these.", l.Number(agenda.PointCount, "{0} point", "{0} points"),
            l.Number(agenda.Named, "{0} is named here", "{0} are named here")].Value;
}
