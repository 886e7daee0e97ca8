using Bunit;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Claims;
using PeaceTracker.Web.Features.Drafts;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Positions;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Features.Talks;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>Where a negotiation asks for a second person, an editor is told what is not theirs to change before anything is typed.</summary>
public class ApprovalTests : FormPageTests
{
    private static readonly NegotiationRecord Plain = new RecordBuilder().Issues(2, Level.Disputed).Build();

    private static readonly Round Talks = new()
    {
        Key = "berlin", Title = "Berlin talks", AnnouncedOn = RecordBuilder.Day(1), StartsOn = RecordBuilder.Day(2), State = RoundState.Held,
        Outcome = "They met.", Citations = [RecordBuilder.Cited], RecordedAt = RecordBuilder.At(2),
    };

    private static readonly NegotiationRecord Record = Plain with
    {
        Negotiation = Plain.Negotiation with { RequiresApproval = true },
        Rounds = [Talks, Talks with { Key = "miami", Title = "Miami talks", State = RoundState.Planned, Outcome = null }],
    };

    [Fact]
    public Task New_AgendaForAnEditor_IsForManagers() => RefusesAsync<EditAgendaPage>("only managers can change its agenda", toOutcome: false);

    [Fact]
    public Task New_DraftForAnEditor_LeadsToAnOutcome() => RefusesAsync<EditDraftPage>("record what is new as part of an outcome", toOutcome: true);

    [Fact]
    public Task New_OfferForAnEditor_LeadsToAnOutcome() => RefusesAsync<EditOfferPage>("record what is new as part of an outcome", toOutcome: true);

    [Fact]
    public Task New_StatusEventForAnEditor_LeadsToAnOutcome() => RefusesAsync<EditStatusEventPage>("nothing is recorded directly", toOutcome: true);

    [Fact]
    public Task New_PositionForAnEditor_LeadsToAnOutcome() => RefusesAsync<EditPositionPage>("nothing is recorded directly", toOutcome: true);

    [Fact]
    public Task New_ClaimForAnEditor_LeadsToAnOutcome() => RefusesAsync<EditClaimPage>("nothing is recorded directly", toOutcome: true);

    [Fact]
    public async Task Edit_RoundForAnEditor_ItsOutcomeIsShutWithTheReason()
    {
        await WithEditorAsync(Record);

        var page = Open<EditRoundPage>("berlin");

        Assert.True(IsShut(page, "outcome"));
        Assert.True(IsShut(page, "state"));
        Assert.False(IsShut(page, "place"));
        Assert.Contains("record this in an outcome of talks", page.Find("fieldset.for-managers legend").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_RoundForAnEditor_IsOneThatIsPlanned()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditRoundPage>();

        await TypeAsync(page, "title", "Oslo talks");
        await TypeAsync(page, "startsOn", "2026-02-02");
        await SaveAsync(page);

        Assert.Equal(RoundState.Planned, (await BoardAsync(store)).Record.Rounds.Single(round => round.Title == "Oslo talks").State);
    }

    [Theory]
    [InlineData(AccountRole.Editor, true)]
    [InlineData(AccountRole.Manager, false)]
    public async Task Edit_IssueByRole_WhatMovesAFigureIsShutForEditors(AccountRole role, bool shut)
    {
        await WithEditorAsync(Record, role);

        var page = Open<EditIssuePage>(Record.Issues[0].Key);

        Assert.Equal(shut, IsShut(page, "salience"));
        Assert.Equal(shut, IsShut(page, "category"));
        Assert.False(IsShut(page, "title"));
    }

    // A new issue is on no agenda: all of it is an editor's.
    [Fact]
    public async Task New_IssueForAnEditor_NothingIsShut()
    {
        await WithEditorAsync(Record);

        Assert.Empty(Open<EditIssuePage>().FindAll("fieldset.for-managers"));
    }

    [Fact]
    public async Task Edit_WithoutApproval_NothingIsShut()
    {
        await WithEditorAsync(Record with { Negotiation = Plain.Negotiation });

        Assert.Empty(Open<EditRoundPage>("berlin").FindAll("fieldset.for-managers"));
    }

    [Theory]
    [InlineData("drafts", true)]
    [InlineData("offers", true)]
    [InlineData("claims", true)]
    [InlineData("status-events", true)]
    [InlineData("agenda", false)]
    public async Task List_KindForManagers_SaysSoAndOffersNoForm(string kind, bool toOutcome)
    {
        await WithEditorAsync(Record);
        var page = List(kind);

        Assert.Contains("only managers", page.Find(".note[role=note]").TextContent, StringComparison.Ordinal);
        Assert.Equal(toOutcome, page.FindAll(".note a[href$='/edit/outcome']").Count == 1);
        Assert.Empty(page.FindAll("a[href$='/new'], a[href*='/edit/retract/'], a[href$='/correct']"));
        Assert.All(page.FindAll("tbody td.edit-row-links"), cell => Assert.Contains("for managers", cell.TextContent, StringComparison.Ordinal));
    }

    // What came of talks is taken off by managers; a round that is only planned by whoever keeps the board.
    [Fact]
    public async Task List_RoundsForAnEditor_OnlyThePlannedOneCanBeRetracted()
    {
        await WithEditorAsync(Record);

        Assert.EndsWith(
            "/edit/retract/rounds/miami", Assert.Single(List("rounds").FindAll("a[href*='/edit/retract/']")).GetAttribute("href"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retract_RoundWithAnOutcomeForAnEditor_IsRefusedBeforeAReasonIsTyped()
    {
        await WithEditorAsync(Record);

        var page = Opened(Render<RetractPage>(p => p.Add(x => x.Slug, RecordBuilder.Slug).Add(x => x.Section, "rounds").Add(x => x.Key, "berlin")));

        Assert.Contains("only managers can take", page.Find(".note-warn").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-save]"));
    }

    private async Task RefusesAsync<T>(string words, bool toOutcome) where T : WorkPage
    {
        await WithEditorAsync(Record);

        var page = Open<T>();

        Assert.Contains(words, page.Find(".note[role=note]").TextContent, StringComparison.Ordinal);
        Assert.Equal(toOutcome, page.FindAll(".note a[href$='/edit/outcome']").Count == 1);
        Assert.Empty(page.FindAll("[data-save], .field"));
    }

    private IRenderedComponent<RowListPage> List(string kind) =>
        Opened(Render<RowListPage>(p => p.Add(x => x.Slug, RecordBuilder.Slug).Add(x => x.Kind, kind)));

    private static bool IsShut(IRenderedComponent<IComponent> page, string field) =>
        page.Find($"#field-{field}").Closest("fieldset[disabled]") is not null;
}
