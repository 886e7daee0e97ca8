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
    private bool _failed;

    /// <inheritdoc />
    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            if (_file is not null)
                _file.Write(logEvent);
            else if (!_failed)
                _waiting.Add(logEvent);
        }
    }

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
                    new CompactJsonFormatter(), Path.Combine(folder, "peacetracker-.json"),
                    rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31, fileSizeLimitBytes: 64 << 20, rollOnFileSizeLimit: true)
                .CreateLogger();
            _waiting.ForEach(_file.Write);
            _waiting.Clear();
            return null;
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
