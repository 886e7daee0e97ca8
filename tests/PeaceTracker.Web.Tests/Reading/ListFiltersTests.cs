using System.Net;
using AngleSharp.Html.Dom;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Reading;

/// <summary>
/// The filters of rounds, drafts, offers, sources, parties and working groups, on the page and in its files. What is there to be found
/// stands in seeds/example.json.
/// </summary>
public class ListFiltersTests(BothBoards host)
{
    private const string Board = "/negotiations/" + SeedFile.Example, Day = "&asOf=2025-09-30";

    // A page, what is asked of it, the keys that are found in the order of the page, and how many there are in all.
    [Theory]
    [InlineData("rounds", "state=called-off", "september-round", 9)]
    [InlineData("rounds", "state=upcoming,called-off", "closing-conference september-round", 9)]
    [InlineData("rounds", "party=assembly", "fourth-round first-round", 9)]
    [InlineData("rounds", "party=assembly,bank", "sixth-round fourth-round second-round first-round", 9)]
    [InlineData("rounds", "place=Sorrenhaven", "closing-conference", 9)]
    [InlineData("rounds", "place=Sorrenhaven,Dor Ashune, Old Customs House", "closing-conference third-round", 9)]
    [InlineData("rounds", "q=ferries", "sixth-round september-round", 9)]
    // The second round ended on 24 May 2024, the third began on 8 July: a day within a round finds it.
    [InlineData("rounds", "from=2024-05-24&to=2024-07-08", "third-round second-round", 9)]
    [InlineData("rounds", "from=2024-05-25&to=2024-07-07", "", 9)]
    [InlineData("rounds", "party=assembly&from=2024-06-01", "fourth-round", 9)]
    [InlineData("working-groups", "state=ended", "economy", 5)]
    [InlineData("working-groups", "party=compact,bank", "military economy", 5)]
    [InlineData("working-groups", "party=compact,bank&state=at-work", "military", 5)]
    [InlineData("sources", "language=ar,fr", "nahr-2025-09 tribune-2025-04 tribune-2024-10 nahr-2024-10 tribune-2024-06", 26)]
    [InlineData("sources", "reliability=E,F", "pamphlet-2025-02 note-2024-12", 26)]
    [InlineData("sources", "publisher=The Weir, a pamphlet,Ashune Valley Gazette", "pamphlet-2025-02 gazette-2024-12", 26)]
    [InlineData("sources", "use=agenda", "joint-2025-01 joint-2024-03", 26)]
    [InlineData("sources", "q=envoyee", "tribune-2024-06", 26)]
    // Of the unsigned note it is only known that it was out by 3 December 2024.
    [InlineData("sources", "to=2024-03-31", "note-2024-12 joint-2024-03", 26)]
    [InlineData("sources", "from=2025-09-01", "mediator-2025-09 nahr-2025-09", 26)]
    [InlineData("parties", "role=funder", "bank orvane", 8)]
    [InlineData("parties", "role=funder,guarantor", "compact bank orvane", 8)]
    // Élorie gave up its red line on the status in November 2024, Nahrazan its one on the dams in July 2024; two of Veltrania stand.
    [InlineData("parties", "redlines=yes", "veltrania", 8)]
    [InlineData("parties", "redlines=yes&role=funder", "", 8)]
    public async Task Get_Filter_PageAndFileHaveTheSameRows(string page, string query, string keys, int all)
    {
        var shown = await host.DocumentAsync($"{Board}/{page}?{query}{Day}");

        var expected = keys.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, Rows(shown, page));
        Assert.Equal($"{expected.Length} of {all}", string.Join(' ', shown.QuerySelector(".list-count")!.TextContent.Trim().Split(' ')[..3]));
        Assert.Equal(expected, await KeysAsync(FileOf(shown, page)));
    }

    // The rows of the file of drafts are versions, which are shown with their draft.
    [Theory]
    [InlineData("held-by=compact", "ceasefire-text", 5)]
    [InlineData("unseen-by=nahrazan", "charter-text status-paper", 5)]
    [InlineData("unseen-by=veltrania,nahrazan&group=constitution", "charter-text", 5)]
    [InlineData("group=water,economy", "water-protocol fund-statute", 5)]
    public async Task Get_FilterOfDrafts_PageAndFileHaveTheSame(string query, string keys, int all)
    {
        var shown = await host.DocumentAsync($"{Board}/drafts?{query}{Day}");

        var expected = keys.Split(' ');
        Assert.Equal(expected, Rows(shown, "drafts"));
        Assert.Equal($"{expected.Length} of {all} drafts", shown.QuerySelector(".list-count")!.TextContent);
        Assert.Equal(expected, (await KeysAsync(FileOf(shown, "drafts"))).Distinct());
        Assert.Equal(7, shown.QuerySelectorAll("article[id^=offer-]").Length);
    }

    // On 30 September 2025 the guarantee, the first money and the seat are on the table; the extra release ended on 30 September 2024.
    [Theory]
    [InlineData("offered-by=nahrazan", "engineer-seat veto-for-seat summer-water")]
    [InlineData("offered-by=nahrazan&state=lapsed,refused", "veto-for-seat summer-water")]
    [InlineData("offered-to=veltrania&state=open", "first-money guarantee")]
    [InlineData("from=2024-07-11&to=2025-04-02", "guarantee veto-for-seat empty-strip")]
    // The first money ends on 31 December 2025; the seat has no end, and what was refused or has lapsed comes behind it.
    [InlineData("offered-by=nahrazan,bank&offers-sort=ends", "first-money engineer-seat veto-for-seat summer-water")]
    [InlineData("offered-by=nahrazan,bank&offers-sort=made", "summer-water veto-for-seat first-money engineer-seat")]
    public async Task Get_FilterOfOffers_PageAndFileHaveTheSame(string query, string keys)
    {
        var shown = await host.DocumentAsync($"{Board}/drafts?{query}{Day}");

        var expected = keys.Split(' ');
        Assert.Equal(expected, shown.QuerySelectorAll("article[id^=offer-]").Select(card => card.Id!["offer-".Length..]));
        Assert.Equal($"{expected.Length} of 7 offers", shown.QuerySelector(".list-count")!.TextContent);
        Assert.Equal(expected, await KeysAsync(FileOf(shown, "offers")));
        Assert.Equal(5, Rows(shown, "drafts").Count());
    }

    // Two lists on one page: what is asked of one stays when the other is filtered, ordered or cleared.
    [Fact]
    public async Task Get_DraftsAndOffersFiltered_EachKeepsTheOther()
    {
        var shown = await host.DocumentAsync($"{Board}/drafts?held-by=compact&state=open&sort=title");

        var forms = shown.QuerySelectorAll("form.issue-filters");
        Assert.Equal(
            ["sort=title state=open", "held-by=compact sort=title"],
            forms.Select(form => string.Join(' ', form.QuerySelectorAll("input[type=hidden]").Select(
                field => $"{field.GetAttribute("name")}={field.GetAttribute("value")}"))));
        Assert.Equal(
            [$"{Board}/drafts?sort=title&state=open", $"{Board}/drafts?held-by=compact&sort=title#offers"],
            shown.QuerySelectorAll(".chips li:last-child a").Select(link => link.GetAttribute("href")));
        Assert.All(
            shown.QuerySelectorAll("a.sort"),
            head => Assert.Contains("held-by=compact&state=open", head.GetAttribute("href")!, StringComparison.Ordinal));
    }

    // The delegates are those of the parties shown: the bank has one, Orvane none.
    [Fact]
    public async Task Get_PartiesByRole_FileOfDelegatesIsTheirs()
    {
        var shown = await host.DocumentAsync($"{Board}/parties?role=funder");

        Assert.Equal(["wenna-okkershalt"], await KeysAsync(FileOf(shown, "delegates")));
    }

    // Order, filters and pages go together: the heads keep the filters, the form and the chips the order.
    [Theory]
    [InlineData("rounds", "state=held", "title")]
    [InlineData("sources", "reliability=A", "-facts")]
    [InlineData("parties", "role=principal", "name")]
    public async Task Get_FilterAndOrder_EachKeepsTheOther(string page, string filter, string order)
    {
        var shown = await host.DocumentAsync($"{Board}/{page}?{filter}&sort={order}");

        Assert.All(shown.QuerySelectorAll("thead a.sort"), head => Assert.Contains(filter, head.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.Equal(order, shown.QuerySelector("form.issue-filters input[name=sort]")!.GetAttribute("value"));
        Assert.All(
            shown.QuerySelectorAll(".chips a"), chip => Assert.EndsWith($"?sort={order}", chip.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.Contains($"{filter}&sort={order}", FileOf(shown, page), StringComparison.Ordinal);
    }

    // A short list is all in sight: its filters are folded until one is set, and a row alone has none.
    [Fact]
    public async Task Get_ListOfSomeLength_FiltersStandOpenOrFolded()
    {
        Assert.True((await host.DocumentAsync($"{Board}/sources")).QuerySelector("details.filter-box")!.HasAttribute("open"));
        Assert.False((await host.DocumentAsync($"{Board}/rounds")).QuerySelector("details.filter-box")!.HasAttribute("open"));
        Assert.True((await host.DocumentAsync($"{Board}/rounds?state=held")).QuerySelector("details.filter-box")!.HasAttribute("open"));
        Assert.Null((await host.PageAsync("sources")).Page.QuerySelector("details.filter-box"));
    }

    // Orvane came to the table on 20 May 2024 and has been in no round; chosen all the same, it is there to be taken off.
    [Theory]
    [InlineData("rounds?party=orvane", "party", "orvane", "Orvane")]
    [InlineData("issues?party=orvane&asOf=2024-04-01", "party", "orvane", "Orvane")]
    [InlineData("matrix?party=orvane&asOf=2024-04-01", "party", "orvane", "Orvane")]
    [InlineData("changes?party=orvane&asOf=2024-04-01", "party", "orvane", "Orvane")]
    [InlineData("issues?group=economy&asOf=2024-04-01", "group", "economy", "Economy group")]
    [InlineData("sources?publisher=The Weir, a pamphlet&asOf=2024-10-01", "publisher", "The Weir, a pamphlet", "The Weir, a pamphlet")]
    public async Task Get_ValueNoLongerOffered_IsThereTicked(string address, string name, string value, string words)
    {
        var shown = await host.DocumentAsync($"{Board}/{address}");

        var box = Assert.Single(shown.QuerySelectorAll($"form.filters input[type=checkbox][name={name}][checked]"));
        Assert.Equal(value, box.GetAttribute("value"));
        Assert.Equal(words, box.ParentElement!.TextContent.Trim());
    }

    [Theory]
    [InlineData("rounds", "party=orvane", "No round matches")]
    [InlineData("working-groups", "party=assembly", "No working group matches")]
    [InlineData("drafts", "held-by=assembly", "No draft matches")]
    [InlineData("drafts", "offered-by=assembly", "No offer matches")]
    [InlineData("sources", "q=nowhere", "No source matches")]
    [InlineData("parties", "role=funder&redlines=yes", "No party matches")]
    public async Task Get_NothingMatches_SaysSoWithAWayBack(string page, string query, string words)
    {
        var shown = await host.DocumentAsync($"{Board}/{page}?{query}");

        var empty = Assert.Single(shown.QuerySelectorAll(".empty"));
        Assert.Equal(words, empty.QuerySelector(".empty-title")!.TextContent);
        Assert.Equal($"{Board}/{page}", empty.QuerySelector("a")!.GetAttribute("href")!.Split('#')[0]);
    }

    // What the board does not have is put aside on the page, with a sentence, and refused in a file, which has no room for one.
    [Theory]
    [InlineData(
        "rounds", "state=hold",
        "“state” does not accept “hold”. It accepts: upcoming, held, not-reported, called-off. All rounds are shown.")]
    [InlineData(
        "rounds", "place=Nowhere&state=held",
        "There is no place “Nowhere” on this board now; it may have been renamed. The other filters still apply.")]
    [InlineData(
        "working-groups", "state=resting", "“state” does not accept “resting”. It accepts: at-work, ended. All working groups are shown.")]
    [InlineData(
        "drafts", "held-by=nobody",
        "There is no party “nobody” on this board now; it may have been renamed. All drafts and offers are shown.")]
    [InlineData("sources", "reliability=a", "“reliability” does not accept “a”. It accepts: A, B, C, D, E, F. All sources are shown.")]
    [InlineData(
        "parties", "role=spoiler",
        "“role” does not accept “spoiler”. It accepts: principal, mediator, guarantor, supporter, funder, observer. All parties are shown.")]
    public async Task Get_ValueThatIsNone_SaysSoAndTheFileIsRefused(string page, string query, string sentence)
    {
        var shown = await host.DocumentAsync($"{Board}/{page}?{query}");

        Assert.Contains(sentence, shown.QuerySelectorAll(".banner").Select(banner => banner.TextContent.Trim()));
        using var file = await host.Client.GetAsync(new Uri($"{Board}/{page}.csv?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
    }

    [Theory]
    [InlineData("rounds?from=2025-02-02&to=2025-02-01", "The first day, 2 February 2025, is after the last, 1 February 2025.")]
    [InlineData("drafts?from=2025-02-02&to=2025-02-01", "The first day, 2 February 2025, is after the last, 1 February 2025.")]
    [InlineData("sources?from=spring", "“spring” is not a date. Write it as year, month and day: 2025-12-15.")]
    [InlineData("parties?redlines=1", "“redlines” does not accept “1”. It accepts: yes.")]
    public async Task Get_ValueThatCantBeUsed_IsRefusedWithASentence(string address, string sentence)
    {
        var (answer, shown) = await host.GetAsync($"{Board}/{address}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Board}/{address.Split('?')[0]}", shown.QuerySelector("main a")!.GetAttribute("href"));
    }

    private static IEnumerable<string> Rows(IHtmlDocument page, string name) =>
        page.QuerySelectorAll($"main :is(th[scope=row] > a.row-title, article.card > h2 > a)[href*='/{name}/']")
            .Select(link => link.GetAttribute("href")!.Split('?')[0].Split('/')[^1]);

    private static string FileOf(IHtmlDocument page, string name) =>
        page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(
            href => href.StartsWith($"{Board}/{name}.csv", StringComparison.Ordinal));

    // The keys are the first column.
    private async Task<IEnumerable<string>> KeysAsync(string file) =>
        (await host.Client.GetStringAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..].Select(line => line.Split(',')[0].Trim('"'));
}
