using System.Globalization;
using PeaceTracker.Web.Hosting;
using Serilog;
using Serilog.Events;

namespace PeaceTracker.Web.Tests.Hosting;

public class GatheredLinesTests
{
    private readonly List<IReadOnlyList<string>> written = [];

    // The lines of requests wait for a moment; what a person waits for does not, and comes after what was before it.
    [Fact]
    public void Emit_RequestsAndOthers_AreWrittenInOrderTheOthersAtOnce()
    {
        using (var lines = new GatheredLines(Write))
        using (var log = new LoggerConfiguration().WriteTo.Sink(lines).CreateLogger())
        {
            RequestLog.Log(log, "GET", "/one", 200, 1.0, "a");
            RequestLog.Log(log, "GET", "/two", 200, 1.0, "b");
            log.Information("Started");

            Assert.Equal(["GET /one 200 in 1.0 ms", "GET /two 200 in 1.0 ms", "Started"], written.SelectMany(lines => lines));

            RequestLog.Log(log, "GET", "/fault", 500, 1.0, "c");

            Assert.Equal("GET /fault 500 in 1.0 ms", written[^1][^1]);
            RequestLog.Log(log, "GET", "/last", 200, 1.0, "d");
        }

        Assert.Equal("GET /last 200 in 1.0 ms", written[^1][^1]);
    }

    private void Write(IReadOnlyCollection<LogEvent> events) =>
        written.Add([.. events.Select(e => e.RenderMessage(CultureInfo.InvariantCulture).Replace("\"", "", StringComparison.Ordinal))]);
}
