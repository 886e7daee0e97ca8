using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PeaceTracker.Services.Data;

/// <summary>What the store measures of itself, in seconds. Where nobody listens, nothing is measured.</summary>
public static class Measures
{
    /// <summary>The name under which it is listened for: of the meter and of the traces.</summary>
    public const string Name = "PeaceTracker";

    private const string Seconds = "s";
    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);

    private static readonly Histogram<double> Loads = Meter.CreateHistogram<double>(
        "peacetracker.board.load.duration", Seconds, "How long it took to load a board from the store.");

    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>(
        "peacetracker.write.wait.duration", Seconds, "How long a write waited for its turn.");

    private static readonly Histogram<double> Writes = Meter.CreateHistogram<double>(
        "peacetracker.write.duration", Seconds, "How long a write held its turn, when it was saved.");

    private static readonly Histogram<double> Commands = Meter.CreateHistogram<double>(
        "peacetracker.database.duration", Seconds, "How long the database took to answer a command.");

    /// <summary>Begins to time a load.</summary>
    internal static Timing Load() => new(Loads, Source.StartActivity("load board"));

    /// <summary>Begins to time the wait for the turn to write.</summary>
    internal static Timing Wait() => new(Waits, null);

    /// <summary>Begins to time a write.</summary>
    internal static Timing Write() => new(Writes, Source.StartActivity("write"));

    /// <summary>The database has answered a command.</summary>
    internal static void Answered(TimeSpan duration) => Commands.Record(duration.TotalSeconds);

    /// <summary>Something that is being timed; what was not completed is not recorded.</summary>
    internal sealed class Timing(Histogram<double> histogram, Activity? activity) : IDisposable
    {
        private readonly long _start = Stopwatch.GetTimestamp();

        public void Complete() => histogram.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds);

        public void Dispose() => activity?.Dispose();
    }
}
