using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Drafts;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Drafts;

public class EditOfferPageTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(2, Level.Disputed).Build();

    [Fact]
    public async Task New_UntilADay_IsOnTheBoardWithItsConditions()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditOfferPage>();
        await TypeAsync(page, "title", "Free passage");
        await TypeAsync(page, "byParty", "a");
        await TickAsync(page, "#field-toParties input");
        await TypeAsync(page, "offeredOn", "2026-01-04");
        await TypeAsync(page, "conditions", "a ceasefire\n\nmonitors");
        await ChooseAsync(page, "validity", (int)Validity.UntilDate);
        await TypeAsync(page, "validUntil", "2026-02-04");
        await TypeAsync(page, "citations-0--source", "report");
        await TypeAsync(page, "citations-0--locator", "P4");

        await SaveAsync(page);

        var offer = Assert.Single((await BoardAsync(store)).Record.Offers);
        Assert.Equal(("free-passage", "Free passage", "a"), (offer.Key, offer.Title, offer.ByPartyKey));
        Assert.Equal(["b"], offer.ToPartyKeys);
        Assert.Equal((RecordBuilder.Day(4), Validity.UntilDate, new DateOnly(2026, 2, 4)), (offer.OfferedOn, offer.Validity, offer.ValidUntil));
        Assert.Equal(["a ceasefire", "monitors"], offer.Conditions);
        Assert.Equal("P4", Assert.Single(offer.Citations).Locator);
    }

    [Fact]
    public async Task New_UntilADayThatIsMissing_IsSaidAtTheFieldAndNotSaved()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditOfferPage>();
        await TypeAsync(page, "title", "Free passage");
        await ChooseAsync(page, "validity", (int)Validity.UntilDate);

        await SaveAsync(page);

        Assert.All(["byParty", "offeredOn", "validUntil"], field => Assert.NotEmpty(ErrorAt(page, field)));
        Assert.Equal("Free passage", Value(page, "title"));
        Assert.Empty((await BoardAsync(store)).Record.Offers);
    }

    [Fact]
    public async Task Edit_OfferThatWasWithdrawn_HasItsEnd()
    {
        var open = new Offer
        {
            Key = "passage", Title = "Free passage", ByPartyKey = "a", ToPartyKeys = ["b"], OfferedOn = RecordBuilder.Day(4),
            Validity = Validity.NotForEver,
            Conditions = ["a ceasefire"], Citations = [RecordBuilder.Cited], RecordedAt = RecordBuilder.At(4),
        };
        var store = await WithEditorAsync(Record with { Offers = [open] });
        var page = Open<EditOfferPage>("passage");

        // The list begins with the offer that has not ended.
        await ChooseAsync(page, "end", (int)OfferEnd.Withdrawn);
        await TypeAsync(page, "endedOn", "2026-01-20");
        await SaveAsync(page);

        var offer = Assert.Single((await BoardAsync(store)).Record.Offers);
        Assert.Equal((OfferEnd.Withdrawn, RecordBuilder.Day(20)), (offer.End, offer.EndedOn));
        Assert.Equal(["a ceasefire"], offer.Conditions);
    }
}
