using System.Net;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Administration;

/// <summary>Who is answered under /admin.</summary>
public class AdministrationAccessTests(SignedInHost host) : IClassFixture<SignedInHost>
{
    private static readonly string[] Pages =
        ["/admin", "/admin/users", "/admin/tokens", "/admin/audit", "/admin/webhooks", "/admin/system", "/ADMIN/Audit"];
    private static readonly string[] Files = ["/admin/audit.csv", "/admin/audit.xlsx", "/admin/audit.json"];

    public static TheoryData<string> All => [.. Pages, .. Files];

    // "/admin" leads on, and says nothing.
    public static TheoryData<string> Answering => [.. Pages.Skip(1), .. Files];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Get_ByRole_AnswersOnlyAdministrators(string address)
    {
        using var nobody = await host.AsAsync(null, address);
        Assert.Equal(Files.Contains(address) ? HttpStatusCode.Unauthorized : HttpStatusCode.Found, nobody.StatusCode);
        foreach (var role in new[] { "Viewer", "Editor", "Manager" })
        {
            using var refused = await host.AsAsync(role, address);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var answer = await host.AsAsync("Administrator", address);
        Assert.Equal(address == "/admin" ? HttpStatusCode.Found : HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Answering))]
    public async Task Get_AsAdministrator_IsKeptNowhere(string address)
    {
        using var answer = await host.AsAsync("Administrator", address);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.CacheControl.Public);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Post_AsAdministrator_405OrAskedForTheTokenOfItsForm(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("Cookie", "as=Administrator");
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        // Three pages have buttons that post: they take a backup, revoke tokens, keep webhooks.
        Assert.Equal(
            address is "/admin/system" or "/admin/tokens" or "/admin/webhooks" ? HttpStatusCode.BadRequest : HttpStatusCode.MethodNotAllowed,
            answer.StatusCode);
    }

    [Theory]
    [InlineData("Manager", false)]
    [InlineData("Administrator", true)]
    public async Task Get_AnyPage_LeadsToAdministrationOnlyThoseWhoMay(string role, bool leads)
    {
        using var answer = await host.AsAsync(role, "/");
        var page = await TrackerHost.ReadAsync(answer);

        Assert.Equal(leads, page.QuerySelector(".account-menu a[href='/admin/users']") is not null);
    }

    [Fact]
    public async Task Get_EveryPage_LeadsToTheOthers()
    {
        foreach (var address in new[] { "/admin/users", "/admin/tokens", "/admin/audit", "/admin/webhooks", "/admin/system" })
        {
            using var answer = await host.AsAsync("Administrator", address);
            var page = await TrackerHost.ReadAsync(answer);

            Assert.Equal(
                ["/admin/users", "/admin/tokens", "/admin/audit", "/admin/webhooks", "/admin/system"],
                page.QuerySelectorAll("nav.tabs a").Select(a => a.GetAttribute("href")!));
            Assert.Equal(address, Assert.Single(page.QuerySelectorAll("nav.tabs a[aria-current=page]")).GetAttribute("href"));
            Assert.Single(page.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task Get_System_SaysWhatItIsAbout()
    {
        using var answer = await host.AsAsync("Administrator", "/admin/system");
        var page = await TrackerHost.ReadAsync(answer);

        var facts = page.QuerySelectorAll("dl.facts dt").ToDictionary(dt => dt.TextContent, dt => dt.NextElementSibling!.TextContent.Trim());
        Assert.Equal("0.1.0", facts["Version"]);
        Assert.Equal(host.Folder, facts["Place"]);
        Assert.Equal("1", facts["Newest change"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$", facts["Made at"]);
        // In one piece, so that it can be copied.
        var hash = TestStore.Scalar(Path.Combine(host.Folder, "peacetracker.db"), "SELECT Hash FROM Changes WHERE Number = 1");
        Assert.Equal(hash, page.QuerySelector("#head-hash")!.TextContent);
        Assert.Matches(@"^\d+_\w+$", facts["Schema"]);
        Assert.StartsWith("SQLite 3.", facts["Database"], StringComparison.Ordinal);
        Assert.Matches(@"^\d+(\.\d)? [KM]B$", facts["Size"]);
        Assert.EndsWith("for 0 min", facts["Running since"], StringComparison.Ordinal); // a test's host is young
        Assert.Equal(("0 circuits", "0 streams"), (facts["Pages for editing"], facts["Pages that follow a board"]));
        Assert.Contains("None yet", facts["Newest backup"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SystemWhileAPageFollowsABoard_CountsIt()
    {
        using var follow = new HttpRequestMessage(HttpMethod.Get, "/live/russia-ukraine-2025");
        using var stream = await host.Client.SendAsync(follow, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var answer = await host.AsAsync("Administrator", "/admin/system");

        Assert.Contains("1 stream<", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
