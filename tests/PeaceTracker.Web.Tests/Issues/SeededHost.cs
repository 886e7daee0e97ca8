using Microsoft.AspNetCore.Mvc.Testing;

namespace PeaceTracker.Web.Tests.Issues;

/// <summary>The program on an empty folder, which it fills with its own first negotiation.</summary>
public sealed class SeededHost : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("peacetracker-test-").FullName;
    private readonly WebApplicationFactory<Program> _host;

    public SeededHost()
    {
        _host = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b.UseSetting("PeaceTracker:DataDirectory", _folder));
        Client = _host.CreateClient();
    }

    public HttpClient Client { get; }

    public async Task<(int Status, string Text)> GetAsync(string page)
    {
        using var answer = await Client.GetAsync(new Uri("/negotiations/russia-ukraine-2025/" + page, UriKind.Relative), TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        Client.Dispose();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
