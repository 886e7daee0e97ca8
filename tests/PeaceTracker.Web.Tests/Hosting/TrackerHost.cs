using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>The whole program in this process, on a data folder of its own, as it runs in production.</summary>
public class TrackerHost : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder data = new();
    private readonly Lazy<HttpClient> client;

    // Several test classes may ask first at the same moment.
    public TrackerHost() => client = new(() => CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }));

    /// <summary>The data folder.</summary>
    public string Folder => data.Path;

    /// <summary>The file from which the empty store is seeded; the program's own where null.</summary>
    public string? Seed { get; init; }

    /// <summary>Whether the fictional negotiation is added.</summary>
    public bool WithExample { get; init; }

    /// <summary>A client that follows no redirect and keeps no cookie: where an address leads is tested, and one test does not colour another.</summary>
    public HttpClient Client => client.Value;

    /// <summary>The document at an address, whatever its status.</summary>
    public async Task<IHtmlDocument> DocumentAsync(string address) => (await GetAsync(address)).Document;

    /// <summary>The answer at an address, and its document.</summary>
    public async Task<(HttpResponseMessage Answer, IHtmlDocument Document)> GetAsync(string address)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var answer = await Client.GetAsync(new Uri(address, UriKind.Relative), cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return (answer, new HtmlParser(new(), BrowsingContext.New()).ParseDocument(text));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("PeaceTracker:DataDirectory", data.Path);
        if (Seed is not null)
        {
            builder.UseSetting("PeaceTracker:Seed", Seed);
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
}
