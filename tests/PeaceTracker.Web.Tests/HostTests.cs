using Microsoft.AspNetCore.Mvc.Testing;

namespace PeaceTracker.Web.Tests;

public class HostTests
{
    [Fact]
    public async Task Get_UnknownAddress_NotFound()
    {
        var folder = Directory.CreateTempSubdirectory("peacetracker-test-").FullName;
        await using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b.UseSetting("PeaceTracker:DataDirectory", folder));
        using var client = host.CreateClient();

        using var answer = await client.GetAsync(new Uri("/no-such-page", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
