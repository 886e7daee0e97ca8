using System.ServiceModel.Syndication;
using System.Xml;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Search;

/// <summary>A search as a feed, read by a reader of feeds that knows nothing of us.</summary>
public sealed class SearchAtomTests(BothBoards host)
{
    private const string Example = "/negotiations/" + SeedFile.Example;

    [Fact]
    public async Task Feed_OfAWord_HoldsWhatThePageFindsEachWithAnIdAndALink()
    {
        var feed = await FeedAsync("?q=prisoners");
        var page = await host.DocumentAsync(Example + "/search?q=prisoners");

        var count = page.QuerySelector("#search-count")!.TextContent;
        Assert.Equal(count, $"{feed.Items.Count()} results");
        Assert.Equal(feed.Items.Count(), feed.Items.Select(item => item.Id).Distinct().Count());
        Assert.All(feed.Items, item => Assert.True(Assert.Single(item.Links).Uri.IsAbsoluteUri));
        Assert.All(feed.Items, item => Assert.NotEmpty(item.Title.Text));
        Assert.Equal(feed.Items.Select(item => item.LastUpdatedTime).OrderDescending(), feed.Items.Select(item => item.LastUpdatedTime));
        Assert.Equal(feed.LastUpdatedTime, feed.Items.First().LastUpdatedTime);
        Assert.EndsWith(Example + "/search?q=prisoners", feed.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_AskedTwice_HasTheSameIds()
    {
        var (first, second) = (await FeedAsync("?q=prisoners"), await FeedAsync("?q=prisoners"));

        Assert.Equal(first.Items.Select(item => item.Id), second.Items.Select(item => item.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=xyzzy")]
    [InlineData("?q=cease%EF%BF%BEfire%01%3Cb%3E")]
    public async Task Feed_NothingAskedOrFound_IsAFeedWithoutEntries(string query) => Assert.Empty((await FeedAsync(query)).Items);

    [Fact]
    public async Task Feed_TooLongAWord_IsRefused()
    {
        using var answer = await host.Client.GetAsync(
            new Uri(Example + "/search.atom?q=" + new string('x', 201), UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("prisoners")]
    [InlineData("xyzzy")]
    public async Task Page_OfASearch_LeadsToItsFeed(string query)
    {
        var page = await host.DocumentAsync(Example + "/search?q=" + query);

        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == Example + "/search.atom?q=" + query);
    }

    private async Task<SyndicationFeed> FeedAsync(string query)
    {
        await using var stream = await host.Client.GetStreamAsync(
            new Uri(Example + "/search.atom" + query, UriKind.Relative), TestContext.Current.CancellationToken);
        using var reader = XmlReader.Create(stream);
        return SyndicationFeed.Load(reader);
    }
}
