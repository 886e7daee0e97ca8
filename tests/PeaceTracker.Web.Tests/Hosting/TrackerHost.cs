using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>The whole program in this process, on a data folder of its own, as it runs in production.</summary>
public class TrackerHost : WebApplicationFactory<Program>
{
    // Settings that say that its store is not, or not yet, the one in its folder.
    private static readonly string[] ElsewhereStored = ["PeaceTracker:DataDirectory", "PeaceTracker:Database", "PeaceTracker:Seed"];

    private readonly TemporaryFolder data = new();
    private readonly Lazy<HttpClient> client;

    // Several test classes may ask first at the same moment.
    public TrackerHost() => client = new(() => CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }));

    /// <summary>A request with this header comes from the network address in it.</summary>
    public const string AddressHeader = "X-Test-Address";

    /// <summary>Further settings of the program.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>The data folder.</summary>
    public string Folder => data.Path;

    /// <summary>The file from which the empty store is seeded; the program's own where null.</summary>
    public string? Seed { get; init; }

    /// <summary>Whether the fictional negotiation is added.</summary>
    public bool WithExample { get; init; }

    /// <summary>Whether this very start makes its store, at the time of a clock of its own; otherwise it begins with a copy.</summary>
    protected virtual bool BeginsWithNothing => false;

    /// <summary>
    /// A client that follows no redirect and keeps no cookie: where an address leads is tested, and one test does not colour another.
    /// </summary>
    public HttpClient Client => client.Value;

    /// <summary>The document at an address, whatever its status.</summary>
    public async Task<IHtmlDocument> DocumentAsync(string address) => (await GetAsync(address)).Document;

    /// <summary>What its log says by now: it is opened a moment after the start, and lines of requests are written some moments later.</summary>
    public string Log
    {
        get
        {
            var logs = new DirectoryInfo(Path.Combine(data.Path, "logs"));
            return string.Concat((logs.Exists ? logs.GetFiles("*.json") : []).Select(file =>
            {
                using var reader = new StreamReader(file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
                return reader.ReadToEnd();
            }));
        }
    }

    /// <summary>The log as soon as it says something.</summary>
    public string LogSaying(Func<string, bool> what)
    {
        Assert.True(SpinWait.SpinUntil(() => what(Log), TestStore.ProcessLimit), "The log never said it.");
        return Log;
    }

    /// <summary>The log with the line of one more request, before which all stands that was to be said of those answered so far.</summary>
    public async Task<string> LogSoFarAsync()
    {
        var path = $"/nothing-{Guid.NewGuid():N}";
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return LogSaying(log => log.Contains(path, StringComparison.Ordinal));
    }

    /// <summary>The answer at an address, and its document.</summary>
    public async Task<(HttpResponseMessage Answer, IHtmlDocument Document)> GetAsync(string address)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var answer = await Client.GetAsync(new Uri(address, UriKind.Relative), cancellation);
        return (answer, await ReadAsync(answer));
    }

    /// <summary>The document of an answer.</summary>
    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        new HtmlParser(new(), BrowsingContext.New()).ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        // Of its own: two programs that look at one moment whether the usual port is free would find each other.
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting("PeaceTracker:DataDirectory", data.Path);
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, AddressFromHeader>());
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        if (Seed is not null)
        {
            builder.UseSetting("PeaceTracker:Seed", Seed);
        }
        else if (!BeginsWithNothing && !Settings.Keys.Any(ElsewhereStored.Contains))
        {
            SeededStore.CopyTo(data.Path, WithExample);
            return;
        }

        if (WithExample)
        {
            builder.UseSetting("seed", SeedFile.Example);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            if (client.IsValueCreated)
            {
                client.Value.Dispose();
            }

            data.Dispose();
        }
    }

    // A host within the process has no network; some tests need people in several places.
    private sealed class AddressFromHeader : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) =>
            {
                http.Connection.RemoteIpAddress = IPAddress.TryParse(http.Request.Headers[AddressHeader], out var address)
                    ? address
                    : IPAddress.Loopback;
                return following(http);
            });
            next(app);
        };
    }
}
