using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// The log's files. What is logged before <see cref="Open"/> waits in memory: a program that is refused its data folder must
/// leave no trace in it, and it is not known to be ours before the store has started.
/// </summary>
public sealed class LogFile(string folder) : ILogEventSink, IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<LogEvent> _waiting = [];
    private Logger? _file;

    /// <inheritdoc />
    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            if (_file is null)
                _waiting.Add(logEvent);
            else
                _file.Write(logEvent);
        }
    }

    /// <summary>Opens the file of the day and writes what has waited: a file a day, a month of them.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _file ??= new LoggerConfiguration().MinimumLevel.Verbose()
                .WriteTo.File(
                    new CompactJsonFormatter(), Path.Combine(folder, "peacetracker-.json"),
                    rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31, fileSizeLimitBytes: 64 << 20, rollOnFileSizeLimit: true)
                .CreateLogger();
            _waiting.ForEach(_file.Write);
            _waiting.Clear();
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
