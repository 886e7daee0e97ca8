using Serilog.Core;
using Serilog.Events;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Gathers the lines of the requests of a moment and writes them together, for writing costs more than what is written. Whatever else is logged is
/// written at once, and what was gathered before it. A process that is killed loses the lines of that moment.
/// </summary>
internal sealed class GatheredLines : ILogEventSink, IDisposable
{
    private const int Most = 1000;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private readonly Lock _lock = new();
    private readonly List<LoggedLine> _lines = [];
    private readonly Action<IReadOnlyList<LoggedLine>> _write;
    private readonly IDisposable? _sink;
    private readonly Timer _timer;

    /// <summary>Gathers for whoever writes; disposes of <paramref name="sink"/> in the end.</summary>
    public GatheredLines(Action<IReadOnlyList<LoggedLine>> write, IDisposable? sink = null)
    {
        (_write, _sink) = (write, sink);
        _timer = new Timer(_ => WriteAll());
    }

    /// <inheritdoc />
    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            _lines.Add(new(logEvent));
            WriteAll();
        }
    }

    /// <summary>Takes the line of a request.</summary>
    public void Add(in RequestLine line)
    {
        lock (_lock)
        {
            _lines.Add(new(null, line));
            if (_lines.Count == Most)
            {
                WriteAll();
            }
            else if (_lines.Count == 1)
            {
                _timer.Change(Moment, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _timer.Dispose();
        WriteAll();
        _sink?.Dispose();
    }

    private void WriteAll()
    {
        lock (_lock)
        {
            if (_lines.Count > 0)
            {
                _write(_lines);
                _lines.Clear();
            }
        }
    }
}
