using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Pairs;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Features.Talks;

/// <summary>Drafts, offers and claims as spans of a calendar strip.</summary>
public static class TalksCalendar
{
    // Rounds that are announced are drawn so many days ahead.
    private const int MostAhead = 120;

    /// <summary>The lanes of the whole board, with the axis from the first to the last day drawn.</summary>
    public static (IReadOnlyList<CalendarLane> Lanes, ShareChartGeometry Axis) OfBoard(
        BoardSnapshot at, BoardAddress address, IStringLocalizer<Text> l) => Drawn(
        at.Negotiation.StartedOn, at.Rounds.Select(r => r.LastDay).Where(day => day <= at.Date.AddDays(MostAhead)).Append(at.Date).Max(),
        (l["Claims"], Of(at.Claims, c => OfClaim(c, address, l))),
        (l["Offers"], Of(at.Offers, o => OfOffer(o, at, address, l))),
        (l["Drafts"], OfDrafts(at.Drafts, at, address, l)));

    /// <summary>The lanes of what lies between the two of a pair.</summary>
    public static (IReadOnlyList<CalendarLane> Lanes, ShareChartGeometry Axis) OfPair(
        PairView view, BoardAddress address, IStringLocalizer<Text> l) => Drawn(
        view.Drafts.SelectMany(d => d.Draft.Versions.Select(v => v.Date)).Concat(view.Offers.Select(o => o.OfferedOn))
            .Append(view.At.Negotiation.StartedOn).Min(),
        view.At.Date,
        (l["Offers"], Of(view.Offers, o => OfOffer(o, view.At, address, l))),
        (l["Drafts"], OfDrafts(view.Drafts.Select(d => d.Draft), view.At, address, l)));

    /// <summary>A draft: each version until the next, the newest until the board's date.</summary>
    public static IEnumerable<CalendarSpan> OfDraft(Draft draft, BoardSnapshot at, BoardAddress address, IStringLocalizer<Text> l)
    {
        var versions = draft.Versions.OrderBy(v => v.Date).ThenBy(v => v.Number).ToList();
        return versions.Select((version, i) =>
        {
            var next = i + 1 < versions.Count ? versions[i + 1].Date : (DateOnly?)null;
            var words = l["{0}, version {1}", draft.Title, version.Number].Value;
            return new CalendarSpan(
                version.BracketedPassages is { } brackets ? $"{words}, {l.Number(brackets, "{0} bracket", "{0} brackets")}" : words,
                Days(l, version.Date, next), version.Date, next ?? at.Date, address.Draft(draft.Key), "strip-draft");
        });
    }

    /// <summary>An offer: from its day until it ended or lapsed, or to the board's date.</summary>
    public static CalendarSpan OfOffer(Offer offer, BoardSnapshot at, BoardAddress address, IStringLocalizer<Text> l)
    {
        var state = offer.StateOn(at.Date);
        var end = offer.EndedOn is { } ended && ended <= at.Date ? ended : offer.ValidUntil is { } until && until < at.Date ? until : (DateOnly?)null;
        return new(
            $"{offer.Title} ({l.Word(state)})", Days(l, offer.OfferedOn, end), offer.OfferedOn, end ?? at.Date,
            $"{address.Drafts}#offer-{offer.Key}", state == OfferState.Open ? "strip-offer strip-open" : "strip-offer");
    }

    /// <summary>A claim: the day on which it was made, or the whole of its week or month.</summary>
    public static CalendarSpan OfClaim(Claim claim, BoardAddress address, IStringLocalizer<Text> l) => new(
        l.ClaimTitle(claim), l.Date(claim.OccurredOn, claim.Precision), claim.OccurredOn,
        claim.Precision == DatePrecision.Day ? null : new DateAsKnown(claim.OccurredOn, claim.Precision).Last, address.Claim(claim.Key),
        "strip-claim");

    // Of thousands of rows, which come newest first, those alone are put into words that are shown.
    private static (int All, IEnumerable<CalendarSpan> Newest) Of<T>(IEnumerable<T> newest, Func<T, CalendarSpan> span)
    {
        var all = newest.ToList();
        return (all.Count, all.Select(span));
    }

    private static (int All, IEnumerable<CalendarSpan> Newest) OfDrafts(
        IEnumerable<Draft> drafts, BoardSnapshot at, BoardAddress address, IStringLocalizer<Text> l) =>
        Of(drafts.SelectMany(d => OfDraft(d, at, address, l)).OrderByDescending(s => s.From), span => span);

    // Lanes without anything are left out.
    private static (IReadOnlyList<CalendarLane> Lanes, ShareChartGeometry Axis) Drawn(
        DateOnly from, DateOnly to, params IEnumerable<(LocalizedString Name, (int All, IEnumerable<CalendarSpan> Newest) Spans)> lanes)
    {
        var axis = new ShareChartGeometry([from, to]);
        return ([.. lanes.Where(lane => lane.Spans.All > 0).Select(lane =>
            CalendarLane.Newest(lane.Name, lane.Spans.All, lane.Spans.Newest, axis.Across))], axis);
    }

    private static string Days(IStringLocalizer<Text> l, DateOnly from, DateOnly? until) =>
        until is { } end ? l.Period(from, end) : l["since {0}", l.Date(from)];
}
