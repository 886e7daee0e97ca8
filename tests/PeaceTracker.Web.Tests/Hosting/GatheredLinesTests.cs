using System.Globalization;
using PeaceTracker.Web.Hosting;
using Serilog;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;

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
            lines.Add(Line("/one"));
            lines.Add(Line("/two"));
            log.Information("Started");

            Assert.Equal(["/one", "/two", "Started"], written.SelectMany(lines => lines));

            lines.Add(Line("/last"));
        }

        Assert.Equal("/last", written[^1][^1]);
    }

    // Who reads the log must not be able to tell which of the two ways a line came.
    [Theory]
    [InlineData("/negotiations/example", 0.04)]
    [InlineData("/Łódź/“x”", 12345.6789)]
    [InlineData("/a\nGET /b \"c\" \\ \u202e", 0)]
    [InlineData("/account/invitation/secret-code", 1)]
    public void Write_LineOfARequest_IsLetterByLetterThatOfItsEvent(string path, double milliseconds)
    {
        var line = new RequestLine(new DateTime(2026, 3, 4, 5, 6, 7, 890, DateTimeKind.Utc), "GET", path, 200, milliseconds, "0HN1:00000002");
        var logged = line.Event(LogEventLevel.Information);
        new VisibleValues().Enrich(logged, null!);

        Assert.Equal(Written(logged, new ConsoleLine()), Written(line.WriteToConsole));
        Assert.Equal(Written(logged, new CompactJsonFormatter()), Written(line.WriteToFile));
        Assert.DoesNotContain("secret", Written(line.WriteToFile) + Written(line.WriteToConsole), StringComparison.Ordinal);
    }

    private static RequestLine Line(string path) => new(DateTime.UtcNow, "GET", path, 200, 1, "a");

    private static string Written(LogEvent logged, ITextFormatter formatter) => Written(output => formatter.Format(logged, output));

    private static string Written(Action<TextWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        write(text);
        return text.ToString();
    }

    private void Write(IReadOnlyList<LoggedLine> lines) =>
        written.Add([.. lines.Select(one => one.Event?.RenderMessage(CultureInfo.InvariantCulture) ?? one.Request.Path)]);
}
