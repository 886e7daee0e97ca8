using AngleSharp.Html.Dom;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Editing;

public class EditLinksTests(SignedInHost host) : IClassFixture<SignedInHost>
{
    private const string Board = "/negotiations/russia-ukraine-2025";

    [Theory]
    [InlineData(null, false)]
    [InlineData("Viewer", false)]
    [InlineData("Editor", true)]
    [InlineData("Manager", true)]
    [InlineData("Administrator", true)]
    public async Task ReadingPages_EachRole_LinkToEditingOnlyForThoseWhoMay(string? role, bool may)
    {
        foreach (var page in new[] { "/changes", "/claims" })
        {
            var document = await DocumentAsync(role, Board + page);

            Assert.Equal(may, document.QuerySelector("a[href*='/correct']") is not null);
            Assert.Equal(may, document.QuerySelector("a[href*='/edit/retract/']") is not null);
            Assert.Equal(may, document.QuerySelector("a[href*='/edit/history/']") is not null);
        }
    }

    // What is edited is the present, so the link drops the date that is looked at.
    [Theory]
    [InlineData(null, false)]
    [InlineData("Viewer", false)]
    [InlineData("Editor", true)]
    public async Task Tabs_EachRole_LeadToEditingOnlyThoseWhoMay(string? role, bool may)
    {
        var document = await DocumentAsync(role, Board + "/issues?asOf=2025-12-20");

        Assert.Equal(may ? [Board + "/edit"] : [], document.QuerySelectorAll("nav.tabs a").Select(a => a.GetAttribute("href")!).Where(href => href.EndsWith("/edit", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ReadingPages_NobodyAfterAnEditor_GetsNoLinkFromTheKeptDocument()
    {
        await DocumentAsync("Editor", Board + "/changes");

        Assert.Null((await DocumentAsync(null, Board + "/changes")).QuerySelector("a[href*='/edit/']"));
        Assert.NotNull((await DocumentAsync("Editor", Board + "/changes")).QuerySelector("a[href*='/edit/']"));
    }

    private async Task<IHtmlDocument> DocumentAsync(string? role, string address)
    {
        using var answer = await host.AsAsync(role, address);
        Assert.True(answer.IsSuccessStatusCode, $"{address} as {role}: {answer.StatusCode}");
        return await TrackerHost.ReadAsync(answer);
    }
}
