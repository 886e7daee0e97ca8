using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Negotiations;

/// <summary>A board that is not published is not there for a stranger, at whatever address, whatever was kept before.</summary>
public sealed partial class UnpublishedBoardTests : IAsyncLifetime
{
    private const string Slug = SeedFile.Example;
    private const string Unknown = "no-such-board";

    private static readonly SeedFile File = SeedFile.Load(Slug);
    private static readonly Dictionary<string, string> Sections = new()
    {
        ["issues"] = "issues", ["parties"] = "parties", ["working-groups"] = "workingGroups", ["rounds"] = "rounds", ["drafts"] = "drafts",
        ["sources"] = "sources",
    };

    private readonly SignedInHost host = new() { WithExample = true };
    private string manager = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ = host.Client;
        manager = (await TestPeople.AddAsync(host.Folder, AccountRole.Manager, null, Token)).Id;
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    // Each route that names a negotiation, found by itself: a page or file that comes later is tried from its first day. What was kept while the
    // board was published, at the present and at a change, is not given any more.
    [Fact]
    public async Task Get_EveryRouteAsAStranger_AnswersAsIfThereWereNoSuchBoard()
    {
        var routes = Routes().ToList();
        Assert.InRange(routes.Count, 25, int.MaxValue);
        var tags = new Dictionary<string, string?>();
        foreach (var route in routes)
        {
            using var kept = await host.AsAsync(null, route(Slug));
            tags[route(Slug)] = kept.Headers.ETag?.Tag;
        }

        await RunAsync(new TakeBoardOff(Slug, "Named the wrong parties."));

        foreach (var route in routes)
        {
            var (gone, missing) = (await GetAsync(route(Slug), tags[route(Slug)]), await GetAsync(route(Unknown), null));
            Assert.Equal((route(Slug), missing.Status), (route(Slug), gone.Status));
            Assert.Equal(missing.Text.Replace(Unknown, Slug, StringComparison.Ordinal), gone.Text);
            Assert.NotEqual(HttpStatusCode.OK, gone.Status);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?change=1000000")]
    [InlineData("/?knownAt=2026-01-01")]
    [InlineData("/negotiations/russia-ukraine-2025")]
    [InlineData("/negotiations/russia-ukraine-2025/search?q=dam")]
    public async Task Get_OtherPagesAsAStranger_DoNotNameIt(string address)
    {
        var title = (await BoardAsync()).Negotiation.Title;
        await RunAsync(new TakeBoardOff(Slug, "Named the wrong parties."));

        var (_, text) = await GetAsync(address, null);

        Assert.DoesNotContain(Slug, text, StringComparison.Ordinal);
        Assert.DoesNotContain(title, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.NotFound)]
    [InlineData("Viewer", HttpStatusCode.NotFound)]
    [InlineData("Editor", HttpStatusCode.OK)]
    [InlineData("Manager", HttpStatusCode.OK)]
    public async Task Get_ByRole_IsThereForThoseWhoEdit(string? role, HttpStatusCode expected)
    {
        await RunAsync(new TakeBoardOff(Slug, "Named the wrong parties."));

        foreach (var address in new[] { "", "/issues", "/issues.csv", "/changes" })
        {
            using var answer = await host.AsAsync(role, $"/negotiations/{Slug}{address}");
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    // Nobody could open what it would say, so it says that instead.
    [Fact]
    public async Task Get_AsAnEditor_SaysWhoSeesItAndOffersNoCitation()
    {
        await RunAsync(new TakeBoardOff(Slug, "Named the wrong parties."));

        using var answer = await host.AsAsync("Editor", $"/negotiations/{Slug}/issues");
        var page = await TrackerHost.ReadAsync(answer);

        Assert.Contains("Only editors can see this board", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#cite-link"));
        using var home = await host.AsAsync("Editor", "/");
        Assert.Single((await TrackerHost.ReadAsync(home)).QuerySelectorAll(".portfolio .pill"), pill => pill.TextContent == "Taken off");
    }

    [Fact]
    public async Task Get_PublishedAgain_IsThereForEverybody()
    {
        await RunAsync(new TakeBoardOff(Slug, "Named the wrong parties."));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/negotiations/{Slug}", null)).Status);

        await RunAsync(new PublishBoard(Slug));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"/negotiations/{Slug}", null)).Status);
        Assert.Contains(Slug, (await GetAsync("/", null)).Text, StringComparison.Ordinal);
    }

    // The citation of all boards says what was seen at a change: one that was in preparation then does not come into it later.
    [Fact]
    public async Task Get_AllBoardsAtAChangeBeforeOneWasPublished_StayAsTheyWere()
    {
        await RunAsync(new TakeBoardOff(Slug, "Named the wrong parties."));
        var number = (await BoardAsync()).ChangeNumber;
        var before = (await GetAsync($"/?change={number}", null)).Text;

        await RunAsync(new PublishBoard(Slug));

        Assert.Equal(before, (await GetAsync($"/?change={number}", null)).Text);
    }

    // Whole lines: the name of the store's history stands in the stream, too, and one in sixteen begins with the digit of this number.
    [Fact]
    public async Task Stream_OfABoardThatIsTakenOff_EndsForAStranger()
    {
        using var answer = await host.Client.GetAsync(
            new Uri($"/live/{Slug}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token);
        await using var stream = await answer.Content.ReadAsStreamAsync(Token);
        using var lines = new StreamReader(stream);
        await lines.ReadLineAsync(Token);

        await RunAsync(new TakeBoardOff(Slug, "Named the wrong parties."));

        var rest = (await lines.ReadToEndAsync(Token)).Split('\n');
        Assert.Contains("event: history", rest);
        Assert.DoesNotContain($"data: {(await BoardAsync()).ChangeNumber}", rest);
    }

    // Pages that edit ask strangers to sign in, whether there is such a board or not: compared like all others.
    private IEnumerable<Func<string, string>> Routes() =>
        from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let template = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where endpoint.RoutePattern.GetParameter("slug") is not null
        where !template.StartsWith("/live/{slug}", StringComparison.Ordinal) || template.Contains("since", StringComparison.Ordinal)
        let path = Filled(template)
        from query in new[] { "", "?change=" + Change }
        select (Func<string, string>)(slug => path.Replace("{slug}", slug, StringComparison.OrdinalIgnoreCase) + query);

    private string Change => field ??= BoardAsync().Result.ChangeNumber.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Filled(string template)
    {
        var parts = template.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = parts[i] switch
            {
                "{Key}" or "{key}" => Sections.TryGetValue(parts[i - 1], out var section) ? File.Keys(RecordSections.Named(section))[0] : "x",
                "{number:long}" => "0",
                "{Id:guid}" => Guid.Empty.ToString(),
                ['{', .., '}'] part when !part.Equals("{slug}", StringComparison.OrdinalIgnoreCase) => "sources",
                var part => part,
            };
        }

        return string.Join('/', parts);
    }

    private async Task<Domain.Agreement.Board> BoardAsync() =>
        (await host.Services.GetRequiredService<Services.Negotiations.BoardReader>().FindAsync(Slug, Token))!;

    private async Task RunAsync(BoardCommand command) => Assert.IsType<SaveResult.Saved>(
        await host.Services.GetRequiredService<BoardEditor>().RunAsync(command, manager, Token));

    // What Blazor writes for its own script is encrypted anew each time.
    [GeneratedRegex("<!--Blazor.*?-->")]
    private static partial Regex Marks();

    private async Task<(HttpStatusCode Status, string Text)> GetAsync(string address, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        using var answer = await host.Client.SendAsync(request, Token);
        var text = Marks().Replace(await answer.Content.ReadAsStringAsync(Token), "");
        return (answer.StatusCode, text + Begun().Replace($"{answer.Headers.Location}", "new"));
    }

    // What is begun there gets another id each time.
    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Begun();
}
