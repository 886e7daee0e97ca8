using System.Net;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>Every address that docs/api.md gives as an example answers.</summary>
public sealed class ApiReferenceTests(BothBoards host)
{
    [Fact]
    public async Task Examples_Each_Answers()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"), TestContext.Current.CancellationToken);
        var addresses = text.Split('\n').Where(line => line.StartsWith("GET /", StringComparison.Ordinal)).Select(line => line[4..].Trim()).ToList();

        Assert.True(addresses.Count > 10);
        foreach (var address in addresses)
        {
            using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        }
    }
}
