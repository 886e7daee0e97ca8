using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

public class RowListTests : FormPageTests
{
    private static readonly NegotiationRecord Bare = new RecordBuilder().Issues(2, Level.Disputed).Build();

    // Enough for two pages of fifty, and a third of two: the source of the bare record is the last, for it is the oldest.
    private static readonly NegotiationRecord Record = Bare with
    {
        Sources = [.. Bare.Sources,
            .. Enumerable.Range(1, 101)
                .Select(i => Bare.Sources[0] with { Key = $"s{i}", Headline = $"Number {i}", PublishedOn = RecordBuilder.Day(1000 + i) })],
    };

    private static string Slug => RecordBuilder.Slug;

    [Fact]
    public async Task List_LongOne_IsPagedTheLatestFirst()
    {
        await WithEditorAsync(Record);
        var page = Open("sources");

        Assert.Equal(50, page.FindAll("tbody tr").Count);
        Assert.Contains("Number 101", page.Find("tbody th").TextContent, StringComparison.Ordinal);
        await NextAsync(page);
        await NextAsync(page);

        Assert.Equal(["Number 1", Bare.Sources[0].Headline], page.FindAll("tbody th").Select(cell => cell.TextContent.Trim().Split(": ")[1]));
        Assert.True(page.FindAll(".pager button")[1].HasAttribute("disabled"));
    }

    [Fact]
    public async Task List_DatesKnownToTheMonthOrTheWeek_ShownAsSuch()
    {
        await WithEditorAsync(Bare with
        {
            StatusEvents =
            [
                Bare.StatusEvents[0] with { OccurredOn = new DateOnly(2025, 12, 1), Precision = DatePrecision.Month },
                Bare.StatusEvents[1] with { OccurredOn = new DateOnly(2025, 11, 24), Precision = DatePrecision.Week },
            ],
        });

        Assert.Equal(
            ["December 2025", "week of 24 November 2025"],
            Open("status-events").FindAll("td[data-label=Date]").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task Find_WordsInAnyOrder_LeavesWhatHasThemAll()
    {
        await WithEditorAsync(Record);
        var page = Open("sources");
        await NextAsync(page);

        await FindAsync(page, "77 number");

        page.WaitForAssertion(() => Assert.Contains("Number 77", Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal));
        await FindAsync(page, "number 7777");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tbody tr")));
    }

    [Theory]
    [InlineData("O’Brien", "o'brien")]
    [InlineData("O'Brien", "O’BRIEN")]
    [InlineData("Łódź", "lodz")]
    [InlineData("İstanbul", "istanbul")]
    public async Task Find_NameTypedInOtherLetters_IsFound(string name, string typed)
    {
        await WithEditorAsync(Record with { Sources = [Record.Sources[0] with { Headline = $"{name} speaks" }, .. Record.Sources.Skip(1)] });
        var page = Open("sources");

        await FindAsync(page, typed);

        page.WaitForAssertion(() => Assert.Contains(name, Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_ARowAndARetractedOne_LeadOn()
    {
        var store = await WithEditorAsync(Record);
        await RunAsync(store, new RetractRow<Source>(Slug, "s101", "Entered twice."));
        var page = Open("sources");

        var first = page.Find("tbody tr");
        Assert.Equal(
            [$"/negotiations/{Slug}/edit/sources/s100", $"/negotiations/{Slug}/edit/sources/new?from=s100",
                $"/negotiations/{Slug}/edit/retract/sources/s100", $"/negotiations/{Slug}/sources/s100",
                $"/negotiations/{Slug}/edit/history/sources/s100"],
            first.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.All(first.QuerySelectorAll("a"), link => Assert.Contains("Number 100", link.TextContent, StringComparison.Ordinal));
        var retracted = Assert.Single(page.FindAll("details tbody tr"));
        Assert.Contains("Entered twice.", retracted.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [$"/negotiations/{Slug}/edit/restore/sources/s101", $"/negotiations/{Slug}/edit/history/sources/s101"],
            retracted.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task List_Entries_ShowsTheLastOfEachChainAndTheRetractedApart()
    {
        var store = await WithEditorAsync(Record);
        var (first, second) = (Record.StatusEvents[0], Record.StatusEvents[1]);
        await RunAsync(store, new CorrectEntry<StatusEvent>(Slug, first with { Level = Level.Narrowing }, first.Key, "Misread."));
        await RunAsync(store, new RetractEntry<StatusEvent>(Slug, second.Key, "Of another issue."));
        var page = Open("status-events");

        var standing = Assert.Single(page.FindAll("table:not(details table) tbody tr"));
        Assert.Contains("Narrowing", standing.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/correct", standing.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Of another issue.", Assert.Single(page.FindAll("details tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_EntryWhoseCorrectionWasRetracted_StandsAgain()
    {
        var store = await WithEditorAsync(Record);
        var first = Record.StatusEvents[0];
        await RunAsync(store, new CorrectEntry<StatusEvent>(Slug, first with { Level = Level.Narrowing }, first.Key, "Misread."));
        var correction = (await BoardAsync(store)).Record.StatusEvents.Single(entry => entry.Kind == EntryKind.Correction);
        await RunAsync(store, new RetractEntry<StatusEvent>(Slug, correction.Key, "It was right."));
        var page = Open("status-events");

        Assert.Equal(2, page.FindAll("table:not(details table) tbody tr").Count);
        Assert.Empty(page.FindAll("details tbody tr"));
        // Retracted itself, the chain is listed once.
        await RunAsync(store, new RetractEntry<StatusEvent>(Slug, first.Key, "Of another issue."));
        page.WaitForAssertion(() => Assert.Contains(
            "Of another issue.", Assert.Single(page.FindAll("details tbody tr")).TextContent, StringComparison.Ordinal));
        Assert.Single(page.FindAll("table:not(details table) tbody tr"));
    }

    [Fact]
    public async Task List_WhileOpen_FollowsTheBoard()
    {
        var store = await WithEditorAsync(Bare);
        var page = Open("sources");
        var before = page.FindAll("tbody tr").Count;

        await RunAsync(store, new AddRow<Source>(Slug, Bare.Sources[0] with { Key = "", Headline = "Just now" }));

        page.WaitForAssertion(() => Assert.Equal(before + 1, page.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task List_Empty_SaysSoAndOffersToAdd()
    {
        await WithEditorAsync(Bare);
        var page = Open("drafts");

        Assert.Contains("Nothing is recorded yet", page.Markup, StringComparison.Ordinal);
        Assert.Equal($"/negotiations/{Slug}/edit/drafts/new", page.Find("a.button").GetAttribute("href"));
    }

    public static TheoryData<string> NoKinds => ["no-such", RecordSections.Of<StatusEvent>().Name, RecordSections.Negotiation.Name];

    [Theory]
    [MemberData(nameof(NoKinds))]
    public async Task List_OfNoKind_SaysThereIsNothing(string kind)
    {
        await WithEditorAsync(Bare);

        Assert.Equal(WorkState.NotFound, Open(kind).Instance.State);
    }

    private IRenderedComponent<RowListPage> Open(string kind) => Opened(Render<RowListPage>(p => p.Add(x => x.Slug, Slug).Add(x => x.Kind, kind)));

    private static Task NextAsync(IRenderedComponent<RowListPage> page) => page.InvokeAsync(() => page.FindAll(".pager button")[1].ClickAsync(new()));

    private static Task FindAsync(IRenderedComponent<RowListPage> page, string words) =>
        page.InvokeAsync(() => page.Find("#field-Find").ChangeAsync(new() { Value = words }));
}
