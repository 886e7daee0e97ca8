using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// The log's files. What is logged before <see cref="Open"/> waits in memory: a program that is refused its data folder must
/// leave no trace in it, and it is not known to be ours before the store has started.
/// </summary>
public sealed class LogFile(string folder) : ILogEventSink, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Together _together = new();
    private readonly List<LoggedLine> _waiting = [];
    private Logger? _file;
    private bool _failed;

    /// <inheritdoc />
    public void Emit(LogEvent logEvent) => Write([new(logEvent)]);

    /// <summary>
    /// Opens the file of the day and writes what has waited: a file a day, a month of them. Returns why it can't be; null where it is open.
    /// </summary>
    public string? Open()
    {
        var fault = TryWriting();
        lock (_lock)
        {
            if (fault is not null)
            {
                _failed = true;
                _waiting.Clear();
                return fault;
            }

            _file ??= new LoggerConfiguration().MinimumLevel.Verbose()
                .WriteTo.File(
                    _together, Path.Combine(folder, "peacetracker-.json"),
                    rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31, fileSizeLimitBytes: 64 << 20, rollOnFileSizeLimit: true)
                .CreateLogger();
            var waiting = _waiting.ToList();
            _waiting.Clear();
            Write(waiting);
            return null;
        }
    }

    /// <summary>Writes several at once, in their order.</summary>
    internal void Write(IReadOnlyList<LoggedLine> lines)
    {
        lock (_lock)
        {
            if (_file is null)
            {
                _waiting.AddRange(_failed ? [] : lines);
            }
            else if (lines.Count > 0)
            {
                _together.Lines = lines;
                _file.Write(lines[^1].Event ?? lines[^1].Request.Event(LogEventLevel.Information));
            }
        }
    }

    // Writing costs more than what is written: of all that came in a moment one event goes to the file, and takes the others along.
    private sealed class Together : ITextFormatter
    {
        private readonly CompactJsonFormatter _line = new();

        public IReadOnlyList<LoggedLine> Lines { get; set; } = [];

        public void Format(LogEvent logEvent, TextWriter output)
        {
            foreach (var one in Lines)
            {
                if (one.Event is { } logged)
                    _line.Format(logged, output);
                else
                    one.Request.WriteToFile(output);
            }
        }
    }

    // The sink says nothing of what it can't write.
    private string? TryWriting()
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(
                Path.Combine(folder, $".probe-{Environment.ProcessId}"), FileMode.Create, FileAccess.Write, FileShare.None, 1,
                FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
        }
    }
}
