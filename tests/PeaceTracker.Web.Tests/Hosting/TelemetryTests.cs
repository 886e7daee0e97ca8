using System.Net;
using System.Text.RegularExpressions;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

public class TelemetryTests(BothBoards host)
{
    [Fact]
    public async Task Metrics_NotSet_AreNoPage()
    {
        using var answer = await host.Client.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    // Two readers of one page: the first has it rendered, for which the board is loaded, the second gets it kept.
    [Fact]
    public async Task Metrics_TwoReaders_TellOfRequestsDocumentsLoadsAndLines()
    {
        await using var program = new TrackerHost { Settings = new() { ["PeaceTracker:Metrics"] = "true" } };
        await program.DocumentAsync("/negotiations/russia-ukraine-2025/parties");
        await program.DocumentAsync("/negotiations/russia-ukraine-2025/parties");

        using var answer = await program.Client.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.InRange(Value(text, "http_server_request_duration_seconds_count", "http_route=\"/negotiations/{Slug}/parties\""), 2, 2);
        Assert.True(Value(text, "peacetracker_documents_total", "kept=\"true\"") >= 1, text);
        Assert.True(Value(text, "peacetracker_documents_total", "kept=\"false\"") >= 1, text);
        Assert.True(Value(text, "peacetracker_board_load_duration_seconds_count", "") >= 1, text);
        Assert.True(Value(text, "peacetracker_write_duration_seconds_count", "") >= 1, text);
        Assert.True(Value(text, "peacetracker_database_duration_seconds_count", "") >= 1, text);
        Assert.Equal(0, Value(text, "peacetracker_streams", ""));
        Assert.Equal(0, Value(text, "peacetracker_circuits", ""));
        Assert.DoesNotContain("instance_id", text, StringComparison.Ordinal);
    }

    private static double Value(string text, string name, string label) => text.Split('\n')
        .Where(line => Regex.IsMatch(line, $@"^{name}[{{ ]") && line.Contains(label, StringComparison.Ordinal))
        .Select(line => Regex.Match(line, @"(?:^[^{ ]+|\}) (?<value>[\d.e+-]+)").Groups["value"].Value)
        .Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))
        .DefaultIfEmpty(double.NaN).Sum();
}
