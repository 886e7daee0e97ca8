using AngleSharp.Html.Dom;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Rows;

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

    // Of every kind of row there is a page on which an editor finds the ways to edit or correct it, to retract it and to its history.
    [Theory]
    [InlineData("/", typeof(Negotiation), "history")]
    [InlineData("/parties/ukraine", typeof(Party), "edit/parties/ukraine")]
    [InlineData("/parties/ukraine", typeof(Dyad), "edit/pairs/")]
    [InlineData("/pairs/ukraine-russia", typeof(Dyad), "edit/pairs/ukraine-russia")]
    [InlineData("/parties/ukraine", typeof(PartyDelegate), "edit/delegates/")]
    [InlineData("/issues/territory", typeof(Issue), "edit/issues/territory")]
    [InlineData("/issues/territory", typeof(StatusEvent), "/correct")]
    [InlineData("/issues/territory", typeof(Position), "/correct")]
    [InlineData("/claims", typeof(Claim), "/correct")]
    [InlineData("/drafts", typeof(Offer), "edit/offers/")]
    [InlineData("/changes", typeof(AgendaVersion), "edit/agenda/1")]
    public async Task ReadingPages_EachKindOfRow_LeadToItsHistoryAndItsForm(string page, Type row, string form)
    {
        var section = RecordSections.Of(row).Name;
        var links = (await DocumentAsync("Editor", Board + page.TrimEnd('/'))).QuerySelectorAll("a[href*='/edit/']")
            .Select(a => a.GetAttribute("href")!).ToList();

        Assert.Contains(links, href => href.Contains($"/edit/history/{section}/", StringComparison.Ordinal));
        Assert.Contains(links, href => href.Contains(form, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Links_OfAllReadingPages_LeadToPagesThatAreThere()
    {
        var seed = Testing.SeedFile.Load(Testing.SeedFile.RussiaUkraine);
        var pages = Pages.ReadingRoutes.PagesOfOneRow.SelectMany(page => seed.Keys(RowKinds.At(page)!.Section).Select(key => $"/{page}/{key}"))
            .Concat(["", "/claims", "/drafts", "/changes"]);
        var links = new HashSet<string>();
        foreach (var page in pages)
        {
            links.UnionWith(
                (await DocumentAsync("Administrator", Board + page)).QuerySelectorAll("a[href*='/edit/']").Select(a => a.GetAttribute("href")!));
        }

        Assert.InRange(links.Count, 100, int.MaxValue);
        foreach (var link in links)
        {
            using var answer = await host.AsAsync("Administrator", link);
            // A new outcome has an address of its own, to which the link leads on.
            Assert.True(
                answer.IsSuccessStatusCode
                    || answer.Headers.Location?.OriginalString.StartsWith(Board + "/edit/outcome/", StringComparison.Ordinal) == true,
                $"{link}: {answer.StatusCode}");
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

        Assert.Equal(
            may ? [Board + "/edit"] : [],
            document.QuerySelectorAll("nav.tabs a").Select(a => a.GetAttribute("href")!)
                .Where(href => href.EndsWith("/edit", StringComparison.Ordinal)));
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
