using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Testing;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Pages;
using PeaceTracker.Web.Tests.SigningIn;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>What every answer says of how long it may be kept, and by whom.</summary>
public sealed class KeptElsewhereTests
{
    private const string Board = $"/negotiations/{SeedFile.RussiaUkraine}";

    private static readonly string[] Others =
    [
        Board + "/issues.csv", Board + "/issues.xlsx", Board + "/issues.json", Board + "/shares.svg", Board + "/shares.png",
        Board + "/issues.csv?change=1",
        Board + "?change=1", Board + "/issues.csv?asOf=no-date", Board + "/no-such-page", "/no-such-page", "/live/no-such",
        $"/live/{SeedFile.RussiaUkraine}/since/0",
        "/health/live", "/health/ready", "/error", "/account", "/account/sign-in", "/admin/users", "/admin/audit.csv", Board + "/edit", "/theme/dark",
        "/_blazor?id=x",
    ];

    private static IEnumerable<string> Addresses =>
        ReadingRoutes.Addresses.Where(a => !a.StartsWith("/negotiations/example", StringComparison.Ordinal)).Concat(Others);

    [Fact]
    public async Task Get_EverythingAsAStranger_SaysHowItMayBeKept()
    {
        await using var host = new TrackerHost();
        foreach (var address in Addresses)
        {
            var (answer, _) = await host.GetAsync(address);

            var kept = answer.Headers.CacheControl;
            Assert.True(kept is not null, address);
            Assert.True(!kept.Public || kept.NoCache || address.Contains("change=", StringComparison.Ordinal), $"{address}: {kept}");
            Assert.True(!kept.Public || answer is { StatusCode: HttpStatusCode.OK, Headers.ETag.IsWeak: false }, $"{address}: {answer.StatusCode}");
            Assert.False(kept.Public && answer.Headers.Contains("Set-Cookie"), address);
        }
    }

    [Fact]
    public async Task Get_EverythingOfAClosedBoard_IsKeptByNobody()
    {
        await using var host = new TrackerHost { Settings = new() { ["PeaceTracker:Access:Reading"] = "SignedIn" } };
        using var reader = await SignedInClient.StartAsync(host, AccountRole.Viewer);
        foreach (var address in Addresses)
        {
            var (stranger, _) = await host.GetAsync(address);
            var (answer, _) = await reader.GetAsync(address);

            Assert.True(stranger.Headers.CacheControl?.NoStore == true, $"{address}, stranger: {stranger.Headers.CacheControl}");
            Assert.True(answer.Headers.CacheControl?.NoStore == true, $"{address}, reader: {answer.Headers.CacheControl}");
        }
    }

    [Fact]
    public async Task Get_EveryDocumentAgainWithItsTag_IsAnswered304()
    {
        await using var host = new TrackerHost();
        foreach (var address in Addresses)
        {
            var (answer, _) = await host.GetAsync(address);
            if (answer.Headers.CacheControl is not { Public: true })
            {
                continue;
            }

            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var same = await host.Client.SendAsync(again, TestContext.Current.CancellationToken);

            Assert.Equal((address, HttpStatusCode.NotModified), (address, same.StatusCode));
            Assert.Equal((answer.Headers.CacheControl, answer.Headers.ETag), (same.Headers.CacheControl, same.Headers.ETag));
            Assert.Equal(Header(answer, "Content-Security-Policy"), Header(same, "Content-Security-Policy"));
            Assert.Empty(await same.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    // After a backup was restored the number of a change may mean another record; and every table says what may be done with it.
    [Fact]
    public async Task Get_StreamedFileOfAnotherHistoryOrLicence_HasAnotherTag()
    {
        await using var host = new TrackerHost();
        var first = await TagsAsync();
        host.Services.GetRequiredService<ChangeBus>().History = "restored";
        var restored = await TagsAsync();
        host.Services.GetRequiredService<IConfiguration>()[BoardFiles.LicenceSetting] = "CC BY 4.0";
        var licensed = await TagsAsync();

        Assert.All(Enumerable.Range(0, first.Count), i => Assert.Equal(3, new[] { first[i], restored[i], licensed[i] }.Distinct().Count()));

        async Task<List<string>> TagsAsync()
        {
            var tags = new List<string>();
            foreach (var file in new[] { "issues.csv", "issues.xlsx", "negotiation.json", "tables.zip" })
            {
                using var answer = await host.Client.GetAsync(
                    new Uri($"{Board}/{file}?asOf=2025-12-20&change=1", UriKind.Relative), TestContext.Current.CancellationToken);
                tags.Add(answer.Headers.ETag!.Tag);
            }

            return tags;
        }
    }

    [Fact]
    public void Program_OfEachOfItsParts_NamesTheBuild() => Assert.All(
        new[] { typeof(Level), typeof(ChangeBus), typeof(KeptElsewhere) },
        part => Assert.Contains(part.Module.ModuleVersionId.ToString("N"), KeptElsewhere.Program, StringComparison.Ordinal));

    private static string Header(HttpResponseMessage answer, string name) => string.Join(' ', answer.Headers.GetValues(name));

    [Fact]
    public async Task Get_StyleSheet_IsOpenAndMayBeKept()
    {
        await using var host = new TrackerHost { Settings = new() { ["PeaceTracker:Access:Reading"] = "SignedIn" } };

        var (answer, _) = await host.GetAsync("/css/site.css");

        Assert.Equal((HttpStatusCode.OK, false), (answer.StatusCode, answer.Headers.CacheControl!.NoStore));
    }

    // Stylesheets name them, so their addresses have no print of their bytes, and each visit would ask for them again.
    [Theory]
    [InlineData("/fonts/source-sans-3-latin-wght-normal.woff2", true)]
    [InlineData("/fonts/OFL.txt", false)]
    [InlineData("/css/site.css", false)]
    public async Task Get_Font_IsKeptForAMonth(string address, bool kept)
    {
        await using var host = new TrackerHost();

        var (answer, _) = await host.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(kept ? TimeSpan.FromDays(30) : null, answer.Headers.CacheControl!.MaxAge);
    }
}
