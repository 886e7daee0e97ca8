using PeaceTracker.Domain.Drafts;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Drafts;

public class OfferTests
{
    [Theory]
    [InlineData(10, OfferState.Open)] // its last day
    [InlineData(11, OfferState.Lapsed)]
    public void StateOn_UntilADate_LapsesTheDayAfter(int day, OfferState expected) =>
        Assert.Equal(expected, Made(Validity.UntilDate, until: 10).StateOn(RecordBuilder.Day(day)));

    [Theory]
    [InlineData(Validity.OpenEnded)]
    [InlineData(Validity.NotForEver)]
    public void StateOn_NoDate_StaysOpen(Validity validity) => Assert.Equal(OfferState.Open, Made(validity).StateOn(RecordBuilder.Day(3000)));

    [Theory]
    [InlineData(OfferEnd.Accepted, OfferState.Accepted)]
    [InlineData(OfferEnd.Refused, OfferState.Refused)]
    [InlineData(OfferEnd.Withdrawn, OfferState.Withdrawn)]
    public void StateOn_Ended_FromTheDayItself(OfferEnd end, OfferState expected)
    {
        var offer = Made(Validity.UntilDate, until: 10) with { EndedOn = RecordBuilder.Day(8), End = end };

        Assert.Equal(OfferState.Open, offer.StateOn(RecordBuilder.Day(7)));
        Assert.Equal(expected, offer.StateOn(RecordBuilder.Day(8)));
        Assert.Equal(expected, offer.StateOn(RecordBuilder.Day(20)));
    }

    private static Offer Made(Validity validity, int? until = null) => new()
    {
        Key = "offer",
        Title = "Guarantees",
        ByPartyKey = "a",
        OfferedOn = RecordBuilder.Day(1),
        Validity = validity,
        ValidUntil = until is { } day ? RecordBuilder.Day(day) : null,
        RecordedAt = RecordBuilder.At(1),
    };
}
