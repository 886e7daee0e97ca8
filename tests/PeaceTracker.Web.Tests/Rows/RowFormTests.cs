using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Sources;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>What holds for the form of every descriptive row, shown on that of a source.</summary>
public class RowFormTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, Level.Disputed).Build();

    private static Source Before => Record.Sources[0];

    [Fact]
    public async Task Save_ANewRow_IsOnTheBoardAndTheListSaysSo()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();

        await TypeNewAsync(page);
        await SaveAsync(page);

        var added = Assert.Single((await BoardAsync(store)).Record.Sources, source => source.Headline == "Talks in the town");
        Assert.Equal(
            ("The Gazette", "Talks in the town", "3 Jan.", RecordBuilder.Day(3), Reliability.B, "en"),
            (added.Publisher, added.Headline, added.DateAsPrinted, added.PublishedOn, added.Reliability, added.Language));
        Assert.Equal($"/negotiations/{RecordBuilder.Slug}/edit/sources?added={added.Key}", Place);
    }

    [Fact]
    public async Task Save_AnEditedRow_LeadsToWhereReadersSeeIt()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>(Before.Key);

        Assert.Equal(Before.Headline, page.Find("#field-headline").GetAttribute("value"));
        await TypeAsync(page, "headline", "Another headline");
        await SaveAsync(page);

        Assert.Equal(Before with { Headline = "Another headline" }, await NowAsync(store));
        Assert.Equal($"/negotiations/{RecordBuilder.Slug}/sources/{Before.Key}", Place);
    }

    [Fact]
    public async Task Save_Refused_SaysSoAtEachFieldAndKeepsWhatWasTyped()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>(Before.Key);

        await TypeAsync(page, "publisher", " ");
        await TypeAsync(page, "url", "gopher://old.example");
        await SaveAsync(page);

        Assert.Contains("Say who published it.", page.Find("#field-publisher-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("is not a web address", page.Find("#field-url-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("gopher://old.example", page.Find("#field-url").GetAttribute("value"));
        Assert.Equal(Before, await NowAsync(store));
    }

    [Fact]
    public async Task Save_PressedTwice_AddsOne()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await TypeNewAsync(page);

        var button = page.Find("[data-save]");
        var first = button.ClickAsync(new());
        await SaveAsync(page);
        await first;

        Assert.Equal(Record.Sources.Count + 1, (await BoardAsync(store)).Record.Sources.Count);
    }

    // Two of one name may be right: it is asked, and nothing is saved before the answer.
    [Fact]
    public async Task Save_ANameThatIsThereAlready_IsAskedAndSavedAllTheSame()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await TypeNewAsync(page);
        await TypeAsync(page, "headline", Before.Headline.ToUpperInvariant());

        await SaveAsync(page);

        var asked = page.Find(".note-warn[role=alert]");
        Assert.Contains($"{Before.Headline}” is already on the board.", asked.TextContent, StringComparison.Ordinal);
        Assert.EndsWith($"/sources/{Before.Key}", asked.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(Record.Sources.Count, (await BoardAsync(store)).Record.Sources.Count);

        await PressAsync(page, "Save anyway");

        Assert.Equal(
            [Before.Headline, Before.Headline.ToUpperInvariant()], (await BoardAsync(store)).Record.Sources.Select(source => source.Headline));
    }

    [Fact]
    public async Task Save_AnotherTitleAfterTheQuestion_IsSavedWithoutOne()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>();
        await TypeNewAsync(page);
        await TypeAsync(page, "headline", Before.Headline);
        await SaveAsync(page);
        Assert.NotEmpty(page.FindAll(".note-warn[role=alert]"));

        await TypeAsync(page, "headline", "Something else altogether");
        await SaveAsync(page);

        Assert.Contains((await BoardAsync(store)).Record.Sources, source => source.Headline == "Something else altogether");
    }

    [Fact]
    public async Task Moved_TheVeryRow_IsSaidWhileTheFormIsOpen()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>(Before.Key);
        await TypeAsync(page, "byline", "By me");

        await ChangeAsync(store, Before with { Headline = "Theirs" });

        page.WaitForAssertion(
            () => Assert.Contains(
                "Somebody else has changed this in the meantime.", page.Find(".moved-note[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal("By me", page.Find("#field-byline").GetAttribute("value"));
    }

    [Fact]
    public async Task Moved_SomethingElse_IsNotSaid()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>(Before.Key);

        await ChangeAsync(store, Record.Parties[0] with { Name = "Another name" });

        page.WaitForAssertion(() => Assert.Equal("Another name", page.Instance.Board.Record.Parties[0].Name));
        Assert.Empty(page.Find(".moved-note").TextContent.Trim());
    }

    [Fact]
    public async Task Retracted_WhileTheFormIsOpen_IsSaidAndNotSaved()
    {
        // A source on which nothing rests.
        var spare = Before with { Key = "spare", Headline = "Spare" };
        var store = await WithEditorAsync(Record with { Sources = [.. Record.Sources, spare] });
        var page = Open<EditSourcePage>(spare.Key);
        await TypeAsync(page, "headline", "Mine");

        await RunAsync(store, new RetractRow<Source>(RecordBuilder.Slug, spare.Key, "Entered twice."));
        page.WaitForAssertion(() => Assert.Contains("taken this off the board", page.Find(".moved-note").TextContent, StringComparison.Ordinal));
        await SaveAsync(page);

        Assert.Contains("It is no longer on the board", page.Find(".save-errors").TextContent, StringComparison.Ordinal);
        Assert.Equal("Spare", (await BoardAsync(store)).Sources[spare.Key].Headline);
        Assert.Equal("Mine", Value(page, "headline"));
    }

    [Fact]
    public async Task Open_AKeyThatIsNotThere_SaysThereIsNothing()
    {
        await WithEditorAsync(Record);

        Assert.Equal(WorkState.NotFound, Open<EditSourcePage>("no-such").Instance.State);
    }

    private static async Task<Source> NowAsync(TestStore store) => (await BoardAsync(store)).Sources[Before.Key];

    private static async Task ChangeAsync(TestStore store, Source row) => await RunAsync(store, new EditRow<Source>(RecordBuilder.Slug, Before, row));

    private static async Task ChangeAsync(TestStore store, Domain.Parties.Party row) =>
        await RunAsync(store, new EditRow<Domain.Parties.Party>(RecordBuilder.Slug, Record.Parties[0], row));

    private static async Task TypeNewAsync(IRenderedComponent<EditSourcePage> page)
    {
        await TypeAsync(page, "publisher", "The Gazette");
        await TypeAsync(page, "headline", "Talks in the town");
        await TypeAsync(page, "dateAsPrinted", "3 Jan.");
        await TypeAsync(page, "publishedOn", "2026-01-03");
        await TypeAsync(page, "reliability", "1");
    }
}
