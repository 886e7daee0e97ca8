using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
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
        // A process of its own: what one measures is of all programs in it.
        using var folder = SeededStore.Copy();
        await using var program = await ServerProcess.StartAsync(folder.Path, start =>
        {
            start.Environment["PeaceTracker__DataDirectory"] = folder.Path;
            start.Environment["PeaceTracker__Metrics"] = "true";
        });
        using var client = new HttpClient { BaseAddress = new Uri(program.Address) };
        await client.GetStringAsync("negotiations/russia-ukraine-2025/parties", TestContext.Current.CancellationToken);
        await client.GetStringAsync("negotiations/russia-ukraine-2025/parties", TestContext.Current.CancellationToken);

        using var answer = await client.GetAsync("metrics", TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        // What is kept is answered before a route is looked for.
        Assert.Equal(1, Value(text, "http_server_request_duration_seconds_count", "http_route=\"/negotiations/{Slug}/parties\""));
        Assert.True(Value(text, "http_server_request_duration_seconds_count", "http_request_method=\"GET\"") >= 2, text);
        Assert.True(Value(text, "peacetracker_documents_total", "kept=\"true\"") >= 1, text);
        Assert.True(Value(text, "peacetracker_documents_total", "kept=\"false\"") >= 1, text);
        Assert.True(Value(text, "peacetracker_board_load_duration_seconds_count", "") >= 1, text);
        Assert.True(Value(text, "peacetracker_write_duration_seconds_count", "") >= 1, text);
        Assert.True(Value(text, "peacetracker_database_duration_seconds_count", "") >= 1, text);
        Assert.Equal(0, Value(text, "peacetracker_streams", ""));
        Assert.Equal(0, Value(text, "peacetracker_circuits", ""));
        Assert.DoesNotContain("instance_id", text, StringComparison.Ordinal);
    }

    // A collector that a test can be, named as OpenTelemetry has it named.
    [Fact]
    public async Task Telemetry_CollectorNamed_IsSentMetricsAndTraces()
    {
        var sent = new ConcurrentDictionary<string, TaskCompletionSource<string>>();
        var collector = WebApplication.CreateSlimBuilder();
        collector.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collecting = collector.Build();
        collecting.MapPost("/v1/{kind}", (string kind, HttpRequest request) =>
        {
            sent.GetOrAdd(kind, _ => new()).TrySetResult(request.ContentType ?? "");
            return Results.Ok();
        });
        await collecting.StartAsync(TestContext.Current.CancellationToken);
        using var folder = SeededStore.Copy();

        await using var program = await ServerProcess.StartAsync(folder.Path, start =>
        {
            start.Environment["PeaceTracker__DataDirectory"] = folder.Path;
            start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collecting.Urls.Single();
            start.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
            start.Environment["OTEL_BSP_SCHEDULE_DELAY"] = "100";
            start.Environment["OTEL_METRIC_EXPORT_INTERVAL"] = "100";
        });

        foreach (var kind in new[] { "traces", "metrics" })
        {
            var type = await sent.GetOrAdd(kind, _ => new()).Task.WaitAsync(TestStore.ProcessLimit, TestContext.Current.CancellationToken);
            Assert.Equal("application/x-protobuf", type);
        }
    }

    private static double Value(string text, string name, string label) => text.Split('\n')
        .Where(line => Regex.IsMatch(line, $@"^{name}[{{ ]") && line.Contains(label, StringComparison.Ordinal))
        .Select(line => Regex.Match(line, @"(?:^[^{ ]+|\}) (?<value>[\d.e+-]+)").Groups["value"].Value)
        .Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))
        .DefaultIfEmpty(double.NaN).Sum();
}
