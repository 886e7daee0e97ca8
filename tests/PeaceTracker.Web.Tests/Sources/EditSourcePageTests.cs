using Bunit;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Sources;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Sources;

public class EditSourcePageTests : FormPageTests
{
    private static readonly NegotiationRecord Built = new RecordBuilder().Issues(1, Level.Disputed).Build();

    private static readonly NegotiationRecord Record = Built with
    {
        Sources = [Built.Sources[0] with { Headline = "Envoys report on the talks in Vienna", Url = "https://www.example.org/vienna" }],
    };

    private static Source There => Record.Sources[0];

    [Fact]
    public async Task Type_AddressThatIsThereAlready_IsToldWithALinkAndSavedAllTheSame()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        Assert.Empty(page.FindAll(".source-warnings"));

        await TypeAsync(page, "url", "http://example.org/vienna/?utm_source=mail");

        var warning = Assert.Single(page.FindAll(".source-warnings li"));
        Assert.Contains("A source with this address is already on the board", warning.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/negotiations/{RecordBuilder.Slug}/sources/{There.Key}", warning.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("#field-url", warning.QuerySelectorAll("a")[1].GetAttribute("href"));

        await TypeAsync(page, "headline", "ENVOYS report on the talks in Geneva");
        await FillAsync(page);
        await TypeAsync(page, "url", "");
        Assert.Contains("nearly the same headline", Assert.Single(page.FindAll(".source-warnings li")).TextContent, StringComparison.Ordinal);
        await SaveAsync(page);

        Assert.Equal(2, (await BoardAsync(store)).Record.Sources.Count);
    }

    // As a PDF gives it: the code was no character, and the page a fault.
    [Theory]
    [InlineData("cease\uFFFEfire", "ceasefire")]
    [InlineData("\u3164\u200B", null)]
    public async Task Save_HeadlineWithWhatCantBeSeen_IsCleanOrRefused(string pasted, string? expected)
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await TypeAsync(page, "headline", pasted);
        await FillAsync(page);

        await SaveAsync(page);

        Assert.Equal(expected is null ? "Say what it is about." : "", ErrorAt(page, "headline"));
        Assert.Equal(expected, (await BoardAsync(store)).Record.Sources.ElementAtOrDefault(1)?.Headline);
    }

    [Fact]
    public async Task Save_NothingPrinted_AsksHowTheDateWasFoundUnlessItIsNotKnown()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await TypeAsync(page, "headline", "Another matter");
        await FillAsync(page);
        await TypeAsync(page, "dateAsPrinted", "");
        await TypeAsync(page, "archivedUrl", "https://archive.example/1");
        await SaveAsync(page);
        Assert.Contains("say below how you worked it out, or that it is not known", ErrorAt(page, "dateAsPrinted"), StringComparison.Ordinal);

        await TickAsync(page, "#field-noLaterThan");
        await SaveAsync(page);

        var added = (await BoardAsync(store)).Record.Sources[1];
        Assert.Equal(
            (null, RecordBuilder.Day(3), true, "https://archive.example/1"),
            (added.DateAsPrinted, added.PublishedOn, added.NoLaterThan, added.ArchivedUrl));
    }

    [Fact]
    public async Task Save_OnlyTheMonthIsKnown_IsKept()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await TypeAsync(page, "headline", "Another matter");
        await FillAsync(page);
        await ActAsync(
            page, () => page.Find(".date-precision select"), select => select.ChangeAsync(new() { Value = nameof(DatePrecision.Month) }));
        await SaveAsync(page);

        var added = (await BoardAsync(store)).Record.Sources[1];
        Assert.Equal((RecordBuilder.Day(1), DatePrecision.Month), (added.PublishedOn, added.Precision));
    }

    // The source is of 1 January 2026: an event of the 3rd can't stand in it.
    [Fact]
    public async Task Type_EventNewerThanItsSource_IsToldInTheFormOfTheEvent()
    {
        await WithEditorAsync(Record);
        var page = Open<EditStatusEventPage>();
        await TypeAsync(page, "citations-0--source", There.Key);
        Assert.Empty(page.FindAll(".source-warnings"));

        await TypeAsync(page, "occurredOn", "2026-01-03");

        var warning = Assert.Single(page.FindAll(".source-warnings li")).TextContent;
        Assert.Contains("it is dated 1 January 2026, and this happened on 3 January 2026", warning, StringComparison.Ordinal);
    }

    private static async Task FillAsync(IRenderedComponent<EditSourcePage> page)
    {
        await TypeAsync(page, "publisher", "The Gazette");
        await TypeAsync(page, "dateAsPrinted", "3 Jan.");
        await TypeAsync(page, "publishedOn", "2026-01-03");
        await TypeAsync(page, "reliability", "1");
    }
}
