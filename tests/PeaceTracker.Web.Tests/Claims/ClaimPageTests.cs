using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Claims;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Claims;

public class ClaimPageTests : EditingTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(2, null).Claim(90, on: 2).Build();

    [Fact]
    public async Task New_TwoClaimantsAndTwoAppearances_AreOnTheBoard()
    {
        var store = await WithEditorAsync(Record);
        var page = Open();
        Fill(page, "claimants-0--name", "an official");
        Button(page, "Add another claimant").Click();
        Fill(page, "claimants-1--name", "two diplomats");
        page.Find("#field-claimants-1--anonymous").Change(true);
        Fill(page, "occurredOn", "2026-02-03");
        Fill(page, "figure", "87.5");
        Fill(page, "ofWhat", "the terms");
        Choose(page, "scope", (int)ClaimScope.WholeBoard);
        Fill(page, "thresholdWord", "done");
        Choose(page, "threshold", (int)ClaimThreshold.Text);
        Fill(page, "appearances-0--citation-source", "report");
        Fill(page, "appearances-0--citation-locator", "P2");
        Button(page, "Add another appearance").Click();
        Fill(page, "appearances-1--citation-source", "report");
        Fill(page, "appearances-1--citation-locator", "P9");
        Fill(page, "appearances-1--wording", "of the deal");

        await SaveAsync(page);

        var claim = (await BoardAsync(store)).Claims[^1];
        Assert.Equal(["an official", "two diplomats"], claim.Claimants.Select(c => c.Name));
        Assert.Equal([false, true], claim.Claimants.Select(c => c.Anonymous));
        Assert.Equal((87.5m, "the terms", ClaimScope.WholeBoard, "done", ClaimThreshold.Text), (claim.Figure, claim.OfWhat, claim.Scope, claim.ThresholdWord, claim.Threshold));
        Assert.Equal(["P2", "P9"], claim.Appearances.Select(a => a.Citation.Locator));
        Assert.Equal([null, "of the deal"], claim.Appearances.Select(a => a.Wording));
        Assert.Equal(new DateOnly(2026, 2, 3), claim.OccurredOn);
        Assert.EndsWith($"/claims#claim-{claim.Key}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_Empty_SaysAtEachFieldWhatIsMissingAndSavesNothing()
    {
        var store = await WithEditorAsync(Record);
        var page = Open();

        await SaveAsync(page);

        string[] missing = ["claimants-0--name", "ofWhat", "scope", "thresholdWord", "threshold", "occurredOn", "appearances-0--citation-source", "appearances-0--citation-locator"];
        Assert.All(missing, field => Assert.NotEmpty(page.Find($"#field-{field}-error").TextContent.Trim()));
        Assert.Single((await BoardAsync(store)).Claims);
    }

    [Fact]
    public async Task Correct_FigureThatWasMisread_StandsInThePlaceOfTheClaim()
    {
        var store = await WithEditorAsync(Record);
        var page = Open("claim-1");
        Assert.Equal("90", page.Find("#field-figure").GetAttribute("value"));
        Fill(page, "figure", "80");
        Fill(page, "reason", "Misread.");

        await SaveAsync(page);

        var claim = (await BoardAsync(store)).Claims[^1];
        Assert.Equal((EntryKind.Correction, "claim-1", "Misread.", 80m), (claim.Kind, claim.SupersedesKey, claim.Reason, claim.Figure));
    }

    [Fact]
    public async Task Correct_KeyOfNone_IsNotFound()
    {
        await WithEditorAsync(Record);

        Assert.Equal(WorkState.NotFound, Open("no-such").Instance.State);
    }

    [Fact]
    public async Task New_WhereApprovalIsRequired_LeadsToTheOutcome()
    {
        await WithEditorAsync(Record with { Negotiation = Record.Negotiation with { RequiresApproval = true } });
        var page = Open();

        Assert.Empty(page.FindAll("[data-save]"));
        Assert.EndsWith("/edit/outcome", page.Find(".note[role=note] a").GetAttribute("href"), StringComparison.Ordinal);
    }

    private static void Fill(IRenderedComponent<ClaimPage> page, string field, string text) => page.Find($"#field-{field}").Change(text);

    private static void Choose(IRenderedComponent<ClaimPage> page, string field, int index) => Fill(page, field, index.ToString(CultureInfo.InvariantCulture));

    private static IElement Button(IRenderedComponent<ClaimPage> page, string words) => page.FindAll("button").Single(button => button.TextContent == words);

    private static async Task<NegotiationRecord> BoardAsync(TestStore store) => (await store.Boards.FindAsync(Record.Negotiation.Slug, Xunit.TestContext.Current.CancellationToken))!.Record;

    private IRenderedComponent<ClaimPage> Open(string? key = null) => Opened(Render<ClaimPage>(p => p.Add(c => c.Slug, Record.Negotiation.Slug).Add(c => c.Key, key)));
}
