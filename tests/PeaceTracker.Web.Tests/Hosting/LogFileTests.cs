using PeaceTracker.Web.Hosting;
using Serilog;

namespace PeaceTracker.Web.Tests.Hosting;

public sealed class LogFileTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "peacetracker-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Emit_BeforeOpen_LeavesNoTraceOnDisk()
    {
        using var file = new LogFile(_folder);
        using var log = new LoggerConfiguration().WriteTo.Sink(file).CreateLogger();

        log.Information("The folder is refused");

        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void Open_AfterEvents_WritesThemAndLaterOnesInOrder()
    {
        using (var file = new LogFile(_folder))
        using (var log = new LoggerConfiguration().WriteTo.Sink(file).CreateLogger())
        {
            log.Information("first");
            file.Open();
            log.Information("second");
        }

        var lines = File.ReadAllLines(Assert.Single(Directory.GetFiles(_folder)));
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"@mt\":\"first\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"@mt\":\"second\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FolderThatCannotBeMade_SaysWhyAndKeepsNothing()
    {
        File.WriteAllText(_folder, "a file in its place");
        try
        {
            using var file = new LogFile(_folder);
            using var log = new LoggerConfiguration().WriteTo.Sink(file).CreateLogger();
            log.Information("first");

            Assert.Contains(_folder, file.Open(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(_folder);
        }
    }
}
