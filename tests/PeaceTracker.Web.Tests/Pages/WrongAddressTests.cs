using System.Net;
using AngleSharp.Dom;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pages;

/// <summary>A wrong address gets the right status and a page that says what to do next.</summary>
public class WrongAddressTests(BothBoards host)
{
    private const string Board = "/negotiations/" + SeedFile.RussiaUkraine;

    public static TheoryData<string> Unknown =>
    [
        "/no-such-page", "/negotiations", "/negotiations/no-such-negotiation", "/negotiations/no-such-negotiation/issues",
        $"{Board}/no-such-page", "/negotiations/..%2f..%2fetc%2fpasswd",
        .. ReadingRoutes.PagesOfOneRow.Select(page => $"{Board}/{page}/no-such-key"),
        // A key of the other negotiation is no key of this one.
        $"{Board}/issues/ceasefire",
        // An address is written in one way.
        "/negotiations/Russia-Ukraine-2025",
    ];

    public static TheoryData<string> Unreadable =>
    [
        .. ReadingRoutes.Addresses.Where(address => address.StartsWith(Board, StringComparison.Ordinal)).SelectMany(address =>
            new[] { $"{address}?asOf=yesterday", $"{address}?asOf=2025-02-30", $"{address}?asOf=15.12.2025", $"{address}?knownAt=x" }),
        $"{Board}?asOf=2025-12-15&asOf=2025-12-16", $"{Board}/issues?sort=luck", $"{Board}/issues?core=yes&core=yes",
        $"{Board}/issues?size=7", $"{Board}/issues?open=1", $"{Board}/issues?page=0", $"{Board}/issues?page=x",
        $"{Board}/issues?level=almost&asOf=yesterday", $"{Board}/matrix?sort=party:", $"{Board}/matrix?redlines=1", $"{Board}/matrix?page=x",
        $"{Board}/changes?from=x", $"{Board}/changes?to=2025-13-01",
    ];

    [Theory]
    [MemberData(nameof(Unknown))]
    public Task Get_UnknownAddress_SaysSo(string address) => AssertSaysSo(address, HttpStatusCode.NotFound);

