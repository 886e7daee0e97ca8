using PeaceTracker.Web.Hosting;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>What strangers write gets into the log, and never out of its line.</summary>
public class VisibleLogTests
{
    [Theory]
    [InlineData("/a\r\n12:00:00 INF forged", @"/a\u000D\u000A12:00:00 INF forged")]
    [InlineData("/\u001b[2J\u009b31m", @"/\u001B[2J\u009B31m")]
    [InlineData("/a\u2028b\u202Ec\u200B", @"/a\u2028b\u202Ec\u200B")]
    [InlineData("/Київ 🕊", "/Київ 🕊")]
    public void Log_ControlCharactersInAValue_AreShownAndNotWritten(string value, string shown) =>
        Assert.Equal([$"GET {shown} 404"], Lines(log => log.Information("GET {Path} 404", value)));

    [Fact]
    public void Log_ControlCharactersWithinListsAndObjects_AreShown()
    {
        var lines = Lines(log => log.Information("{List} {@Thing} {Map} {Path}", new[] { "a\nb" }, new { Name = "c\nd" },
            new Dictionary<string, string> { ["e\nf"] = "g\nh" }, new Microsoft.AspNetCore.Http.PathString("/i\nj")));

        var line = Assert.Single(lines);
        Assert.All(["000Ab", "000Ad", "000Af", "000Ah", "/i"], part => Assert.Contains(part, line, StringComparison.Ordinal));
    }

    [Fact]
    public void Log_FaultThatHoldsLinesOfItsOwn_SetsThemIn()
    {
        var lines = Lines(log => log.Error(new InvalidOperationException("bad\n12:00:00 INF forged\u001b[2J"), "It failed"));

        Assert.Equal("It failed", lines[0]);
        Assert.All(lines[1..], line => Assert.StartsWith("    ", line, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', string.Concat(lines));
    }

    // The framework notes the path of a request with whatever is logged during it.
    [Theory]
    [InlineData("/account/invitation/7K3QD-0XWPM", "/account/invitation/…")]
    [InlineData("/Account/Invitation/7K3QD-0XWPM/", "/Account/Invitation/…/")]
    [InlineData("http://localhost/account/invitation/7K3QD?a=b", "http://localhost/account/invitation/…?a=b")]
    [InlineData("/account/invitation", "/account/invitation")]
    [InlineData("/account/unsubscribe/CfDJ8-x_y?page=yes", "/account/unsubscribe/…?page=yes")]
    public void Log_CodeOfAnInvitation_IsLeftOut(string path, string shown) =>
        Assert.Equal([$"At {shown}"], Lines(log => log.ForContext("RequestPath", path).Information("At {RequestPath}")));

    // As the console has them, without the time and the level.
    private static string[] Lines(Action<ILogger> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var log = new LoggerConfiguration().Enrich.With<VisibleValues>().WriteTo.Sink(new Written(text)).CreateLogger())
        {
            write(log);
        }

        var lines = text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        lines[0] = lines[0]["00:00:00 INF ".Length..];
        return lines;
    }

    private sealed class Written(TextWriter text) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => new ConsoleLine().Format(logEvent, text);
    }
}
