using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Claims;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Claims;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Claims;

public class HeadlinePageTests : FormPageTests
{
    private static readonly NegotiationRecord Record =
        new RecordBuilder().Issues(5, Level.Disputed).Claim(60, on: 2).Claim(90, "a-b", on: 3).Claim(100, issues: ["issue-1"], on: 4).Build();

    // The newest first; the claim about one issue is not on offer.
    [Fact]
    public async Task Choose_AnotherClaim_IsKeptWithItsReason()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<HeadlinePage>();
        Assert.Equal(3, page.FindAll("#field-claim option").Count);
        await ChooseAsync(page, "claim", 1);
        await TypeAsync(page, "reason", "It speaks of all.");

        await SaveAsync(page);

        var choice = Assert.Single((await BoardAsync(store)).Negotiation.HeadlineChoices);
        Assert.Equal(("claim-1", "It speaks of all."), (choice.ClaimKey, choice.Reason));
        Assert.Equal($"/negotiations/{RecordBuilder.Slug}", Place.TrimEnd('/'));
    }

    [Fact]
    public async Task Choose_SomebodyChoseMeanwhile_IsRefused()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<HeadlinePage>();
        await RunAsync(store, new ChooseHeadline(RecordBuilder.Slug, "claim-1", null, 0));
        await ChooseAsync(page, "claim", 0);

        await SaveAsync(page);

        Assert.Contains("Somebody else has chosen", page.Find(".save-errors").TextContent, StringComparison.Ordinal);
    }

    // Told before anything is typed, with the way that is open.
    [Fact]
    public async Task Open_EditorUnderApproval_IsLedToTheOutcome()
    {
        await WithEditorAsync(Record with { Negotiation = Record.Negotiation with { RequiresApproval = true } });
        var page = Open<HeadlinePage>();

        Assert.Empty(page.FindAll("[data-save]"));
        Assert.EndsWith("/edit/outcome", page.Find(".note[role=note] a").GetAttribute("href"), StringComparison.Ordinal);
    }
}
