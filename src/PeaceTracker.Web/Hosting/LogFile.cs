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
    private readonly List<LogEvent> _waiting = [];
    private Logger? _file;
    private bool _failed;

    /// <inheritdoc />
    public void Emit(LogEvent logEvent) => Write([logEvent]);

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
    public void Write(IReadOnlyCollection<LogEvent> events)
    {
        lock (_lock)
        {
            if (_file is null)
            {
                _waiting.AddRange(_failed ? [] : events);
            }
            else if (events.Count > 0)
            {
                _together.Events = events;
                _file.Write(events.Last());
            }
        }
    }

    // Writing costs more than what is written: of all that came in a moment one event goes to the file, and takes the others along.
    private sealed class Together : ITextFormatter
    {
        private readonly CompactJsonFormatter _line = new();

        public IReadOnlyCollection<LogEvent> Events { get; set; } = [];

        public void Format(LogEvent logEvent, TextWriter output)
        {
            foreach (var one in Events)
            {
                _line.Format(one, output);
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
