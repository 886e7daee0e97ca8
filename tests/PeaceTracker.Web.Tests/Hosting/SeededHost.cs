using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>The program on a store of its own with its first seed, for tests that only read its pages.</summary>
public sealed class SeededHost : IDisposable
{
    private const string Negotiation = "/negotiations/russia-ukraine-2025/";
    private readonly string _folder = Directory.CreateTempSubdirectory("peacetracker-").FullName;
    private readonly WebApplicationFactory<Program> _host;
    private readonly HttpClient _client;

    public SeededHost()
    {
        _host = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b.UseSetting("PeaceTracker:DataDirectory", _folder));
        _client = _host.CreateClient(new() { AllowAutoRedirect = false });
    }

    /// <summary>The status and the document of a page of the seeded negotiation.</summary>
    public async Task<(int Status, IDocument Page)> GetAsync(string page)
    {
        using var answer = await _client.GetAsync(new Uri(Negotiation + page, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await new HtmlParser().ParseDocumentAsync(text, TestContext.Current.CancellationToken));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
