using Bunit;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Sources;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>Two people who edit the same descriptive row, shown on the form of a source.</summary>
public class RowConflictTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, Level.Disputed).Build();

    private static Source Before => Record.Sources[0];

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
        Assert.Equal(["Headline", "How it was resolved"], fields.Keys);
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

    // How exactly a day is known is no field of its own: who chooses the day chooses that too.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Conflict_ADayAndHowExactlyItIsKnown_IsOneFieldChosenAsOne(bool mine)
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditSourcePage>(Before.Key);
        await TypeAsync(page, "publishedOn", "2026-01-09");
        await ChangeAsync(store, Before with { PublishedOn = new(2026, 1, 1), Precision = DatePrecision.Month });

        await SaveAsync(page);
        var row = Assert.Single(page.FindAll(".conflict tbody tr"));
        Assert.Equal("January 2026", row.QuerySelectorAll("td")[1].QuerySelector("span > span")!.NextSibling!.TextContent.Trim());
        if (mine)
        {
            await ActAsync(page, () => page.FindAll("input[name=conflict-publishedOn]")[1], choice => choice.ChangeAsync(new() { Value = "on" }));
        }

        await ClickAsync(page, ".conflict button.button");
        await SaveAsync(page);

        var now = await NowAsync(store);
        Assert.Equal(
            mine ? (new DateOnly(2026, 1, 9), DatePrecision.Day) : (new DateOnly(2026, 1, 1), DatePrecision.Month),
            (now.PublishedOn, now.Precision));
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

    private static async Task<Source> NowAsync(TestStore store) => (await BoardAsync(store)).Sources[Before.Key];

    private static async Task ChangeAsync(TestStore store, Source row) => await RunAsync(store, new EditRow<Source>(RecordBuilder.Slug, Before, row));
}
