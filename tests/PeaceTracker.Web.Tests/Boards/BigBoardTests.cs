using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Boards;

/// <summary>The pages stay usable on a board of 10,000 issues and 200,000 status events.</summary>
public sealed class BigBoardTests(BigBoard host, ITestOutputHelper output) : IClassFixture<BigBoard>
{
    private const string Board = "/negotiations/" + BigRecord.Slug;

    [Fact]
    public void Measured_IsPrinted()
    {
        output.WriteLine(string.Join(Environment.NewLine, host.Measured));

        Assert.NotEmpty(host.Measured);
    }

    [Fact]
    public void Check_BigRecord_FitsTheRules() => Assert.Empty(NegotiationRules.Check(BigRecord.Make()));

    [Theory]
    [InlineData("", 200)]
    [InlineData("/issues", 500)]
    [InlineData("/issues/issue-7", 500)]
    [InlineData("/matrix", 205)]
    [InlineData("/matrix?sort=-dyad:north-south&redlines=yes&page=2", 500)]
    [InlineData("/pairs", 200)]
    [InlineData("/pairs/north-south", 205)]
    [InlineData("/parties", 500)]
    [InlineData("/parties/north", 205)]
    [InlineData("/sources", 500)]
    [InlineData("/sources/report-7", 500)]
    [InlineData("/claims", 500)]
    [InlineData("/method", 500)]
    [InlineData("/proof", 205)]
    [InlineData("/changes", 500)]
    [InlineData("/changes?page=5000", 500)]
    [InlineData("/changes?from=2023-02-01&to=2025-01-01", 500)]
    [InlineData("/search?q=point", 500)]
    public async Task Get_Page_StaysSmall(string page, int kilobytes)
    {
        var (answer, document) = await host.GetAsync(Board + page);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        output.WriteLine($"{page}: {document.Source.Length / 1000} kB");
        Assert.InRange(document.Source.Length, 1, kilobytes * 1000);
    }

    [Fact]
    public async Task Get_Summary_DrawsOneBarForAllIssues()
    {
        var document = await host.DocumentAsync(Board);

        Assert.Empty(document.QuerySelectorAll("a.unit"));
        Assert.Contains(
            "10,000 issues",
            document.QuerySelector("header")!.ParentElement!.TextContent.Replace("10000", "10,000", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/issues", "tbody tr")]
    [InlineData("/matrix", "#main tbody tr, table.matrix tbody tr")]
    [InlineData("/sources", "tbody tr")]
    public async Task Get_LongList_LeadsToItsNextPageAndBack(string page, string rows)
    {
        var first = await host.DocumentAsync(Board + page);
        var next = first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        var second = await host.DocumentAsync("/" + next.TrimStart('/'));

        Assert.NotEqual(first.QuerySelector(rows)!.TextContent, second.QuerySelector(rows)!.TextContent);
        Assert.NotNull(second.QuerySelector(".pager a[rel=prev]"));
    }

    [Theory]
    [InlineData("/matrix?page=0")]
    [InlineData("/matrix?page=x")]
    [InlineData("/matrix?page=100000")]
    [InlineData("/sources?page=100000")]
    [InlineData("/sources/report-7?page=9")]
    [InlineData("/parties/north?page=1000")]
    public async Task Get_PageThatIsNotThere_Refused(string page)
    {
        var (answer, document) = await host.GetAsync(Board + page);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("page", document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    // Not the same address twice: a kept document would ask the store nothing.
    [Theory]
    [InlineData("")]
    [InlineData("/issues")]
    [InlineData("/changes")]
    public async Task Get_WarmPage_AsksTheStoreNothing(string page)
    {
        Assert.Empty(await QueriesAsync("/negotiations/talks" + page));
        Assert.Empty(await QueriesAsync(Board + page));

        await host.Services.GetRequiredService<ChangeReader>().NewestAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(host.Queries.Queries);
    }

    private async Task<IReadOnlyList<string>> QueriesAsync(string address)
    {
        await host.GetAsync(address + "?warm=3");
        host.Queries.Reset();
        var (answer, _) = await host.GetAsync(address + "?warm=4");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return host.Queries.Queries;
    }
}
