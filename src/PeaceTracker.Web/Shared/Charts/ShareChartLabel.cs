using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Web.Shared.Charts;

/// <summary>A label in the share chart.</summary>
/// <param name="Kind">What it labels: a claim, a step, a change of the agenda, the only day.</param>
/// <param name="Across">The point that it labels, in percent of the width.</param>
/// <param name="Down">The same, in pixels.</param>
/// <param name="Lead">Its words where there is little room.</param>
/// <param name="Lines">What follows them where there is more: the rest of its first line, and further lines.</param>
/// <param name="Href">Where it leads; null for nowhere.</param>
public sealed record ShareChartLabel(string Kind, double Across, double Down, string Lead, IReadOnlyList<string> Lines, string? Href)
{
    /// <summary>The kinds of labels, which are also their classes.</summary>
    public const string Claim = "chart-claim-text", Step = "chart-step-text", Agenda = "chart-agenda-text", Day = "chart-day-text";

    /// <summary>The form of a phone's page, in which labels are short.</summary>
    public const string Narrow = "chart-narrow";

    /// <summary>The forms that a page holds, one for each kind of screen: the class by which it is shown there, and the widths of its plot.</summary>
    public static IReadOnlyList<(string Class, IReadOnlyList<LabelRoom> Rooms)> Forms { get; } =
        [("chart-broad", LabelRoom.Broad), ("chart-wide chart-middle", LabelRoom.Wide), (Narrow, LabelRoom.Narrow)];

    private const int LongestName = 30, LongestLine = 20, MostLines = 3;

    // Finding them costs a tenth of the page; a chart has the same ones wherever its parts lead, in each language.
    private static readonly ConditionalWeakTable<
        ShareTimeline, ConcurrentDictionary<(IReadOnlyList<LabelRoom>, CultureInfo), IReadOnlyList<PlacedLabel?>>> Places = new();

    /// <summary>Where it stands; null where another speaks for it.</summary>
    public PlacedLabel? Place { get; init; }

    /// <summary>All that it says, with its day: for beside the drawing, where that has room for a letter alone.</summary>
    public string InFull { get; init; } = "";

    /// <summary>All labels of the chart, each with its place.</summary>
    public static IReadOnlyList<ShareChartLabel> All(
        ShareTimeline timeline, ShareChartGeometry geometry, IReadOnlyList<LabelRoom> rooms, ShareChartLinks links, IStringLocalizer<Text> l)
    {
        List<ShareChartLabel> labels =
        [
            .. timeline.IsOfOneDay ? Days(timeline, geometry, l) : [],
            .. timeline.OnBoard.Select(c => OfClaim(c, geometry, links, l)),
            .. timeline.Biggest.Select(step => OfStep(step, timeline, geometry, links, l)),
            .. timeline.Agendas.Where(a => !timeline.Biggest.Any(step => step.IsOfScope && step.When.On == a.Date))
                .Select(a => new ShareChartLabel(
                    Agenda, geometry.Across(a.Date), ShareChartGeometry.Down(100) - 20, $"{a.Before.Named} → {a.After.Named}",
                    [l["issues"]], links.Compared(a.Date.AddDays(-1), a.Date)) { InFull = $"{l.Date(a.Date)}: {l.Changed(a)}" }),
        ];
        var places = rooms == LabelRoom.Broad || rooms == LabelRoom.Wide || rooms == LabelRoom.Narrow
            ? Places.GetOrCreateValue(timeline).GetOrAdd(
                (rooms, CultureInfo.CurrentUICulture), _ => PlacesOf(labels, timeline, geometry, rooms, l))
            : PlacesOf(labels, timeline, geometry, rooms, l);
        return [.. labels.Zip(places, (label, place) => label with { Place = place })];
    }

    private static IReadOnlyList<PlacedLabel?> PlacesOf(
        List<ShareChartLabel> labels, ShareTimeline timeline, ShareChartGeometry geometry, IReadOnlyList<LabelRoom> rooms, IStringLocalizer<Text> l)
    {
        var lines = timeline.IsOfOneDay ? [] : ShareChartLine.OnRecord(l)
            .SelectMany(line => ShareChartPart.Of(timeline, geometry, line.Share), (line, part) => new KeptClear(
                part.From, part.To, Math.Min(part.Start, part.End), Math.Max(part.Start, part.End), line.Class == "line-agreed" ? 6 : 2)).ToList();
        return LabelPlacer.Place(
            labels.ConvertAll(label => label.Wanted), rooms, ShareChartGeometry.HighestLabel, ShareChartGeometry.LowestLabel, lines);
    }

