using System.Net;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>What is said of https, and who is led there.</summary>
public sealed class EncryptedLineTests
{
    [Theory]
    [InlineData("https://board.example.org/", null, "max-age=31536000")]
    [InlineData("https://board.example.org/no-such-page", null, "max-age=31536000")]
    [InlineData("https://board.example.org/", "30", "max-age=2592000")]
    [InlineData("https://board.example.org/", "0", null)]
    [InlineData("http://board.example.org/", null, null)]
    [InlineData("https://localhost/", null, null)]
    public async Task Get_ByLine_SaysForHowLongToComeEncrypted(string address, string? days, string? expected)
    {
        await using var host = new TrackerHost { Settings = days is null ? [] : new() { ["PeaceTracker:Https:StrictDays"] = days } };

        using var answer = await host.Client.GetAsync(new Uri(address), TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? Assert.Single(values) : null);
    }

    [Fact]
    public async Task Get_PlainLineWhereThatIsSet_LeadsToTheEncryptedOne()
    {
        await using var host = new TrackerHost { Settings = new() { ["PeaceTracker:Https:Redirect"] = "true" } };

        using var page = await host.Client.GetAsync(new Uri("http://board.example.org/negotiations?x=1"), TestContext.Current.CancellationToken);
        using var probe = await host.Client.GetAsync(new Uri("http://board.example.org/health/live"), TestContext.Current.CancellationToken);
        using var encrypted = await host.Client.GetAsync(new Uri("https://board.example.org/"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.PermanentRedirect, page.StatusCode);
        Assert.Equal("https://board.example.org/negotiations?x=1", page.Headers.Location!.ToString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (probe.StatusCode, encrypted.StatusCode));
    }
}
