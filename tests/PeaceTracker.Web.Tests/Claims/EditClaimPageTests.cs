using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Claims;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Claims;

public class EditClaimPageTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(2, null).Claim(90, on: 2).Build();

    private static Draft Draft => new()
    {
        Key = "text", Title = "Text on guarantees", RecordedAt = RecordBuilder.At(1),
        Versions =
        [
            new DraftVersion { Number = 1, Date = RecordBuilder.Day(1), Citations = [RecordBuilder.Cited], RecordedAt = RecordBuilder.At(1) },
        ],
    };

    [Fact]
    public async Task New_TwoClaimantsAndTwoAppearances_AreOnTheBoard()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditClaimPage>();
        await TypeAsync(page, "claimants-0--name", "an official");
        await PressAsync(page, "Add another claimant");
        await TypeAsync(page, "claimants-1--name", "two diplomats");
        await TickAsync(page, "#field-claimants-1--anonymous");
        await TypeAsync(page, "occurredOn", "2026-02-03");
        await TypeAsync(page, "figure", "87.5");
        await TypeAsync(page, "ofWhat", "the terms");
        await ChooseAsync(page, "scope", (int)ClaimScope.WholeBoard);
        await TypeAsync(page, "thresholdWord", "done");
        await ChooseAsync(page, "threshold", (int)ClaimThreshold.Text);
        await TypeAsync(page, "appearances-0--citation-source", "report");
        await TypeAsync(page, "appearances-0--citation-locator", "P2");
        await PressAsync(page, "Add another appearance");
        await TypeAsync(page, "appearances-1--citation-source", "report");
        await TypeAsync(page, "appearances-1--citation-locator", "P9");
        await TypeAsync(page, "appearances-1--wording", "of the deal");

        await SaveAsync(page);

        var claim = (await BoardAsync(store)).Record.Claims[^1];
        Assert.Equal(["an official", "two diplomats"], claim.Claimants.Select(c => c.Name));
        Assert.Equal([false, true], claim.Claimants.Select(c => c.Anonymous));
        Assert.Equal(
            (87.5m, "the terms", ClaimScope.WholeBoard, "done", ClaimThreshold.Text),
            (claim.Figure, claim.OfWhat, claim.Scope, claim.ThresholdWord, claim.Threshold));
        Assert.Equal(["P2", "P9"], claim.Appearances.Select(a => a.Citation.Locator));
        Assert.Equal([null, "of the deal"], claim.Appearances.Select(a => a.Wording));
        Assert.Equal(new DateOnly(2026, 2, 3), claim.OccurredOn);
        Assert.EndsWith($"/claims#claim-{claim.Key}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_Empty_SaysAtEachFieldWhatIsMissingAndSavesNothing()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditClaimPage>();

        await SaveAsync(page);

        string[] missing =
        [
            "claimants-0--name",
            "ofWhat",
            "scope",
            "thresholdWord",
            "threshold",
            "occurredOn",
            "appearances-0--citation-source",
            "appearances-0--citation-locator",
        ];
        Assert.All(missing, field => Assert.NotEmpty(page.Find($"#field-{field}-error").TextContent.Trim()));
        Assert.Single((await BoardAsync(store)).Record.Claims);

        // One line for each field, in words that editors use.
        var lines = page.FindAll(".save-errors li").Select(line => line.TextContent).ToList();
        Assert.Equal(missing.Length, lines.Count);
        Assert.All(page.FindAll(".field-errors"), errors => Assert.True(errors.QuerySelectorAll("p").Length <= 1, errors.TextContent));
        Assert.DoesNotContain(lines, line => line.Contains("scope", StringComparison.Ordinal) || line.Contains("dyad", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Correct_FigureThatWasMisread_StandsInThePlaceOfTheClaim()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditClaimPage>("claim-1");
        Assert.Equal("90%", page.Find("#field-figure").GetAttribute("value"));
        await TypeAsync(page, "figure", "80");
        await TypeAsync(page, "reason", "Misread.");

        await SaveAsync(page);

        var claim = (await BoardAsync(store)).Record.Claims[^1];
        Assert.Equal((EntryKind.Correction, "claim-1", "Misread.", 80m), (claim.Kind, claim.SupersedesKey, claim.Reason, claim.Figure));
    }

    [Fact]
    public async Task New_PointsOfPointsOnADraft_AreKeptAsTheyWereSaid()
    {
        var store = await WithEditorAsync(Record with { Drafts = [Draft] });
        var page = Open<EditClaimPage>();
        await TypeAsync(page, "claimants-0--name", "an official");
        await TypeAsync(page, "occurredOn", "2026-02-03");
        await TypeAsync(page, "figure", "25/28");
        await TypeAsync(page, "ofWhat", "points");
        await ChooseAsync(page, "scope", (int)ClaimScope.Draft);
        await TypeAsync(page, "draft", "text");
        await TypeAsync(page, "thresholdWord", "ready");
        await ChooseAsync(page, "threshold", (int)ClaimThreshold.Text);
        await TypeAsync(page, "appearances-0--citation-source", "report");
        await TypeAsync(page, "appearances-0--citation-locator", "P2");

        await SaveAsync(page);

        var claim = (await BoardAsync(store)).Record.Claims[^1];
        Assert.Equal(
            (null, 25, 28, ClaimScope.Draft, "text"), (claim.Figure, claim.AgreedPoints, claim.Points, claim.Scope, claim.DraftKey));
    }

    // An address that was kept leads to what stands in the place of its entry.
    [Fact]
    public async Task Correct_EntryThatWasCorrectedSince_OpensTheNewest()
    {
        await WithEditorAsync(new RecordBuilder().Issues(2, null).Claim(90, on: 2).Claim(80, on: 2, corrects: "claim-1", recorded: 3).Build());

        Assert.Equal("80%", Open<EditClaimPage>("claim-1").Find("#field-figure").GetAttribute("value"));
    }

    [Fact]
    public async Task Correct_KeyOfNone_IsNotFound()
    {
        await WithEditorAsync(Record);

        Assert.Equal(WorkState.NotFound, Open<EditClaimPage>("no-such").Instance.State);
    }

    [Fact]
    public async Task New_WhereApprovalIsRequired_LeadsToTheOutcome()
    {
        await WithEditorAsync(Record with { Negotiation = Record.Negotiation with { RequiresApproval = true } });
        var page = Open<EditClaimPage>();

        Assert.Empty(page.FindAll("[data-save]"));
        Assert.EndsWith("/edit/outcome", page.Find(".note[role=note] a").GetAttribute("href"), StringComparison.Ordinal);
    }
}
