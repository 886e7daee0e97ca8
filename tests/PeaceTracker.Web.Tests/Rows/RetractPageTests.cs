using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>Before a reason is typed it is seen what is retracted and what uses it; afterwards it is said, and can be undone.</summary>
public class RetractPageTests : FormPageTests
{
    private static readonly NegotiationRecord Plain = new RecordBuilder().Issues(2, Level.Disputed).Build();

    private static readonly NegotiationRecord Record = Plain with
    {
        Sources = [.. Plain.Sources, Plain.Sources[0] with { Key = "unused", Headline = "Nobody cites this" }],
    };

    private static string Slug => RecordBuilder.Slug;

    [Fact]
    public async Task Open_Entry_ShowsWhatItSays()
    {
        await WithEditorAsync(Record);

        var page = Retracting("statusEvents", Record.StatusEvents[0].Key);

        Assert.Contains("Disputed", page.Find(".row-facts").TextContent, StringComparison.Ordinal);
        Assert.Contains(Record.StatusEvents[0].Rationale, page.Find(".row-facts").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("#field-reason"));
    }

    [Fact]
    public async Task Open_SourceThatIsCited_NamesEachPlaceWithALinkAndAsksForNoReason()
    {
        await WithEditorAsync(Record);

        var page = Retracting("sources", Record.Sources[0].Key);

        var uses = RowUses.Of(Record, RecordRows.Find(Record, "sources", Record.Sources[0].Key)!);
        Assert.Contains($"Used in {uses.Count} places", page.Find(".note-warn").TextContent, StringComparison.Ordinal);
        Assert.Equal(uses.Count, page.FindAll(".note-warn li a:first-child").Count);
        Assert.DoesNotContain("[0]", page.Find(".note-warn").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#field-reason"));
    }

    [Fact]
    public async Task Save_ARow_IsRetractedAndLeadsToTheListThatSaysSo()
    {
        var store = await WithEditorAsync(Record);
        var page = Retracting("sources", "unused");

        await TypeAsync(page, "reason", "Entered twice.");
        await SaveAsync(page);

        Assert.Equal("Entered twice.", (await BoardAsync(store)).Record.Sources[^1].Retracted!.Reason);
        Assert.Equal($"/negotiations/{Slug}/edit/sources?retracted=unused", Place);
    }

    [Fact]
    public async Task List_AfterARetraction_SaysSoAndLeadsToUndoingIt()
    {
        var store = await WithEditorAsync(Record);
        await RunAsync(store, new RetractRow<Source>(Slug, "unused", "Entered twice."));
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/negotiations/{Slug}/edit/sources?retracted=unused");

        var list = Opened(Render<RowListPage>(p => p.Add(x => x.Slug, Slug).Add(x => x.Kind, "sources")));
        Assert.Contains("is retracted", list.Find(".note[role=status]").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/edit/take-back", list.Find(".note[role=status] a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("/edit/restore/sources/unused", list.Find(".edit-retracted a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_ARow_IsOnTheBoardAgain()
    {
        var store = await WithEditorAsync(Record);
        await RunAsync(store, new RetractRow<Source>(Slug, "unused", "Entered twice."));
        var page = Opened(Render<RestorePage>(p => p.Add(x => x.Slug, Slug).Add(x => x.Section, "sources").Add(x => x.Key, "unused")));

        Assert.Contains("Entered twice.", page.Find(".note").TextContent, StringComparison.Ordinal);
        await TypeAsync(page, "reason", "It was another one.");
        await SaveAsync(page);

        Assert.Null((await BoardAsync(store)).Record.Sources[^1].Retracted);
    }

    [Fact]
    public async Task TakeBack_MyLastChange_ShowsWhatItDoesAndDoesIt()
    {
        var store = await WithEditorAsync(Record);
        Assert.IsType<SaveResult.Saved>(await store.Services.GetRequiredService<BoardEditor>().RunAsync(
            new EditRow<Source>(Slug, Record.Sources[^1], Record.Sources[^1] with { Headline = "Misheard" }), WhoIsIn,
            Xunit.TestContext.Current.CancellationToken));
        var page = Opened(Render<TakeBackPage>(p => p.Add(x => x.Slug, Slug)));

        page.WaitForAssertion(() => Assert.Contains("Misheard", page.Find("td[data-label=Before]").TextContent, StringComparison.Ordinal));
        await SaveAsync(page);

        Assert.Equal("Nobody cites this", (await BoardAsync(store)).Record.Sources[^1].Headline);
    }

    // An editor who was a manager when she took the board off.
    [Fact]
    public async Task TakeBack_OfTheNegotiationItself_IsForManagers()
    {
        var store = await WithEditorAsync(Record);
        await store.ChangeAccountAsync(WhoIsIn, account => account.Role = AccountRole.Manager);
        Assert.IsType<SaveResult.Saved>(await store.Services.GetRequiredService<BoardEditor>().RunAsync(
            new TakeBoardOff(Slug, "It named the wrong parties."), WhoIsIn, Xunit.TestContext.Current.CancellationToken));
        await store.ChangeAccountAsync(WhoIsIn, account => account.Role = AccountRole.Editor);
        var page = Opened(Render<TakeBackPage>(p => p.Add(x => x.Slug, Slug)));

        page.WaitForAssertion(() => Assert.Contains(
            "Only a manager can take it back.", page.Find(".note-warn").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-save]"));
    }

    [Fact]
    public async Task TakeBack_NothingOfMine_SaysSo()
    {
        await WithEditorAsync(Record);
        var page = Opened(Render<TakeBackPage>(p => p.Add(x => x.Slug, Slug)));

        page.WaitForAssertion(() => Assert.Contains("changed nothing", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-save]"));
    }

    private IRenderedComponent<RetractPage> Retracting(string section, string key) =>
        Opened(Render<RetractPage>(p => p.Add(x => x.Slug, Slug).Add(x => x.Section, section).Add(x => x.Key, key)));
}
