using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Outcomes;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Features.Sources;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Sources;

/// <summary>A source that is added in the middle of another form, shown on that of a status event, and by a bookmark from the page that is
/// read.</summary>
public class NewSourceTests : FormPageTests
{
    private const string Panel = "citations-0--newSource";

    private static readonly NegotiationRecord Built = new RecordBuilder().Issues(1, Level.Disputed).Build();

    private static readonly NegotiationRecord Record = Built with
    {
        Sources = [Built.Sources[0] with { Publisher = "The Gazette", Url = "https://www.gazette.example/vienna", Reliability = Reliability.B }],
    };

    private static Source There => Record.Sources[0];

    [Fact]
    public async Task Add_FromAPastedAddress_IsOnTheBoardAndCited()
    {
        var store = await WithEditorAsync(Record);
        var page = await BeginAsync();

        await TypeAsync(page, $"{Panel}-url", "https://gazette.example/2026/01/03/geneva");
        Assert.Equal(("The Gazette", "3 January 2026"), (Value(page, $"{Panel}-publisher"), Value(page, $"{Panel}-publishedOn")));
        await TypeAsync(page, $"{Panel}-headline", "Envoys report from Geneva");
        await PressAsync(page, "Add it and cite it");
        page.WaitForState(() => page.FindAll($"#field-{Panel}").Count == 0);

        var added = (await BoardAsync(store)).Record.Sources[1];
        Assert.Equal(
            ("The Gazette", "Envoys report from Geneva", RecordBuilder.Day(3), Reliability.B, "Taken from its address."),
            (added.Publisher, added.Headline, added.PublishedOn, added.Reliability, added.DateNote));
        Assert.Equal(added.Key, page.Find("#field-citations-0--source option[selected]").GetAttribute("value"));
        Assert.Contains("“Envoys report from Geneva” is on the board and is cited here.", page.Markup, StringComparison.Ordinal);
        Assert.Equal("", page.Find("#field-citations-0--locator").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Add_Incomplete_SaysSoAtTheFieldsAndLosesNothing()
    {
        var store = await WithEditorAsync(Record);
        var page = await BeginAsync();
        await TypeAsync(page, $"{Panel}-headline", "Envoys report from Geneva");

        await PressAsync(page, "Add it and cite it");
        page.WaitForState(() => ErrorAt(page, $"{Panel}-publisher").Length > 0);

        Assert.Equal("Say who published it.", ErrorAt(page, $"{Panel}-publisher"));
        Assert.Equal("Give the day of publication.", ErrorAt(page, $"{Panel}-publishedOn"));
        Assert.Equal("Envoys report from Geneva", Value(page, $"{Panel}-headline"));
        Assert.Empty(page.FindAll(".save-errors"));
        Assert.Single((await BoardAsync(store)).Record.Sources);
    }

    [Fact]
    public async Task Type_OneThatIsThereAlready_CitesThatOne()
    {
        var store = await WithEditorAsync(Record);
        var page = await BeginAsync();
        await TypeAsync(page, $"{Panel}-url", "http://gazette.example/vienna/?utm_source=mail");

        await ClickAsync(page, $"#field-{Panel} .source-warnings button");

        Assert.Equal(There.Key, page.Find("#field-citations-0--source option[selected]").GetAttribute("value"));
        Assert.Empty(page.FindAll($"#field-{Panel}"));
        Assert.Single((await BoardAsync(store)).Record.Sources);
    }

    [Fact]
    public async Task Type_AndLeave_IsThereWhenTheFormIsOpenedAgain()
    {
        await WithEditorAsync(Record);
        var page = await BeginAsync();
        await TypeAsync(page, $"{Panel}-headline", "Envoys report from Geneva");
        await DisposeComponentsAsync();

        page = Open<EditStatusEventPage>();

        Assert.Equal("Envoys report from Geneva", Value(page, $"{Panel}-headline"));
    }

    [Fact]
    public async Task Save_WithOneThatWasNotAdded_LeadsToIt()
    {
        await WithEditorAsync(Record);
        var page = await BeginAsync();
        await TypeAsync(page, $"{Panel}-headline", "Envoys report from Geneva");

        await SaveAsync(page);

        Assert.Contains("Add the new source first, or cancel it.", page.Find($"#field-{Panel}").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll($".save-errors a[data-to-field=field-{Panel}]"));
        await PressAsync(page, "Close: the new source");
        await PressAsync(page, "Close: the new source");
        Assert.Empty(page.FindAll($"#field-{Panel}"));
    }

    [Fact]
    public async Task Add_InAnOutcome_GoesToTheBoardWithTheOutcome()
    {
        var store = await WithEditorAsync(Record);
        var page = Opened(Render<OutcomePage>(p => p.Add(o => o.Slug, RecordBuilder.Slug).Add(o => o.Id, Guid.NewGuid())));
        await ClickAsync(page, "[data-key=i]");
        await PressAsync(page, "New source");
        await TypeAsync(page, $"statusEvents-0--{Panel}-url", "https://gazette.example/2026/01/03/geneva");
        await TypeAsync(page, $"statusEvents-0--{Panel}-headline", "Envoys report from Geneva");

        await PressAsync(page, "Add it and cite it");

        Assert.Single((await BoardAsync(store)).Record.Sources);
        Assert.Equal("Envoys report from Geneva", Value(page, "sources-0--headline"));
        Assert.StartsWith(
            "New: The Gazette: Envoys report", page.Find("#field-statusEvents-0--citations-0--source option[selected]").TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ByTheBookmark_HasThePageThatIsRead()
    {
        var store = await WithEditorAsync(Record);
        At("?url=https%3A%2F%2Fgazette.example%2F2026%2F01%2Fgeneva&title=Envoys%20report%20%7C%20The%20Gazette&text=3%20January%202026");
        var page = Open<EditSourcePage>();

        Assert.Equal(
            ("https://gazette.example/2026/01/geneva", "The Gazette", "Envoys report", "3 January 2026", "3 January 2026"),
            (Value(page, "url"), Value(page, "publisher"), page.Find("#field-headline").GetAttribute("value"), Value(page, "dateAsPrinted"),
                Value(page, "publishedOn")));
        await SaveAsync(page);
        Assert.Equal("Envoys report", (await BoardAsync(store)).Record.Sources[1].Headline);
    }

    [Fact]
    public async Task Open_ByTheBookmarkWithASentence_ShowsWhatWasMarked()
    {
        await WithEditorAsync(Record);
        At("?url=https%3A%2F%2Fgazette.example%2Fgeneva&text=They%20%3Cb%3Eagreed%3C%2Fb%3E.");
        var page = Open<EditSourcePage>();

        Assert.Contains("What you selected on the page: “They <b>agreed</b>.”", page.Find("p.note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ByTheBookmark_IsAnotherFormThanThePlainOne()
    {
        await WithEditorAsync(Record);
        var plain = Open<EditSourcePage>();
        await TypeAsync(plain, "headline", "Half typed");
        await DisposeComponentsAsync();

        At("?url=https%3A%2F%2Fgazette.example%2Fgeneva&title=Envoys%20report");
        var page = Open<EditSourcePage>();
        Assert.Equal("Envoys report", page.Find("#field-headline").GetAttribute("value"));
        await TypeAsync(page, "headline", "Envoys report again");
        await DisposeComponentsAsync();

        At("");
        Assert.Equal("Half typed", Open<EditSourcePage>().Find("#field-headline").GetAttribute("value"));
        await DisposeComponentsAsync();
        At("?url=https%3A%2F%2Fgazette.example%2Fgeneva&title=Envoys%20report");
        Assert.Equal("Envoys report again", Open<EditSourcePage>().Find("#field-headline").GetAttribute("value"));
    }

    [Fact]
    public async Task List_OfSources_HasTheBookmarkToDrag()
    {
        await WithEditorAsync(Record);
        var page = Opened(Render<RowListPage>(p => p.Add(l => l.Slug, RecordBuilder.Slug).Add(l => l.Kind, "sources")));

        var link = page.Find(".bookmarklet a");
        Assert.StartsWith("javascript:", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(
            $"open('http://localhost/negotiations/{RecordBuilder.Slug}/edit/sources/new?url='+", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(link.GetAttribute("href"), page.Find(".bookmarklet code").TextContent);
        await ClickAsync(page, ".bookmarklet a");
        Assert.Contains("It works on other pages", page.Find(".bookmarklet").TextContent, StringComparison.Ordinal);
    }

    private void At(string query) => Services.GetRequiredService<NavigationManager>()
        .NavigateTo($"/negotiations/{RecordBuilder.Slug}/edit/sources/new{query}");

    private async Task<IRenderedComponent<EditStatusEventPage>> BeginAsync()
    {
        var page = Open<EditStatusEventPage>();
        await PressAsync(page, "New source");
        return page;
    }
}
