using System.Net;
using System.Text;
using ModelContextProtocol.Client;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.SigningIn;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>A token opens the API and nothing else, and a session's cookie records nothing there.</summary>
public sealed class BearerTokenTests(BearerTokenTests.Host host) : IClassFixture<BearerTokenTests.Host>
{
    private static readonly string Source = ApiExamples.Of("addSource")!.ToJsonString();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AccountRole.Viewer, TokenScope.Write, 403, "Your account is not allowed to do this now.")]
    [InlineData(AccountRole.Editor, TokenScope.Read, 403, "This token only reads.")]
    [InlineData(AccountRole.Editor, TokenScope.Write, 201, null)]
    public async Task Post_ByRoleAndScope_AsBothAllow(AccountRole role, TokenScope scope, int status, string? sentence)
    {
        var newest = await ApiClient.NewestAsync(host);
        var (answered, answer, _) = await (await ApiClient.OfAsync(host, role, scope)).PostAsync("sources", Source);

        Assert.Equal(status, answered);
        Assert.StartsWith(sentence ?? "", sentence is null ? "" : answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(status == 201 ? newest + 1 : newest, await ApiClient.NewestAsync(host));
    }

    [Theory]
    [InlineData(null, "Bearer realm=\"PeaceTracker\"")]
    [InlineData("pt_unknown", "Bearer realm=\"PeaceTracker\", error=\"invalid_token\"")]
    public async Task Post_WithoutATokenThatIsKnown_Is401AndSaysHow(string? token, string how)
    {
        var (status, problem, message) = await new ApiClient(host, token).PostAsync("sources", Source);

        Assert.Equal(401, status);
        Assert.Equal(how, message.Headers.WwwAuthenticate.ToString());
        Assert.Contains("token", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    // Whoever sends a token wants to be somebody: who reads as nobody without knowing it, misses what is not published.
    [Fact]
    public async Task Get_WithATokenThatIsNone_Is401AlsoWhereAllMayRead()
    {
        Assert.Equal(401, (await new ApiClient(host, "pt_unknown").GetAsync(ApiClient.Board)).Status);
        Assert.Equal(200, (await new ApiClient(host, null).GetAsync(ApiClient.Board)).Status);
    }

    // A page of another site could make a browser send it.
    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Post_WithTheCookieOfASession_RecordsNothing(string type)
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Administrator);
        var newest = await ApiClient.NewestAsync(host);
        using var content = new StringContent(Source, Encoding.UTF8, type);

        var answer = await browser.Http.PostAsync(new Uri(ApiClient.Board + "/sources", UriKind.Relative), content, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(newest, await ApiClient.NewestAsync(host));
    }

    [Theory]
    [InlineData("/account", HttpStatusCode.Found)]
    [InlineData("/account/tokens", HttpStatusCode.Found)]
    [InlineData("/admin/tokens", HttpStatusCode.Found)]
    [InlineData("/to-do", HttpStatusCode.Found)]
    [InlineData("/negotiations/example/edit", HttpStatusCode.Found)]
    public async Task Page_WithAToken_AsksToSignIn(string page, HttpStatusCode status)
    {
        var client = await ApiClient.OfAsync(host, AccountRole.Administrator);
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("Accept", "text/html");

        var (_, _, message) = await client.SendAsync(request);

        Assert.Equal(status, message.StatusCode);
        Assert.False(message.Headers.Contains("Set-Cookie") && string.Concat(message.Headers.GetValues("Set-Cookie")).Contains("peacetracker="));
    }

    [Fact]
    public async Task Account_Disabled_ItsTokenIsNobodysAtOnce()
    {
        var account = await TestAccounts.AddAccountAsync(host.Services, AccountRole.Editor);
        var client = new ApiClient(host, await TestAccounts.AddTokenAsync(host.Services, account, TokenScope.Write));
        Assert.Equal(200, (await client.GetAsync(ApiClient.Board)).Status);

        await TestPeople.ChangeAsync(host.Folder, account, row => row.DisabledAt = DateTime.UtcNow, Cancellation);

        Assert.Equal((401, 401), ((await client.GetAsync(ApiClient.Board)).Status, (await client.PostAsync("sources", Source)).Status));
    }

    [Fact]
    public async Task Log_OfRequestsWithAToken_DoesNotKnowIt()
    {
        using var folder = new TemporaryFolder();
        await AskAsync(folder.Path);

        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(
                "0123456789abcdefghij", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, Cancellation)), StringComparison.Ordinal);
        }
    }

    private static async Task AskAsync(string folder)
    {
        await using var server = await ServerProcess.StartAsync(folder, start =>
        {
            start.Environment["PeaceTracker__DataDirectory"] = folder;
            // All that there is to be said of requests.
            start.Environment["Serilog__MinimumLevel__Default"] = "Verbose";
            start.Environment["Serilog__MinimumLevel__Override__Microsoft.AspNetCore"] = "Verbose";
        });
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "pt_0123456789abcdefghijklmnopqrstuvwxyzABCDEFA");

        using var answer = await client.GetAsync(new Uri("api/v1/negotiations?asked", UriKind.Relative), Cancellation);
        using var page = await client.GetAsync(new Uri("account", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        await server.PrintedAsync(log =>
            log.Contains("GET /api/v1/negotiations 401", StringComparison.Ordinal) && log.Contains("GET /account ", StringComparison.Ordinal));
        Assert.DoesNotContain("0123456789abcdefghij", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_OfOneToken_HoldsFromWhereverItComes()
    {
        await using var own = new TrackerHost
        {
            WithExample = true, Settings = { ["PeaceTracker:Api:RequestsPerMinuteOfToken"] = "2" },
        };
        var client = await ApiClient.OfAsync(own, AccountRole.Viewer);
        async Task<HttpResponseMessage> FromAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, ApiClient.Board);
            request.Headers.Add(TrackerHost.AddressHeader, address);
            return (await client.SendAsync(request)).Message;
        }

        Assert.Equal(HttpStatusCode.OK, (await FromAsync("192.0.2.1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await FromAsync("192.0.2.2")).StatusCode);
        var third = await FromAsync("192.0.2.3");

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Contains("more than 2 with this token", await third.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(200, (await new ApiClient(own, null).GetAsync(ApiClient.Board)).Status);
    }

    // Where only those who are signed in may read, a token reads by the API and by the Model Context Protocol.
    [Fact]
    public async Task ClosedReading_TokenReads()
    {
        await using var own = new TrackerHost { WithExample = true, Settings = { ["PeaceTracker:Access:Reading"] = "SignedIn" } };
        var client = await ApiClient.OfAsync(own, AccountRole.Viewer, TokenScope.Read);

        var nobody = await new ApiClient(own, null).GetAsync(ApiClient.Board);
        Assert.Equal((401, 200), (nobody.Status, (await client.GetAsync(ApiClient.Board)).Status));
        Assert.Equal("Bearer realm=\"PeaceTracker\"", nobody.Message.Headers.WwwAuthenticate.ToString());
        await using var mcp = await McpClient.CreateAsync(
            new HttpClientTransport(
                new() { Endpoint = new Uri(own.Client.BaseAddress!, "mcp"), AdditionalHeaders = new Dictionary<string, string>
                {
                    ["Authorization"] = $"Bearer {client.Token}",
                } }, own.Client), cancellationToken: Cancellation);
        Assert.NotEmpty(await mcp.ListToolsAsync(cancellationToken: Cancellation));
    }

    // A session that showed no second factor where one is asked for only reads, and so does what was made in it.
    [Theory]
    [InlineData(false, 403)]
    [InlineData(true, 201)]
    public async Task SecondFactor_AskedFor_TokenHasTheRightsOfTheSessionThatMadeIt(bool shown, int status)
    {
        await using var own = new TrackerHost { WithExample = true, Settings = { ["PeaceTracker:Access:SecondFactorFrom"] = "Editor" } };
        _ = own.Client;
        var account = await TestAccounts.AddAccountAsync(own.Services, AccountRole.Editor);
        var client = new ApiClient(own, await TestAccounts.AddTokenAsync(own.Services, account, TokenScope.Write, shown));

        Assert.Equal(status, (await client.PostAsync("sources", Source)).Status);
    }

    // What an editor has begun is for editors, and without a second factor nobody is one: neither with a token nor in a session.
    [Fact]
    public async Task SecondFactor_NotShown_OutcomesOfOnesOwnAreNotThere()
    {
        await using var own = new TrackerHost { WithExample = true, Settings = { ["PeaceTracker:Access:SecondFactorFrom"] = "Editor" } };
        using var browser = await SignedInClient.StartAsync(own, AccountRole.Editor);
        async Task<ApiClient> WithAsync(bool secondFactor) =>
            new(own, await TestAccounts.AddTokenAsync(own.Services, browser.Person.Id, TokenScope.Write, secondFactor));
        var shown = await WithAsync(secondFactor: true);
        var (_, draft, _) = await shown.PostAsync("outcomes", """{ "draft": true }""");
        var address = $"{ApiClient.Board}/outcomes/{draft.GetProperty("outcome").GetString()}";

        Assert.Equal(
            (200, 404), ((await shown.GetAsync(address)).Status, (await (await WithAsync(secondFactor: false)).GetAsync(address)).Status));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Answer.StatusCode);
    }

    // Whose a token is, is asked wherever one is sent: invented ones, and addresses at which there is nothing, are counted by where they come from.
    [Theory]
    [InlineData("GET", "/api/nothing", false)]
    [InlineData("GET", "/api/v1/nothing", true)]
    [InlineData("POST", "/api/v1/negotiations", true)]
    public async Task Limit_OfOneAddress_HoldsWhereThereIsNothing(string method, string address, bool withTokens)
    {
        await using var own = new TrackerHost { Settings = { ["PeaceTracker:Api:RequestsPerMinute"] = "2" } };
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            var client = new ApiClient(own, withTokens ? $"pt_{new string((char)('A' + i), 42)}A" : null);
            statuses.Add((await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address))).Status);
        }

        Assert.Equal([withTokens ? 401 : 404, withTokens ? 401 : 404, 429], statuses);
    }

    public sealed class Host : TrackerHost
    {
        public Host() => WithExample = true;
    }
}
