using System.ServiceModel.Syndication;
using System.Xml;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Changes;

/// <summary>The changes as a feed, read by a reader of feeds that knows nothing of us.</summary>
public sealed class ChangesAtomTests(BothBoards host)
{
    private const string Example = "/negotiations/" + SeedFile.Example;

    [Fact]
    public async Task Feed_AllChanges_HasEntriesThatCanBeToldApartAndFollowed()
    {
        var feed = await FeedAsync("");

        Assert.Equal(100, feed.Items.Count());
        Assert.Equal(100, feed.Items.Select(item => item.Id).Distinct().Count());
        Assert.All(feed.Items, item => Assert.True(Assert.Single(item.Links).Uri.IsAbsoluteUri));
        Assert.All(feed.Items, item => Assert.NotEmpty(item.Title.Text));
        Assert.Equal(feed.LastUpdatedTime, feed.Items.Max(item => item.LastUpdatedTime));
    }

    // On 11 June 2025 a new cabinet takes back its consent to power-sharing (seeds/EXAMPLE.md).
    [Fact]
    public async Task Feed_OfAnIssue_SaysFromWhichLevelToWhich()
    {
        var feed = await FeedAsync("?issue=power-sharing&kind=status");

        Assert.Contains(feed.Items, item => item.Title.Text.EndsWith("Agreed in principle → Disputed", StringComparison.Ordinal)
            && item.Summary.Text.StartsWith("11 June 2025. ", StringComparison.Ordinal));
        Assert.All(feed.Items, item => Assert.Contains("/issues/power-sharing", item.Links[0].Uri.AbsolutePath, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feed_OfAnIssueThatIsNone_IsRefused()
    {
        using var answer = await host.Client.GetAsync(
            new Uri(Example + "/changes.atom?issue=none", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Page_WithAFilter_LeadsToTheFeedWithTheSame()
    {
        var page = await host.DocumentAsync(Example + "/changes?issue=power-sharing");

        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == Example + "/changes.atom?issue=power-sharing");
    }

    private async Task<SyndicationFeed> FeedAsync(string query)
    {
        await using var stream = await host.Client.GetStreamAsync(
            new Uri(Example + "/changes.atom" + query, UriKind.Relative), TestContext.Current.CancellationToken);
        using var reader = XmlReader.Create(stream);
        return SyndicationFeed.Load(reader);
    }
}
