using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>The API answers with the figures of the pages, and refuses in their sentences.</summary>
public sealed class ApiTests(BothBoards host)
{
    private const string Seed = "/api/v1/negotiations/" + SeedFile.RussiaUkraine, Example = "/api/v1/negotiations/" + SeedFile.Example;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The article's board: none of ten agreed, five of them unknown.
    [Fact]
    public async Task Summary_Seed_HasTheCountsOfTheBoard()
    {
        var summary = await JsonAsync(host, Seed);

        var agreed = summary.GetProperty("shares").GetProperty("agreed");
        Assert.Equal((0, 5, 10), (Number(agreed, "met"), Number(agreed, "unknown"), Number(agreed, "total")));
        Assert.Equal((0m, 50m), (agreed.GetProperty("percent").GetDecimal(), agreed.GetProperty("highPercent").GetDecimal()));
        Assert.Equal(90, summary.GetProperty("headline").GetProperty("row").GetProperty("figure").GetDecimal());
        Assert.Equal("ukraine-russia", summary.GetProperty("pairs")[0].GetProperty("key").GetString());
        Assert.Equal(10, summary.GetProperty("remaining").GetArrayLength());
    }

    [Fact]
    public async Task EveryAddress_OfTheDescription_Answers()
    {
        // But for outcomes, which are their author's.
        var paths = (await JsonAsync(host, "/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .Where(p => p.Value.TryGetProperty("get", out _) && !p.Name.Contains("/outcomes", StringComparison.Ordinal))
            .Select(p => p.Name).ToList();
        Assert.Contains("/api/v1/negotiations/{slug}/status-events", paths);
        foreach (var path in paths)
        {
            var address = path.Replace("{slug}", SeedFile.Example, StringComparison.Ordinal);
            if (address.EndsWith("/{key}", StringComparison.Ordinal))
            {
                var list = address[..^"/{key}".Length];
                var first = (await JsonAsync(host, list)).GetProperty("items")[0];
                var row = first.TryGetProperty("row", out var within) ? within : first;
                address = $"{list}/{(row.TryGetProperty("key", out var key) ? key : row.GetProperty("number"))}";
            }

            Assert.Equal(JsonValueKind.Object, (await JsonAsync(host, address)).ValueKind);
        }
    }

    // Parts of ten, one after another: every issue of the example once, in the order of the board.
    [Fact]
    public async Task List_PartByPart_HasEveryItemOnceAndStaysAtOneState()
    {
        var all = Keys(await JsonAsync(host, Example + "/issues?limit=500"));
        var (keys, next) = (new List<string>(), Example + "/issues?limit=10");
        for (var parts = 0; parts < 10 && next is not null; parts++)
        {
            var part = await JsonAsync(host, new Uri(new Uri("http://localhost"), next).PathAndQuery);
            keys.AddRange(Keys(part));
            next = part.GetProperty("next").GetString();
            Assert.True(next is null || next.Contains("change=2", StringComparison.Ordinal), next);
        }

        Assert.Null(next);
        Assert.Equal(all, keys);
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Theory]
    [InlineData(Seed + "?asOf=1999-01-01", 400, "is before this negotiation. Its board begins on 15 December 2025.")]
    [InlineData(Seed + "?change=999", 400, "There is no change 999 yet: the newest is 2.")]
    [InlineData(Seed + "/issues?limit=7", 400, "“limit” does not accept")]
    [InlineData(Seed + "/rounds?after=zzz", 400, "There is no “zzz” in this list")]
    [InlineData(Seed + "/comparison?from=2026-05-01&to=2026-01-01", 400, "the earlier one first")]
    [InlineData(Seed + "/issues/none", 404, "There is no issue “none”")]
    [InlineData(Seed + "/nothing", 404, "There is nothing at this address.")]
    [InlineData("/api/v1/negotiations/none", 404, "There is no negotiation “none” here.")]
    [InlineData("/api/v1/negotiations/none/changes", 404, "There is no negotiation “none” here.")]
    [InlineData(Seed + "/changes?after=1&row=some", 400, "“some” is not a number of rows.")]
    [InlineData(Seed + "/changes?after=1&row=5", 400, "The next change has no rows after row 5. Use the address in “next”")]
    [InlineData(Seed + "/changes?row=1", 400, "The next change has no rows after row 1.")]
    public async Task Refused_IsAProblemInASentence(string address, int status, string sentence)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains(sentence, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tag_SentAgain_IsAnsweredWith304AndKeptForEverAtAChange()
    {
        using var first = await host.Client.GetAsync(new Uri(Seed + "?change=1", UriKind.Relative), Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, Seed + "?change=1");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal("public, max-age=31536000, immutable", first.Headers.CacheControl!.ToString());
    }

    // Whoever keeps a copy asks for what came after the last change that they have.
    [Fact]
    public async Task Changes_AfterOne_AreThoseRecordedSince()
    {
        await using var own = new TrackerHost();
        var manager = await TestAccounts.AddAccountAsync(own.Services, AccountRole.Manager, "Ada");
        var before = await JsonAsync(own, Seed + "/changes");
        var next = new Uri(before.GetProperty("next").GetString()!).PathAndQuery;
        Assert.Empty((await JsonAsync(own, next)).GetProperty("items").EnumerateArray());
        var issue = (await own.Services.GetRequiredService<BoardReader>().FindAsync(SeedFile.RussiaUkraine, Cancellation))!.Issues["territory"];
        Assert.IsType<SaveResult.Saved>(await own.Services.GetRequiredService<BoardEditor>().RunAsync(
            new EditRow<Issue>(SeedFile.RussiaUkraine, issue, issue with { Title = "Land" }), manager, Cancellation));

        var change = Assert.Single((await JsonAsync(own, next)).GetProperty("items").EnumerateArray());

        Assert.Equal((2, "Ada"), (Number(change, "number"), change.GetProperty("recordedBy").GetString()));
        var row = Assert.Single(change.GetProperty("rows").EnumerateArray());
        Assert.Equal(("issues", "territory"), (row.GetProperty("section").GetString(), row.GetProperty("key").GetString()));
        Assert.Equal("Territory", row.GetProperty("before").GetProperty("title").GetString());
        Assert.Equal("Land", row.GetProperty("after").GetProperty("title").GetString());
    }

    // A change of any size comes in answers of a thousand rows, none left out and none twice; the change after it follows.
    [Theory]
    [InlineData(999, "2:0+999 3:0+1")]
    [InlineData(1000, "2:0+1000", "3:0+1")]
    [InlineData(1001, "2:0+1000…", "2:1000+1 3:0+1")]
    [InlineData(2100, "2:0+1000…", "2:1000+1000…", "2:2000+100 3:0+1")]
    public async Task Changes_OneOfManyRows_ComesInParts(int rows, params string[] parts)
    {
        await using var own = new TrackerHost();
        var (editor, ada) = (own.Services.GetRequiredService<BoardEditor>(), await TestAccounts.AddAccountAsync(own.Services, AccountRole.Manager));
        Assert.IsType<SaveResult.Saved>(await editor.RunAsync(new ManySources(SeedFile.RussiaUkraine, rows), ada, Cancellation));
        var board = (await own.Services.GetRequiredService<BoardReader>().FindAsync(SeedFile.RussiaUkraine, Cancellation))!;
        Assert.IsType<SaveResult.Saved>(await editor.RunAsync(new EditRow<Issue>(
            SeedFile.RussiaUkraine, board.Issues["territory"], board.Issues["territory"] with { Title = "Land" }), ada, Cancellation));

        var (next, said, keys) = ($"{Seed}/changes?after=1", new List<string>(), new List<string?>());
        while (await JsonAsync(own, next) is var answer && answer.GetProperty("items").GetArrayLength() > 0)
        {
            said.Add(string.Join(' ', answer.GetProperty("items").EnumerateArray().Select(item =>
                $"{Number(item, "number")}:{Number(item, "rowsBefore")}+{item.GetProperty("rows").GetArrayLength()}"
                + (item.GetProperty("moreRows").GetBoolean() ? "…" : ""))));
            keys.AddRange(answer.GetProperty("items").EnumerateArray().SelectMany(item => item.GetProperty("rows").EnumerateArray())
                .Select(row => row.GetProperty("key").GetString()));
            next = new Uri(answer.GetProperty("next").GetString()!).PathAndQuery;
        }

        Assert.Equal(parts, said);
        Assert.Equal([.. board.Record.Sources.TakeLast(rows).Select(source => source.Key), "territory"], keys);
        // Past its last row none of it is left out in silence.
        using var past = await own.Client.GetAsync(new Uri($"{Seed}/changes?after=1&row={rows}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, past.StatusCode);
    }

    // An answer to what was recorded has all of it, also where an answer of changes would go on in the next.
    [Fact]
    public async Task Reversal_OfManyRows_AnswersWithAllThatTheDryRunForetold()
    {
        await using var own = new TrackerHost { WithExample = true };
        var (editor, ada) = (own.Services.GetRequiredService<BoardEditor>(), await TestAccounts.AddAccountAsync(own.Services, AccountRole.Manager));
        var client = new ApiClient(own, await TestAccounts.AddTokenAsync(own.Services, ada, TokenScope.Write));
        var saved = Assert.IsType<SaveResult.Saved>(await editor.RunAsync(new ManySources(SeedFile.Example, 2001), ada, Cancellation));
        var body = $$"""{ "change": {{saved.ChangeNumber}} }""";

        var dry = await client.PostAsync("reversals?dryRun=true", body);
        var back = await client.PostAsync("reversals", body, "back");
        var again = await client.PostAsync("reversals", body, "back");

        Assert.Equal((200, 201, 201), (dry.Status, back.Status, again.Status));
        Assert.Equal(2001, RowKeys(dry.Answer).Distinct().Count());
        Assert.Equal(RowKeys(dry.Answer), RowKeys(back.Answer));
        Assert.Equal(RowKeys(dry.Answer), RowKeys(again.Answer));
    }

    [Fact]
    public async Task Limit_TooManyInAMinute_429AndWhenToGoOn()
    {
        await using var own = new TrackerHost { Settings = { ["PeaceTracker:Api:RequestsPerMinute"] = "2" } };
        await JsonAsync(own, Seed);
        await JsonAsync(own, Seed);
        using var third = await own.Client.GetAsync(new Uri(Seed, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains(
            "More than 2 requests came from your address in a minute", await third.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        // Pages are not counted.
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync($"/negotiations/{SeedFile.RussiaUkraine}")).Answer.StatusCode);
    }

    [Theory]
    [InlineData("https://notebook.example", "https://notebook.example")]
    [InlineData("https://elsewhere.example", null)]
    public async Task Origin_OfAnotherSite_MayReadWhereTheSettingNamesIt(string origin, string? allowed)
    {
        await using var own = new TrackerHost { Settings = { ["PeaceTracker:Api:AllowedOrigins"] = "https://notebook.example" } };
        using var request = new HttpRequestMessage(HttpMethod.Get, Seed);
        request.Headers.Add("Origin", origin);
        using var answer = await own.Client.SendAsync(request, Cancellation);

        Assert.Equal(allowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
    }

    private static async Task<JsonElement> JsonAsync(TrackerHost at, string address)
    {
        using var answer = await at.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }

    private static List<string> Keys(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("row").GetProperty("key").GetString()!)];

    private static List<string> RowKeys(JsonElement written) =>
        [.. written.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("key").GetString()!)];

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private sealed record ManySources(string Slug, int Count) : BoardCommand(Slug)
    {
        public override string What => "sources-added";

        internal override SaveResult? Apply(RecordEdit edit)
        {
            var source = edit.Record.Sources[0] with { Key = "" };
            edit.AddAll([.. Enumerable.Range(1, Count).Select(i => (source with { Headline = $"Report {i}" }, ""))]);
            return null;
        }

        internal override string Summary(RecordEdit edit) => "Many sources.";
    }
}
