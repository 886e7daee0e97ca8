using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.Pages;

namespace PeaceTracker.Web.Tests.Reading;

/// <summary>A page or file whose address names a change is the same for ever, whatever is recorded and edited afterwards.</summary>
public sealed partial class CitedPageTests : IAsyncLifetime
{
    private const string Board = "/negotiations/" + SeedFile.Example;
    private const string File = Board + "/shares.json";
    private readonly TrackerHost _host = new() { WithExample = true };
    private string _manager = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private BoardEditor Editor => _host.Services.GetRequiredService<BoardEditor>();

    public async ValueTask InitializeAsync() => _manager = await TestAccounts.AddAccountAsync(_host.Services, AccountRole.Manager, "Ada");

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Get_EveryPageAndFileAtAChange_IsByteForByteWhatItWas()
    {
        var pages = ReadingRoutes.Addresses.Where(a => a.StartsWith(Board, StringComparison.Ordinal));
        string[] addresses = [.. pages, .. FileRoutes.Of(_host.Services, SeedFile.Example), "/"];
        Assert.Contains($"{Board}/comparison.xlsx", addresses);
        var query = "?asOf=2026-01-15&change=2"; // the seed is change 1, the example change 2
        var before = new Dictionary<string, byte[]>();
        foreach (var address in addresses)
        {
            before[address] = await BytesAsync(address + query);
        }

        await ChangeMuchAsync();
        foreach (var command in EditedTexts.Commands(SeedFile.Example, await RecordAsync()))
        {
            await SaveAsync(command);
        }

        var differ = new List<string>();
        foreach (var address in addresses)
        {
            var after = await BytesAsync(address + query);
            if (!after.AsSpan().SequenceEqual(before[address]))
            {
                var (was, then) = (Encoding.UTF8.GetString(before[address]), Encoding.UTF8.GetString(after));
                var at = Enumerable.Range(0, Math.Min(was.Length, then.Length)).FirstOrDefault(i => was[i] != then[i]);
                var from = Math.Max(0, at - 60);
                differ.Add($"{address}: …{was[from..Math.Min(was.Length, at + 60)]}… is now …{then[from..Math.Min(then.Length, at + 60)]}…");
            }
        }

        Assert.Empty(differ);
        // The present shows the edits, or nothing was tested.
        var now = await _host.DocumentAsync($"{Board}/issues?asOf=2025-09-01");
        Assert.Contains("Quite another title edited later", now.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CitationOfAPage_OpensThePageAsItWas()
    {
        var page = await _host.DocumentAsync($"{Board}/issues");
        var cited = new Uri(page.QuerySelector("#cite-link")!.GetAttribute("href")!).PathAndQuery;
        await ChangeMuchAsync();

        var opened = await _host.DocumentAsync(cited);

        Assert.Equal(
            page.QuerySelectorAll("table tbody tr").Select(row => Flat(row.TextContent)),
            opened.QuerySelectorAll("table tbody tr").Select(row => Flat(row.TextContent)));
        var banner = Flat(opened.QuerySelector(".banner-past")!.TextContent);
        Assert.Contains("as it stood in the record at change 2.", banner, StringComparison.Ordinal);
        Assert.Contains("Go to the present", banner, StringComparison.Ordinal);
        // It never refreshes by itself, and its links stay at that moment.
        Assert.Null(opened.QuerySelector("[data-live]"));
        Assert.All(
            opened.QuerySelectorAll("main table a[href^='/']"), a => Assert.Contains("change=2", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("change=0", "“0” is not the number of a change")]
    [InlineData("change=-1", "“-1” is not the number of a change")]
    [InlineData("change=x", "“x” is not the number of a change")]
    [InlineData("change=99999999999999999999", "is not the number of a change")]
    [InlineData("change=2&change=3", "“2,3” is not the number of a change")]
    [InlineData("change=900", "There is no change 900 yet: the newest is 8.")]
    [InlineData("change=1", "This negotiation was added by change 2.")]
    [InlineData("change=8&knownAt=2024-07-31", "change=8 and knownAt=2024-07-31 ask for two different states of the record.")]
    [InlineData("change=8&asOf=9999-12-31", "is in the future")]
    public async Task Get_ChangeThatCannotBeShown_IsRefusedInASentence(string query, string sentence)
    {
        await ChangeMuchAsync();
        foreach (var address in new[] { Board, $"{Board}/search?q=a", File })
        {
            var (answer, document) = await _host.GetAsync($"{address}{(address.Contains('?') ? '&' : '?')}{query}");

            Assert.Equal((address, HttpStatusCode.BadRequest), (address, answer.StatusCode));
            Assert.Contains(sentence, document.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_StartPageBeforeASecondNegotiation_ShowsTheOneThatWasThere()
    {
        var document = await _host.DocumentAsync("/?change=1&asOf=2025-12-20");

        Assert.Single(document.QuerySelectorAll("#claimed-share"));
        Assert.Contains("Russia–Ukraine", document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Cited_MayBeKeptByAnybodyForEverAndHasAStrongTag()
    {
        foreach (var page in new[] { $"{Board}/issues", File, Board + "/shares.xlsx" })
        {
            var address = $"{page}?asOf=2025-09-01&change=2";
            using var answer = await _host.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
            Assert.False(answer.Headers.ETag!.IsWeak);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            await AssertNotModifiedAsync(address, answer.Headers.ETag.Tag);
        }
    }

    [Fact]
    public async Task Get_Present_IsAskedForAgainAndAnswered304UntilSomethingChanges()
    {
        foreach (var address in new[] { $"{Board}/issues", File })
        {
            using var answer = await _host.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            Assert.Equal("no-cache, public", string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order()));
            await AssertNotModifiedAsync(address, answer.Headers.ETag!.Tag);

            await ChangeMuchAsync();
            using var later = await SendAsync(address, answer.Headers.ETag.Tag);
            Assert.Equal(HttpStatusCode.OK, later.StatusCode);
            Assert.NotEqual(answer.Headers.ETag.Tag, later.Headers.ETag!.Tag);
        }
    }

    [Fact]
    public async Task Get_CitedWhereReadingIsClosed_IsNothingForOthersToKeep()
    {
        await using var closed = new TrackerHost { WithExample = true, Settings = { ["PeaceTracker:Access:Reading"] = "SignedIn" } };
        foreach (var address in new[] { $"{Board}?change=2&asOf=2025-09-01", $"{File}?change=2&asOf=2025-09-01" })
        {
            using var answer = await closed.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("public", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        }
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // With this header nothing that was kept is given: every page is rendered. Left out of the comparison is a comment of the framework
    // with its own sealed state.
    private async Task<byte[]> BytesAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", "none");
        using var answer = await _host.Client.SendAsync(request, Cancellation);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        if (address.Contains(".xlsx", StringComparison.Ordinal) || address.Contains(".zip", StringComparison.Ordinal))
        {
            return bytes;
        }

        var text = Encoding.UTF8.GetString(bytes);
        return Encoding.UTF8.GetBytes(Sealed().Replace(text, ""));
    }

    [GeneratedRegex("<!--Blazor-Server-Component-State:[^>]*-->")]
    private static partial Regex Sealed();

    private async Task<HttpResponseMessage> SendAsync(string address, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await _host.Client.SendAsync(request, Cancellation);
    }

    private async Task AssertNotModifiedAsync(string address, string tag)
    {
        using var again = await SendAsync(address, tag);
        Assert.Equal((address, HttpStatusCode.NotModified), (address, again.StatusCode));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
    }

    // Six changes of the kinds that used to move the past: 3 to 8.
    private async Task ChangeMuchAsync()
    {
        var record = await RecordAsync();
        var issue = record.Issues[0];
        string[] dyads = [.. issue.DyadKeys, .. record.Dyads.Select(d => d.Key).Except(issue.DyadKeys).Take(1)];
        var salience = issue.Salience == 1 ? 2 : 1;
        await SaveAsync(new EditRow<Issue>(
            SeedFile.Example, issue, issue with { Title = issue.Title + ": Quite another title", Salience = salience, DyadKeys = dyads }));
        var party = record.Parties[0];
        await SaveAsync(new EditRow<Party>(SeedFile.Example, party, party with { Name = party.Name + " renamed", ShortName = "R" + party.Label }));
        record = await RecordAsync();
        await SaveAsync(new EditNegotiation(record.Negotiation, record.Negotiation with { StalenessDays = record.Negotiation.StalenessDays + 1 }));
        var (dyad, step) = (record.Dyads[^1], record.StatusEvents[^1]);
        await SaveAsync(new EditRow<Dyad>(SeedFile.Example, dyad, dyad with { Required = !dyad.Required }));
        foreach (var level in new[] { Level.Narrowing, Level.TextAgreed })
        {
            await SaveAsync(new AddEntry<StatusEvent>(
                SeedFile.Example,
                step with { Key = "", Level = level, Kind = default, SupersedesKey = null, Reason = null, OccurredOn = new(2025, 9, 1) }));
        }
    }

    private async Task<NegotiationRecord> RecordAsync() =>
        (await _host.Services.GetRequiredService<BoardReader>().FindAsync(SeedFile.Example, Cancellation))!.Record;

    private async Task SaveAsync(BoardCommand command)
    {
        var result = await Editor.RunAsync(command, _manager, Cancellation);
        Assert.True(result is SaveResult.Saved, result is SaveResult.Refused refused ? string.Join(" ", refused.Errors) : $"{result}");
    }
}
