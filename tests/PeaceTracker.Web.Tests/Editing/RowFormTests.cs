using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Sources;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>What holds for the form of every descriptive row, shown on that of a source.</summary>
public class RowFormTests : EditingTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, Level.Disputed).Build();

    private static string Slug => Record.Negotiation.Slug;

    private static Source Before => Record.Sources[0];

    [Fact]
    public async Task Save_ANewRow_IsOnTheBoardAndTheListSaysSo()
    {
        var store = await WithEditorAsync(Record);
        var page = Open(null);

        Type(page, "publisher", "The Gazette");
        Type(page, "headline", "Talks in the town");
        Type(page, "dateAsPrinted", "3 Jan.");
        Type(page, "publishedOn", "2026-01-03");
        page.Find("#field-reliability").Change("1");
        await SaveAsync(page);

        var added = Assert.Single((await BoardAsync(store)).Record.Sources, source => source.Headline == "Talks in the town");
        Assert.Equal(("The Gazette", "Talks in the town", "3 Jan.", RecordBuilder.Day(3), Reliability.B, "en"), (added.Publisher, added.Headline, added.DateAsPrinted, added.PublishedOn, added.Reliability, added.Language));
        Assert.Equal($"/negotiations/{Slug}/edit/sources?added={added.Key}", Place);
    }

    [Fact]
    public async Task Save_AnEditedRow_LeadsToWhereReadersSeeIt()
    {
        var store = await WithEditorAsync(Record);
        var page = Open(Before.Key);

        Assert.Equal(Before.Headline, page.Find("#field-headline").GetAttribute("value"));
        Type(page, "headline", "Another headline");
        await SaveAsync(page);

        Assert.Equal(Before with { Headline = "Another headline" }, await NowAsync(store));
        Assert.Equal($"/negotiations/{Slug}/sources/{Before.Key}", Place);
    }

    [Fact]
    public async Task Save_Refused_SaysSoAtEachFieldAndKeepsWhatWasTyped()
    {
        var store = await WithEditorAsync(Record);
        var page = Open(Before.Key);

        Type(page, "publisher", " ");
        Type(page, "url", "gopher://old.example");
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
        var page = Open(null);
        Type(page, "publisher", "The Gazette");
        Type(page, "headline", "Talks in the town");
        Type(page, "dateAsPrinted", "3 Jan.");
        Type(page, "publishedOn", "2026-01-03");
        page.Find("#field-reliability").Change("1");

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
        var page = Open(Before.Key);
        Type(page, "headline", "Mine");
        Type(page, "byline", "By me");
        await ChangeAsync(store, Before with { Headline = "Theirs", DateNote = "Theirs alone." });

        await SaveAsync(page);
        var fields = page.FindAll(".conflict tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList());
        Assert.Equal(["Headline", "Date note"], fields.Keys);
        Assert.Equal(Before.Headline, fields["Headline"][0]);
        Assert.EndsWith("Theirs", fields["Headline"][1], StringComparison.Ordinal);
        Assert.EndsWith("Mine", fields["Headline"][2], StringComparison.Ordinal);
        Assert.Contains("Ann saved another version", page.Find(".conflict").TextContent, StringComparison.Ordinal);
        Assert.Equal("Theirs", (await NowAsync(store)).Headline);

        if (mine)
        {
            await page.FindAll("input[name=conflict-headline]")[1].ChangeAsync(new() { Value = "on" });
        }

        await page.Find(".conflict button.button").ClickAsync(new());
        Assert.Empty(page.FindAll(".conflict"));
        Assert.Equal((expected, "By me", "Theirs alone."), (Value(page, "headline"), Value(page, "byline"), Value(page, "dateNote")));
        await SaveAsync(page);

        Assert.Equal(Before with { Headline = expected, DateNote = "Theirs alone.", Byline = "By me" }, await NowAsync(store));
    }

    [Fact]
    public async Task Conflict_WithSomethingMissing_SaysThatFirstAndLosesNothing()
    {
        var store = await WithEditorAsync(Record);
        var page = Open(Before.Key);
        Type(page, "publishedOn", "");
        Type(page, "headline", "Mine");
        await ChangeAsync(store, Before with { Headline = "Theirs" });

        await SaveAsync(page);
        Assert.Contains("Give the day of publication.", page.Find("#field-publishedOn-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".conflict"));

        Type(page, "publishedOn", "2026-01-05");
        await SaveAsync(page);
        Assert.Single(page.FindAll(".conflict tbody tr"));
    }

    [Fact]
    public async Task Conflict_BothTypedTheSame_IsNone()
    {
        var store = await WithEditorAsync(Record);
        var page = Open(Before.Key);
        Type(page, "headline", "The same");
        Type(page, "byline", "By me");
        await ChangeAsync(store, Before with { Headline = "The same" });

        await SaveAsync(page);

        Assert.Equal(Before with { Headline = "The same", Byline = "By me" }, await NowAsync(store));
    }

    [Fact]
    public async Task Moved_TheVeryRow_IsSaidWhileTheFormIsOpen()
    {
        var store = await WithEditorAsync(Record);
        var page = Open(Before.Key);
        Type(page, "byline", "By me");

        await ChangeAsync(store, Before with { Headline = "Theirs" });

        page.WaitForAssertion(() => Assert.Contains("Somebody else has changed this meanwhile.", page.Find(".moved-note[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal("By me", page.Find("#field-byline").GetAttribute("value"));
    }

    [Fact]
    public async Task Moved_SomethingElse_IsNotSaid()
    {
        var store = await WithEditorAsync(Record);
        var page = Open(Before.Key);

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
        var page = Open(spare.Key);
        Type(page, "headline", "Mine");

        await RunAsync(store, new RetractRow<Source>(Slug, spare.Key, "Entered twice."));
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

        Assert.Equal(WorkState.NotFound, Open("no-such").Instance.State);
    }

    private IRenderedComponent<EditSourcePage> Open(string? key) => Opened(Render<EditSourcePage>(p => p.Add(x => x.Slug, Slug).Add(x => x.Key, key)));

    private string Place => "/" + Services.GetRequiredService<NavigationManager>().ToBaseRelativePath(Services.GetRequiredService<NavigationManager>().Uri);

    private static void Type(IRenderedComponent<EditSourcePage> page, string field, string text) => page.Find("#field-" + field).Change(text);

    private static string? Value(IRenderedComponent<EditSourcePage> page, string field) => page.Find("#field-" + field).GetAttribute("value");

    private static async Task<Board> BoardAsync(TestStore store) => (await store.Boards.FindAsync(Slug, Xunit.TestContext.Current.CancellationToken))!;

    private static async Task<Source> NowAsync(TestStore store) => (await BoardAsync(store)).Sources[Before.Key];

    private static async Task ChangeAsync(TestStore store, Source row) => await RunAsync(store, new EditRow<Source>(Slug, Before, row));

    private static async Task ChangeAsync(TestStore store, Domain.Parties.Party row) => await RunAsync(store, new EditRow<Domain.Parties.Party>(Slug, Record.Parties[0], row));

    private static async Task RunAsync(TestStore store, BoardCommand command) =>
        Assert.IsType<SaveResult.Saved>(await store.Services.GetRequiredService<BoardEditor>().RunAsync(command, await store.AddAccountAsync(AccountRole.Editor, "Ann"), Xunit.TestContext.Current.CancellationToken));
}
