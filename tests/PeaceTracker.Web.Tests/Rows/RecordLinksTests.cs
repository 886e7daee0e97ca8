using System.Net;
using AngleSharp.Html.Dom;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>The links from what is read to the forms in which is recorded what happened to it.</summary>
public sealed class RecordLinksTests(SignedInHost host) : IClassFixture<SignedInHost>
{
    private const string Board = "/negotiations/" + SeedFile.RussiaUkraine;

    [Theory]
    [InlineData("/issues/territory", "/edit/status-events/new?issue=territory&dyad=ukraine-russia")]
    [InlineData("/issues/territory", "/edit/positions/new?issue=territory")]
    [InlineData("/issues/territory", "/edit/claims/new?issue=territory")]
    [InlineData("/pairs/ukraine-russia", "/edit/status-events/new?dyad=ukraine-russia")]
    [InlineData("/pairs/ukraine-russia", "/edit/status-events/new?issue=territory&dyad=ukraine-russia")]
    [InlineData("/matrix?record=yes", "/edit/status-events/new?issue=territory&dyad=ukraine-russia")]
    [InlineData("/matrix?record=yes", "/edit/positions/new?issue=territory&party=ukraine")]
    [InlineData("/matrix", "/matrix?record=yes")]
    public async Task Pages_ForThoseWhoEdit_LeadToFormsThatAreFilledIn(string page, string form)
    {
        Assert.Contains(Board + form, await LinksAsync("Editor", page));
        Assert.DoesNotContain(Board + form, await LinksAsync("Viewer", page));
        Assert.DoesNotContain(Board + form, await LinksAsync(null, page));
    }

    [Fact]
    public async Task RoundPage_ForThoseWhoEdit_LeadsToItsOutcome()
    {
        var key = SeedFile.Load(SeedFile.RussiaUkraine).Keys(Domain.Negotiations.RecordSections.Find("rounds")!)[0];

        Assert.Contains($"{Board}/edit/outcome/new?round={key}", await LinksAsync("Editor", $"/rounds/{key}"));
    }

    [Fact]
    public async Task NewOutcome_Asked_LeadsToAnAddressOfItsOwnWithWhatItIsAbout()
    {
        using var answer = await host.AsAsync("Editor", Board + "/edit/outcome/new?issue=territory&dyad=ukraine-russia");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Matches($"^{Board}/edit/outcome/[0-9a-f-]{{36}}\\?issue=territory&dyad=ukraine-russia$", answer.Headers.Location!.OriginalString);
    }

    private async Task<IReadOnlyList<string>> LinksAsync(string? role, string page)
    {
        using var answer = await host.AsAsync(role, Board + page);
        IHtmlDocument document = await TrackerHost.ReadAsync(answer);
        return [.. document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!)];
    }
}
