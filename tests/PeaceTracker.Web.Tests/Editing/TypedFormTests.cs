using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Parties;
using PeaceTracker.Web.Features.Sources;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>What is typed into a form, kept and given back.</summary>
public sealed class TypedFormTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, Level.Disputed).Build();

    private static Source Before => Record.Sources[0];

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    private FormKeeper Keeper => Services.GetRequiredService<FormKeeper>();

    private static string NewSource => $"/negotiations/{RecordBuilder.Slug}/edit/sources/new";

    // As the browser asks for it a moment after the last letter: the program may be killed right after.
    [Fact]
    public async Task Keep_AskedByTheBrowser_IsInTheStore()
    {
        await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        Assert.Equal(TypedState.Kept, await KeepAsync(page));
        Assert.Null(await Keeper.FindAsync(WhoIsIn, NewSource, Cancellation));

        await TypeAsync(page, "headline", "Half a head");
        Assert.Equal(TypedState.Kept, await KeepAsync(page));

        Assert.Contains("Half a head", (await Keeper.FindAsync(WhoIsIn, NewSource, Cancellation))!.Typed, StringComparison.Ordinal);
        Assert.Equal("Add a source", (await Keeper.FindAsync(WhoIsIn, NewSource, Cancellation))!.Title);
    }

    [Fact]
    public async Task Keep_TypedAndTakenBack_IsNotKept()
    {
        await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await TypeAsync(page, "headline", "Half");
        await KeepAsync(page);

        await TypeAsync(page, "headline", "");
        await KeepAsync(page);

        Assert.Null(await Keeper.FindAsync(WhoIsIn, NewSource, Cancellation));
    }

    [Fact]
    public async Task Open_NothingTyped_SaysNothing()
    {
        await WithEditorAsync(Record);
        Open<EditSourcePage>();
        await DisposeComponentsAsync();

        Assert.Empty(Open<EditSourcePage>().FindAll(".typed-back"));
    }

    [Fact]
    public async Task Open_OfAnotherRow_IsNotFilled()
    {
        await WithEditorAsync(Record);
        await TypeAsync(Open<EditSourcePage>(), "headline", "Of a new one");
        await DisposeComponentsAsync();

        Assert.Equal(Before.Headline, Value(Open<EditSourcePage>(Before.Key), "headline"));
    }

    // One page may be given another row, as by a link: what was typed stays where it was typed.
    [Fact]
    public async Task Type_ThenAnotherRowOnTheSamePage_IsKeptForTheFirst()
    {
        await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await TypeAsync(page, "headline", "Of a new one");

        page.Render(parameters => parameters.Add(p => p.Slug, RecordBuilder.Slug).Add(p => p.Key, Before.Key));
        Opened(page);
        Assert.Equal(Before.Headline, Value(page, "headline"));
        await DisposeComponentsAsync();

        Assert.Equal("Of a new one", Value(Open<EditSourcePage>(), "headline"));
        await DisposeComponentsAsync();
        Assert.Equal(Before.Headline, Value(Open<EditSourcePage>(Before.Key), "headline"));
    }

    [Fact]
    public async Task Save_WhatWasGivenBack_IsOnTheBoardAndKeptNoLonger()
    {
        var store = await WithEditorAsync(Record);
        await TypeAsync(Open<EditSourcePage>(Before.Key), "headline", "Typed in time");
        await DisposeComponentsAsync();

        var page = Open<EditSourcePage>(Before.Key);
        await TypeAsync(page, "byline", "By me");
        await SaveAsync(page);
        await DisposeComponentsAsync();

        Assert.Equal(Before with { Headline = "Typed in time", Byline = "By me" }, (await BoardAsync(store)).Sources[Before.Key]);
        Assert.Empty(await Keeper.ListAsync(WhoIsIn, RecordBuilder.Slug, Cancellation));
    }

    // Saved over what was opened at first, their change would be lost without a word.
    [Fact]
    public async Task Open_RowChangedBySomebodyElseMeanwhile_SaysSoAndSavingComparesBoth()
    {
        var store = await WithEditorAsync(Record);
        await TypeAsync(Open<EditSourcePage>(Before.Key), "headline", "Mine");
        await DisposeComponentsAsync();
        await RunAsync(store, new EditRow<Source>(RecordBuilder.Slug, Before, Before with { Headline = "Theirs" }));

        var page = Open<EditSourcePage>(Before.Key);
        Assert.Contains("Somebody else has changed this in the meantime.", page.Find(".moved-note").TextContent, StringComparison.Ordinal);
        await SaveAsync(page);

        Assert.Equal(["Headline"], page.FindAll(".conflict tbody th").Select(field => field.TextContent));
        Assert.Equal("Theirs", (await BoardAsync(store)).Sources[Before.Key].Headline);
    }

    [Fact]
    public async Task Open_EntryCorrectedBySomebodyElseMeanwhile_SavingSaysSo()
    {
        var store = await WithEditorAsync(Record);
        var wrong = Record.StatusEvents[0];
        var page = Open<EditStatusEventPage>(wrong.Key);
        await TypeAsync(page, "reason", "Misread.");
        await TypeAsync(page, "rationale", "Mine.");
        await DisposeComponentsAsync();
        await RunAsync(store, new CorrectEntry<StatusEvent>(RecordBuilder.Slug, wrong with { Rationale = "Theirs." }, wrong.Key, "Misheard."));

        page = Open<EditStatusEventPage>(wrong.Key);
        Assert.Equal(("Misread.", "Mine."), (Value(page, "reason"), Value(page, "rationale")));
        await SaveAsync(page);

        Assert.Contains("Somebody else has corrected", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await BoardAsync(store)).Record.StatusEvents.Count);
    }

    // With the fields, since when a judgement holds.
    [Fact]
    public async Task Open_JudgementTyped_IsGivenBackWhole()
    {
        await WithEditorAsync(Record);
        var party = Record.Parties[0];
        var page = Open<EditPartyPage>(party.Key);
        await TypeAsync(page, "name", "Another name");
        await ChooseAsync(page, "judgement", 1);
        await TypeAsync(page, "reason", "Not what it calls itself.");
        await DisposeComponentsAsync();

        page = Open<EditPartyPage>(party.Key);
        Assert.Equal(("Another name", "Not what it calls itself."), (Value(page, "name"), Value(page, "reason")));
    }

    [Fact]
    public async Task StartAfresh_AfterAQuestion_GivesUpWhatWasTyped()
    {
        await WithEditorAsync(Record);
        await TypeAsync(Open<EditSourcePage>(), "headline", "Typed in time");
        await DisposeComponentsAsync();

        var page = Open<EditSourcePage>();
        await PressAsync(page, "Start afresh");
        Assert.NotNull(await Keeper.FindAsync(WhoIsIn, NewSource, Cancellation));
        await PressAsync(page, "Start afresh");
        await DisposeComponentsAsync();

        Assert.Null(await Keeper.FindAsync(WhoIsIn, NewSource, Cancellation));
        Assert.Equal("", Value(Open<EditSourcePage>(), "headline") ?? "");
    }

    [Fact]
    public async Task Keep_FormOpenInAnotherWindow_SaysSoAndCanBeTakenOver()
    {
        await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await Keeper.KeepAsync(WhoIsIn, new(NewSource, "Add a source", RecordBuilder.Slug), "{}", 0, Cancellation);

        await TypeAsync(page, "headline", "In this window");
        Assert.Equal(TypedState.Elsewhere, await KeepAsync(page));
        Assert.Contains("open in another window", page.Markup, StringComparison.Ordinal);
        await PressAsync(page, "Keep what is in this window");

        Assert.Contains("In this window", (await Keeper.FindAsync(WhoIsIn, NewSource, Cancellation))!.Typed, StringComparison.Ordinal);
        Assert.DoesNotContain("open in another window", page.Markup, StringComparison.Ordinal);
    }

    // What is typed after the session's end stays in the browser, until somebody signs in again.
    [Fact]
    public async Task Keep_SignedOut_KeepsNothingInTheStore()
    {
        await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await page.InvokeAsync(() => Account.SetNotAuthorized());

        await TypeAsync(page, "headline", "Typed too late");

        Assert.Equal(TypedState.NotKept, await KeepAsync(page));
        Assert.Null(await Keeper.FindAsync(WhoIsIn, NewSource, Cancellation));
        Assert.Contains("Sign in and continue", page.Find(".note-warn[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private static Task<TypedState> KeepAsync(IRenderedComponent<IComponent> page) =>
        page.InvokeAsync(() => page.FindComponent<TypedFields>().Instance.KeepAsync(back: false));
}
