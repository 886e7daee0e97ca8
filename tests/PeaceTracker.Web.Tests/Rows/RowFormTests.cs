using Bunit;
using Microsoft.Extensions.DependencyInjection;
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
        Assert.Contains("is not an address of the web", page.Find("#field-url-error").TextContent, StringComparison.Ordinal);
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

    [Theory]
    [InlineData(false, "Theirs")]
    [InlineData(true, "Mine")]
    public async Task Conflict_AFieldThatBothChanged_IsChosenAndTheRestIsKept(bool mine, string expected)
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>(Before.Key);
        await TypeAsync(page, "headline", "Mine");
        await TypeAsync(page, "byline", "By me");
        await ChangeAsync(store, Before with { Headline = "Theirs", DateNote = "Theirs alone." });

        await SaveAsync(page);
        var fields = page.FindAll(".conflict tbody tr").ToDictionary(
            row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList());
        Assert.Equal(["Headline", "Why it is resolved so"], fields.Keys);
        Assert.Equal(Before.Headline, fields["Headline"][0]);
        Assert.EndsWith("Theirs", fields["Headline"][1], StringComparison.Ordinal);
        Assert.EndsWith("Mine", fields["Headline"][2], StringComparison.Ordinal);
        Assert.Contains("Ann saved another version", page.Find(".conflict").TextContent, StringComparison.Ordinal);
        Assert.Equal("Theirs", (await NowAsync(store)).Headline);

        if (mine)
        {
            await ActAsync(page, () => page.FindAll("input[name=conflict-headline]")[1], choice => choice.ChangeAsync(new() { Value = "on" }));
        }

        await ClickAsync(page, ".conflict button.button");
        Assert.Empty(page.FindAll(".conflict"));
        Assert.Equal((expected, "By me", "Theirs alone."), (Value(page, "headline"), Value(page, "byline"), Value(page, "dateNote")));
        await SaveAsync(page);

        Assert.Equal(Before with { Headline = expected, DateNote = "Theirs alone.", Byline = "By me" }, await NowAsync(store));
    }

    // The fields stay open beside the comparison: both versions put together by hand is what counts then.
    [Fact]
    public async Task Conflict_TypedOnBesideTheComparison_IsWhatIsTaken()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>(Before.Key);
        await TypeAsync(page, "headline", "Mine");
        await ChangeAsync(store, Before with { Headline = "Theirs" });
        await SaveAsync(page);
        await TypeAsync(page, "headline", "Theirs, and mine");
        await TypeAsync(page, "byline", "By both");

        await ActAsync(page, () => page.FindAll("input[name=conflict-headline]")[1], choice => choice.ChangeAsync(new() { Value = "on" }));
        await ClickAsync(page, ".conflict button.button");

        Assert.Equal(("Theirs, and mine", "By both"), (Value(page, "headline"), Value(page, "byline")));
        await SaveAsync(page);
        Assert.Equal(Before with { Headline = "Theirs, and mine", Byline = "By both" }, await NowAsync(store));
    }

    [Fact]
    public async Task Conflict_WithSomethingMissing_SaysThatFirstAndLosesNothing()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>(Before.Key);
        await TypeAsync(page, "publishedOn", "");
        await TypeAsync(page, "headline", "Mine");
        await ChangeAsync(store, Before with { Headline = "Theirs" });

        await SaveAsync(page);
        Assert.Contains("Give the day of publication.", page.Find("#field-publishedOn-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".conflict"));

        await TypeAsync(page, "publishedOn", "2026-01-05");
        await SaveAsync(page);
        Assert.Single(page.FindAll(".conflict tbody tr"));
    }

    [Fact]
    public async Task Conflict_BothTypedTheSame_IsNone()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>(Before.Key);
        await TypeAsync(page, "headline", "The same");
        await TypeAsync(page, "byline", "By me");
        await ChangeAsync(store, Before with { Headline = "The same" });

        await SaveAsync(page);

        Assert.Equal(Before with { Headline = "The same", Byline = "By me" }, await NowAsync(store));
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
                "Somebody else has changed this meanwhile.", page.Find(".moved-note[role=status]").TextContent, StringComparison.Ordinal));
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

        Assert.Contains("It is not on the board any more", page.Find(".save-errors").TextContent, StringComparison.Ordinal);
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