    /// <summary>Whether a name is so long that a label may have no room for it.</summary>
    public static bool IsLong(string name) => LineBreaks.Width(name) > LongestName;

    /// <summary>The room that it wants.</summary>
    public WantedLabel Wanted => new(
        Across, Down, Lines.Select((line, i) => line.Length + (i == 0 ? Lead.Length + 1 : 0)).Append(Lead.Length).Max(), Lead.Length,
        Math.Max(1, Lines.Count), Kind);

    private static ShareChartLabel OfClaim(ClaimComparison comparison, ShareChartGeometry geometry, ShareChartLinks links, IStringLocalizer<Text> l)
    {
        var claim = comparison.Claim;

        // There is room for one name.
        var name = claim.FirstClaimant?.Name ?? "";
        return new(
            Claim, geometry.Middle(new DateAsKnown(claim.OccurredOn, claim.Precision)), ShareChartGeometry.Down(ClaimWords.Place(claim)),
            l.ClaimHeadline(claim) is var (large, beside) ? beside ?? large : "",
            LineBreaks.Of(name, LongestName) is { Count: > 0 } lines ? lines : [""], links.Claim(claim.Key))
        {
            InFull = $"{l.Date(claim.OccurredOn, claim.Precision)}: {l.ClaimTitle(claim)}",
        };
    }

    private static ShareChartLabel OfStep(
        ShareStep step, ShareTimeline timeline, ShareChartGeometry geometry, ShareChartLinks links, IStringLocalizer<Text> l)
    {
        var lead = PercentText.SignedPoints(step.Comparison.Change!.Value, CultureInfo.CurrentCulture);
        var cause = l.Cause(step, timeline);
        var lines = LineBreaks.Of($"{lead} {cause}", LongestLine);
        var first = lines[0].Length > lead.Length ? lines[0][(lead.Length + 1)..] : "";
        return new(
            Step, geometry.Across(step.When.On), ShareChartGeometry.Down(step.Comparison.To.Value!.Value), lead,
            [first, .. lines.Skip(1).Take(MostLines - 2), .. lines.Skip(MostLines - 1).Take(1).Select(x => lines.Count > MostLines ? x + "…" : x)],
            links.Compared(step.Before, step.When.On))
        {
            InFull = l["{0}: {1}, {2}", l.Date(step.When.On, step.When.Precision), l.SignedPoints(step.Comparison.Change!.Value), cause],
        };
    }

    // Three points of one day lie on one another: one label says what all are, the agreed share first.
    private static IEnumerable<ShareChartLabel> Days(ShareTimeline timeline, ShareChartGeometry geometry, IStringLocalizer<Text> l)
    {
        var period = timeline.History.Periods[0];
        var lines = ShareChartLine.OnRecord(l).Where(line => line.Share(period).Value is not null).OrderBy(line => line.Class != "line-agreed")
            .Select(line => (Figure: l.Counts(line.Share(period)), Name: line.Name.ToLower(CultureInfo.CurrentCulture))).ToList();
        return period.Agreed.Value is not { } agreed ? [] :
        [
            new ShareChartLabel(
                Day, geometry.Across(period.Date), ShareChartGeometry.Down(agreed), lines[0].Figure,
                [lines[0].Name, .. lines.Skip(1).Select(line => $"{line.Figure} {line.Name}")], null)
            {
                InFull = $"{l.Date(period.Date)}: {string.Join(", ", lines.Select(line => $"{line.Figure} {line.Name}"))}",
            },
        ];
    }
}

/// <summary>Where the parts of a share chart lead.</summary>
/// <param name="Claim">The address of a claim by its key.</param>
/// <param name="Compared">The address of two dates compared.</param>
/// <param name="Round">The address of a round by its key.</param>
public sealed record ShareChartLinks(Func<string, string> Claim, Func<DateOnly, DateOnly, string> Compared, Func<string, string> Round);
