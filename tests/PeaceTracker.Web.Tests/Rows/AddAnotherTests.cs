using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Features.Sources;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>Rows that are like one another: one after another, and copies.</summary>
public class AddAnotherTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(2, Level.Disputed).Build();

    private static Source There => Record.Sources[0];

    [Fact]
    public async Task SaveAndAddAnother_ASource_KeepsThePublisherAndSaysWhatWasAdded()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await TypeAsync(page, "publisher", "The Gazette");
        await TypeAsync(page, "headline", "First day");
        await TypeAsync(page, "dateAsPrinted", "3 Jan.");
        await TypeAsync(page, "publishedOn", "2026-01-03");
        await TypeAsync(page, "reliability", "1");

        await SaveAndAddAnotherAsync(page);

        var note = page.Find("p.note[role=status]");
        Assert.Contains("“The Gazette: First day” is on the board.", note.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/edit/take-back", note.QuerySelectorAll("a")[1].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(
            ("The Gazette", "", ""),
            (Value(page, "publisher"), page.Find("#field-headline").GetAttribute("value") ?? "", Value(page, "publishedOn") ?? ""));
        Assert.Contains("B", page.Find("#field-reliability option[selected]").TextContent, StringComparison.Ordinal);

        await TypeAsync(page, "headline", "Second day");
        await TypeAsync(page, "dateAsPrinted", "4 Jan.");
        await TypeAsync(page, "publishedOn", "2026-01-04");
        await SaveAsync(page);

        var added = (await BoardAsync(store)).Record.Sources;
        Assert.Equal(["First day", "Second day"], added.Skip(1).Select(source => source.Headline));
    }

    [Fact]
    public async Task SaveAndAddAnother_Refused_SaysSoAndKeepsWhatWasTyped()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await TypeAsync(page, "headline", "First day");

        await page.InvokeAsync(() => page.Find("[data-save-another]").ClickAsync(new()));
        page.WaitForState(() => ErrorAt(page, "publisher").Length > 0);

        Assert.Equal("First day", page.Find("#field-headline").GetAttribute("value"));
        Assert.Single((await BoardAsync(store)).Record.Sources);
    }

    [Fact]
    public async Task SaveAndAddAnother_AStatusEvent_KeepsPairDayAndSource()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditStatusEventPage>();
        await TypeAsync(page, "issue", Record.Issues[0].Key);
        await TypeAsync(page, "dyad", Record.Issues[0].DyadKeys[0]);
        await ChooseLevelAsync(page);
        await TypeAsync(page, "basis", "1");
        await TypeAsync(page, "rationale", "They said so.");
        await TypeAsync(page, "occurredOn", "2026-01-01");
        await TypeAsync(page, "citations-0--source", There.Key);
        await TypeAsync(page, "citations-0--locator", "p. 1");

        await SaveAndAddAnotherAsync(page);

        Assert.Equal(Record.StatusEvents.Count + 1, (await BoardAsync(store)).Record.StatusEvents.Count);
        Assert.Equal(
            (Record.Issues[0].DyadKeys[0], There.Key, "1 January 2026"),
            (Chosen(page, "dyad"), Chosen(page, "citations-0--source"), Value(page, "occurredOn")));
        Assert.Equal(
            ("", "", ""),
            (Chosen(page, "issue"), page.Find("#field-rationale").GetAttribute("value") ?? "", Value(page, "citations-0--locator") ?? ""));
    }

    [Fact]
    public async Task SaveAndAddAnother_ThenLeave_KeepsTheSecondFormAlone()
    {
        await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await TypeAsync(page, "publisher", "The Gazette");
        await TypeAsync(page, "headline", "First day");
        await TypeAsync(page, "dateAsPrinted", "3 Jan.");
        await TypeAsync(page, "publishedOn", "2026-01-03");
        await TypeAsync(page, "reliability", "1");
        await SaveAndAddAnotherAsync(page);
        await TypeAsync(page, "headline", "Second day");
        await DisposeComponentsAsync();

        Assert.Equal("Second day", Open<EditSourcePage>().Find("#field-headline").GetAttribute("value"));
    }

    [Fact]
    public async Task Edit_OneThatIsThere_OffersNoOther()
    {
        await WithEditorAsync(Record);

        Assert.Empty(Open<EditSourcePage>(There.Key).FindAll("[data-save-another]"));
    }

    [Fact]
    public async Task Duplicate_FromTheList_BeginsACopy()
    {
        var store = await WithEditorAsync(Record);
        var list = Opened(Render<RowListPage>(p => p.Add(l => l.Slug, RecordBuilder.Slug).Add(l => l.Kind, "sources")));
        var link = list.FindAll(".edit-row-links a").First(a => a.TextContent.StartsWith("Duplicate", StringComparison.Ordinal));
        Assert.Equal($"/negotiations/{RecordBuilder.Slug}/edit/sources/new?from={There.Key}", link.GetAttribute("href"));
        Services.GetRequiredService<NavigationManager>().NavigateTo(link.GetAttribute("href")!);
        await DisposeComponentsAsync();

        var page = Open<EditSourcePage>();
        Assert.Equal(There.Headline, page.Find("#field-headline").GetAttribute("value"));
        await TypeAsync(page, "headline", "Another one");
        await SaveAsync(page);

        var sources = (await BoardAsync(store)).Record.Sources;
        Assert.Equal(
            (2, There.Headline, "Another one", There.Publisher),
            (sources.Count, sources[0].Headline, sources[1].Headline, sources[1].Publisher));
        Assert.NotEqual(There.Key, sources[1].Key);
    }

    [Fact]
    public async Task Duplicate_OfWhatIsNotThere_IsAnEmptyFormThatSaysSo()
    {
        await WithEditorAsync(Record);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/negotiations/{RecordBuilder.Slug}/edit/sources/new?from=gone");

        var page = Open<EditSourcePage>();

        Assert.Equal("", page.Find("#field-headline").GetAttribute("value") ?? "");
        Assert.Contains("“gone”, which is not on this board now", page.Find("p.note[role=status]").TextContent, StringComparison.Ordinal);
    }

    private static async Task SaveAndAddAnotherAsync(IRenderedComponent<IComponent> page)
    {
        await page.InvokeAsync(() => page.Find("[data-save-another]").ClickAsync(new()));
        page.WaitForState(() => page.FindAll("p.note[role=status] a").Count == 2 && page.FindAll(".opening").Count == 0);
    }

    private static Task ChooseLevelAsync(IRenderedComponent<IComponent> page) =>
        ActAsync(page, () => page.FindAll("input[type=radio]")[0], found => found.ChangeAsync(new() { Value = "on" }));

    private static string Chosen(IRenderedComponent<IComponent> page, string field) =>
        page.Find($"#field-{field} option[selected]").GetAttribute("value") ?? "";
}
