using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.SigningIn;

namespace PeaceTracker.Web.Tests.Audit;

/// <summary>The audit as a page and as files, over what happened to be written down.</summary>
public sealed class AuditPageTests(AuditPageTests.Host host) : IClassFixture<AuditPageTests.Host>
{
    // What a stranger types as an address in order to reach a spreadsheet.
    private const string Formula = "=HYPERLINK@x.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_WithoutFilters_ShowsChangesAndEventsNewestFirst()
    {
        var rows = Rows(await host.PageAsync(""));

        Assert.Equal(
            ["Person invited", "Signed in", "Signing in failed", "Negotiation added"],
            rows.Select(row => row.Kind).Where(kind => kind != "Access refused"));
        Assert.Contains(rows, row => row is { Kind: "Signing in failed", Who: var who } && who.Contains(Formula, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("what=changes", "Negotiation added")]
    [InlineData("kind=invited", "Person invited")]
    [InlineData("who=seed", "Negotiation added")]
    [InlineData("who=Ada+Admin&kind=signed-in", "Signed in")]
    [InlineData("negotiation=russia-ukraine-2025", "Negotiation added")]
    [InlineData("what=security&who=%3DHYPERLINK%40x.example", "Signing in failed")]
    public async Task Get_Filtered_ShowsWhatFitsAndKeepsTheFilters(string query, string kind)
    {
        var page = await host.PageAsync(query);

        Assert.Equal([kind], Rows(page).Select(row => row.Kind));
        Assert.Equal("1 entry", page.QuerySelector("#audit-count")!.TextContent);
        foreach (var (name, value) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query))
        {
            Assert.Equal(
                value.ToString(),
                page.QuerySelector($"form.filters :is(select[name={name}] option[selected], input[name={name}][checked])")?.GetAttribute("value")
                    ?? page.QuerySelector($"form.filters input[name={name}]")!.GetAttribute("value"));
            Assert.All(page.QuerySelectorAll(".files a"), link => Assert.Contains($"{name}=", link.GetAttribute("href")!, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Get_Days_CountWhole()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.NotEmpty(Rows(await host.PageAsync($"from={today}")));
        Assert.Empty(Rows(await host.PageAsync("to=2025-01-01")));
        Assert.Contains("No entry matches", (await host.PageAsync("to=2025-01-01")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Rows(await host.PageAsync("from=0001-01-01&to=9999-12-31")));
    }

    [Theory]
    [InlineData("from=yesterday", "“yesterday” is not a date")]
    [InlineData("to=2026-02-30", "“2026-02-30” is not a date")]
    [InlineData("from=2026-03-02&to=2026-03-01", "is after the last")]
    [InlineData("what=everything", "“what” does not accept “everything”")]
    [InlineData("page=0", "“0” is not a page")]
    [InlineData("page=2", "There is no page 2 of this list. It has 1 page.")]
    [InlineData("page=2000000000", "To find older ones")]
    [InlineData("what=changes&what=security", "“what” does not accept")]
    public async Task Get_ValueThatCannotBeUsed_400AndASentence(string query, string sentence)
    {
        var (answer, page) = await host.GetAsAdministratorAsync("/admin/audit?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/admin/audit']"));
    }

    // A link that was kept outlives a negotiation's name; a file has no room for the sentence and refuses.
    [Theory]
    [InlineData("kind=murdered", "No entry of the kind “murdered” has been made. All entries are shown.")]
    [InlineData("negotiation=nowhere", "There is no negotiation “nowhere” now. All entries are shown.")]
    [InlineData("negotiation=nowhere&what=security", "There is no negotiation “nowhere” now. The other filters still apply.")]
    public async Task Get_FilterThatNamesNothing_SaysSoAndShowsTheRest(string query, string sentence)
    {
        var page = await host.PageAsync(query);

        Assert.Contains(sentence, page.QuerySelector(".banner-past")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Rows(page));
        using var file = await host.FileAsync("csv?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task GetFile_ValueThatCannotBeUsed_400InPlainText(string ending)
    {
        using var answer = await host.FileAsync($"{ending}?from=yesterday");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("is not a date", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NameThatThePageDoesNotKnow_IsSaid() =>
        Assert.Contains("“until”", (await host.PageAsync("until=2026-01-01")).QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task GetFile_Csv_HoldsExactlyWhatIsFilteredAndNoFormula()
    {
        using var answer = await host.FileAsync("csv?kind=sign-in-failed");
        var lines = (await answer.Content.ReadAsStringAsync(Cancellation)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches(@"^audit-\d{4}-\d\d-\d\d\.csv$", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(2, lines.Length);
        Assert.Equal("at,what,kind,text,who,account,network_address,email_address,negotiation,change,rows", lines[0]);
        Assert.Contains(",\"security\",\"sign-in-failed\",,\"'=HYPERLINK@x.example\",", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetFile_Xlsx_HoldsNoFormula()
    {
        using var answer = await host.FileAsync("xlsx?kind=sign-in-failed");
        await using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancellation));
        var text = new StringBuilder();
        foreach (var part in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await part.OpenAsync(Cancellation));
            text.Append(await reader.ReadToEndAsync(Cancellation));
        }

        Assert.Contains(">=HYPERLINK@x.example", WebUtility.HtmlDecode(text.ToString()), StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", text.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<x:f>", text.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task GetFile_Json_HoldsWhatWasTyped()
    {
        using var answer = await host.FileAsync("json?kind=sign-in-failed");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        var row = Assert.Single(json.RootElement.GetProperty("rows").EnumerateArray());
        Assert.Equal(Formula, row.GetProperty("who").GetString());
        Assert.Equal("192.0.2.66", row.GetProperty("network_address").GetString());
    }

    private static IReadOnlyList<(string Kind, string Who)> Rows(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("table.audit tbody tr").Select(row => (row.QuerySelector("strong")!.TextContent, row.Children[2].TextContent))];

    /// <summary>A host where a stranger tried a formula, and Ada Admin signed in and invited somebody.</summary>
    public sealed class Host : TrackerHost, IAsyncLifetime
    {
        private SignedInClient admin = null!;

        public async ValueTask InitializeAsync()
        {
            using var stranger = new FormClient(this, "192.0.2.66");
            Assert.Equal((HttpStatusCode)422, (await stranger.SignInAsync(Formula, "no such password")).Answer.StatusCode);
            admin = await SignedInClient.StartAsync(this, AccountRole.Administrator, "Ada Admin");
            await Services.GetRequiredService<Invitations>()
                .InviteAsync(new Actor(admin.Person.Id, null), "new@example.org", AccountRole.Editor, Cancellation);
        }

        /// <summary>The audit of these filters.</summary>
        public async Task<IHtmlDocument> PageAsync(string query)
        {
            var (answer, page) = await GetAsAdministratorAsync("/admin/audit?" + query);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{query}: {answer.StatusCode}, {page.QuerySelector("main")?.TextContent}");
            return page;
        }

        public Task<(HttpResponseMessage Answer, IHtmlDocument Document)> GetAsAdministratorAsync(string address) => admin.GetAsync(address);

        public Task<HttpResponseMessage> FileAsync(string ending) =>
            admin.Http.GetAsync(new Uri("/admin/audit." + ending, UriKind.Relative), Cancellation);

        public override async ValueTask DisposeAsync()
        {
            admin.Dispose();
            await base.DisposeAsync();
        }
    }
}
