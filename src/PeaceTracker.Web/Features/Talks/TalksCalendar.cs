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
    // More marks in a lane could not be told apart; rounds that are announced are drawn so many days ahead.
    private const int MostInALane = 60, MostAhead = 120;

    /// <summary>The lanes of the whole board, with the first and the last day drawn.</summary>
    public static (IReadOnlyList<CalendarLane> Lanes, DateOnly From, DateOnly To) OfBoard(
        BoardSnapshot at, BoardAddress address, IStringLocalizer<Text> l) => (
    [
        new(l["Claims"], [.. at.Claims.Take(MostInALane).Select(c => OfClaim(c, address, l))]),
        new(l["Offers"], [.. at.Offers.Take(MostInALane).Select(o => OfOffer(o, at, address, l))]),
        new(l["Drafts"], [.. at.Drafts.SelectMany(d => OfDraft(d, at, address, l)).OrderByDescending(s => s.From).Take(MostInALane)]),
    ], at.Negotiation.StartedOn, at.Rounds.Select(r => r.LastDay).Where(day => day <= at.Date.AddDays(MostAhead)).Append(at.Date).Max());

    /// <summary>The lanes of what lies between the two of a pair.</summary>
    public static (IReadOnlyList<CalendarLane> Lanes, DateOnly From, DateOnly To) OfPair(
        PairView view, BoardAddress address, IStringLocalizer<Text> l) => (
    [
        new(l["Offers"], [.. view.Offers.Take(MostInALane).Select(o => OfOffer(o, view.At, address, l))]),
        new(l["Drafts"], [.. view.Drafts.SelectMany(d => OfDraft(d.Draft, view.At, address, l)).Take(MostInALane)]),
    ], view.Drafts.SelectMany(d => d.Draft.Versions.Select(v => v.Date)).Concat(view.Offers.Select(o => o.OfferedOn))
        .Append(view.At.Negotiation.StartedOn).Min(), view.At.Date);

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

    private static string Days(IStringLocalizer<Text> l, DateOnly from, DateOnly? until) =>
        until is { } end ? l.Period(from, end) : l["since {0}", l.Date(from)];
}