    [Theory]
    [MemberData(nameof(Unreadable))]
    public Task Get_UnreadableValue_SaysSo(string address) => AssertSaysSo(address, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("/negotiations/no-such-negotiation/issues.csv", HttpStatusCode.NotFound, "no negotiation “no-such-negotiation”")]
    [InlineData("/negotiations/Russia-Ukraine-2025/shares.svg", HttpStatusCode.NotFound, "no negotiation “Russia-Ukraine-2025”")]
    [InlineData($"{Board}/issues.xlsx?level=almost", HttpStatusCode.BadRequest, "“level” does not accept")]
    [InlineData($"{Board}/shares.json?asOf=yesterday", HttpStatusCode.BadRequest, "is not a date")]
    public async Task Get_WrongAddressOfAFile_SaysSoInPlainText(string address, HttpStatusCode expected, string words)
    {
        var (answer, document) = await host.GetAsync(address);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(words, document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OrderByAPartyThatIsGone_SaysSoAndTakesTheUsualOrder()
    {
        var usual = await host.DocumentAsync($"{Board}/matrix");
        var opened = await host.DocumentAsync($"{Board}/matrix?sort=-party:nobody");

        Assert.Contains(
            "This board has no “nobody” to sort by now; the usual order is shown.",
            opened.QuerySelector(".banner-past")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(Rows(usual), Rows(opened));

        static IEnumerable<string> Rows(IDocument page) => page.QuerySelectorAll("main tbody th").Select(row => row.TextContent);
    }

    // A shared link outlives a renaming: it opens with a sentence and all issues, and nothing of the filter is left in the form.
    [Theory]
    [InlineData("issues", "category=Defence", "category “Defence”")]
    [InlineData("issues", "dyad=no-such-pair", "pair “no-such-pair”")]
    [InlineData("issues", "party=nobody", "party “nobody”")]
    [InlineData("issues", "group=no-such-group", "working group “no-such-group”")]
    [InlineData("matrix", "category=Defence", "category “Defence”")]
    [InlineData("matrix", "party=nobody", "party “nobody”")]
    [InlineData("matrix", "dyad=no-such-pair", "pair “no-such-pair”")]
    public Task Get_FilterByAWordThatTheBoardHasNot_IsPutAsideAndAllIssuesAreShown(string page, string query, string what) =>
        AssertPutAsideAsync(page, query, $"There is no {what} on this board now; it may have been renamed. All issues are shown.");

    // A word that no board has is misspelt: the page says which there are.
    [Theory]
    [InlineData("issues", "basis=rumour", "“basis” does not accept “rumour”. It accepts: on-record, claimed. All issues are shown.")]
    [InlineData(
        "matrix", "stance=none",
        "“stance” does not accept “none”. It accepts: rejects, objects, undecided, accepts-with-conditions, accepts. All issues are shown.")]
    public Task Get_FilterByAWordOfNoBoard_IsPutAsideWithTheWordsThereAre(string page, string query, string sentence) =>
        AssertPutAsideAsync(page, query, sentence);

    [Theory]
    [InlineData("issues")]
    [InlineData("matrix")]
    public async Task Get_LevelOfNoBoard_IsPutAsideWithTheWordsThereAre(string page)
    {
        var banner = (await host.PageAsync($"{page}?level=almost")).Page.QuerySelector(".banner")!.TextContent.Trim();

        Assert.StartsWith("“level” does not accept “almost”. It accepts: ", banner, StringComparison.Ordinal);
        Assert.Contains("agreed-in-principle", banner, StringComparison.Ordinal);
    }

    private async Task AssertPutAsideAsync(string page, string query, string sentence)
    {
        var (status, document) = await host.PageAsync($"{page}?{query}");
        var all = (await host.PageAsync(page)).Page;

        Assert.Equal(200, status);
        Assert.Equal(sentence, Assert.Single(document.QuerySelectorAll(".banner")).TextContent.Trim());
        Assert.Equal(all.GetElementById("issue-count")!.TextContent, document.GetElementById("issue-count")!.TextContent);
        Assert.Equal(all.QuerySelector("form.filters")!.InnerHtml, document.QuerySelector("form.filters")!.InnerHtml);
        Assert.Empty(document.QuerySelectorAll(".chips"));
    }

    [Fact]
    public async Task Get_OneFilterPutAside_TheOthersHold()
    {
        var (_, document) = await host.PageAsync("issues?category=Defence&level=disputed");
        var disputed = (await host.PageAsync("issues?level=disputed")).Page;

        Assert.EndsWith("renamed. The other filters still apply.", document.QuerySelector(".banner")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(disputed.GetElementById("issue-count")!.TextContent, document.GetElementById("issue-count")!.TextContent);
    }

    [Theory]
    [InlineData("issues?leevl=disputed", "leevl")]
    [InlineData("matrix?basis=claimed", "basis")]
    [InlineData("changes?person=x", "person")]
    [InlineData("sources?order=date", "order")]
    [InlineData("?source=mail", "source")]
    public async Task Get_NameThatThePageDoesNotKnow_IsLeftAsideAndThePageSaysSo(string query, string name)
    {
        var (status, page) = await host.PageAsync(query);

        Assert.Equal(200, status);
        Assert.Contains($"“{name}”", Assert.Single(page.QuerySelectorAll(".banner")).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("issues?level=disputed&sort=title&page=1&size=50&q=")]
    [InlineData("matrix?party=russia&redlines=&page=1")]
    [InlineData("changes?kind=status&from=2025-12-15&by=&page=1")]
    [InlineData("search?q=territory")]
    [InlineData("sources?page=1")]
    public async Task Get_NamesThatThePageKnows_NoNote(string query) =>
        Assert.Empty((await host.PageAsync(query)).Page.QuerySelectorAll(".banner"));

    [Fact]
    public async Task Get_ValueWithMarkup_IsShownAsText()
    {
        var (answer, document) = await host.GetAsync($"{Board}/issues?level=%3Cscript%3Ealert(1)%3C/script%3E");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<script>alert(1)</script>", document.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
        // What a page says to machines has the address as data: there, too, nothing ends the element.
        Assert.DoesNotContain(document.Scripts, script => script.Type != "application/ld+json"
            ? script.TextContent.Contains("alert", StringComparison.Ordinal) : script.TextContent.Contains('<', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST", Board)]
    [InlineData("DELETE", Board + "/issues")]
    [InlineData("PUT", "/health/live")]
    [InlineData("TRACE", "/theme/dark")]
    public async Task Send_OtherMethod_IsNotAllowedAndSaysSo(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a%E2%80%AEb")]
    [InlineData("/%C3%BC")]
    [InlineData("//evil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("https://evil.example/")]
    public async Task Theme_AddressThatIsNotOurs_GoesToTheStart(string returnTo)
    {
        var (answer, _) = await host.GetAsync($"/theme/dark?returnTo={returnTo}");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    // Anybody may keep it, and has to ask each time whether it still holds.
    [Fact]
    public async Task Get_Document_IsAskedForAgainByWhoeverKeepsIt()
    {
        foreach (var _ in Enumerable.Range(0, 2)) // made again, then kept
        {
            var (answer, _) = await host.GetAsync(Board);
            Assert.Equal("no-cache, public", string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order()));
            Assert.Contains("Cookie", answer.Headers.Vary);
        }
    }

    // The file itself could be kept for ever; that it was refused is nothing to keep.
    [Fact]
    public async Task Get_RefusedFileOfACitation_IsKeptByNobodyElse()
    {
        var (answer, _) = await host.GetAsync($"{Board}/issues.csv?change=1&level=almost");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Head_UnknownAddress_AnswersLikeGet()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"{Board}/issues/no-such-key");
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task AssertSaysSo(string address, HttpStatusCode expected)
    {
        var (answer, document) = await host.GetAsync(address);

        Assert.Equal(expected, answer.StatusCode);
        var main = Assert.Single(document.QuerySelectorAll("main"));
        Assert.NotEmpty(Assert.Single(document.QuerySelectorAll("h1")).TextContent.Trim());
        Assert.NotEmpty(main.QuerySelectorAll("p"));
        Assert.NotEmpty(main.QuerySelectorAll("a[href]"));
        Assert.DoesNotMatch(@"\bException\b|\n\s+at \w+\.|\.cs:line", document.Source.Text);
        Assert.NotEmpty(answer.Headers.GetValues("Content-Security-Policy"));
    }
}
