using System.Diagnostics;
using System.Globalization;
using PeaceTracker.Testing;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>Many open pages that wait for news.</summary>
internal static class Streams
{
    private const int Readers = 5_000;

    /// <summary>How long it takes from a save until the last reader has its number, what it costs, and what a reader holds of memory.</summary>
    public static async Task<string> ToldAsync(Bench b)
    {
        var empty = await b.HeldAsync();
        var lines = new List<Line>();
        try
        {
            for (var i = 0; i < Readers; i++)
            {
                var line = new Line();
                lines.Add(line);
                await line.OpenAsync(b.Program.Port);
                await line.BeginAsync(Line.Request($"/live/{BigRecord.Slug}"));
            }

            await Task.WhenAll(lines.Select(line => ReadUntilAsync(line, "data: ", CancellationToken.None)));
            var held = (await b.HeldAsync() - empty) / Readers;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            var (watch, processor) = (Stopwatch.StartNew(), b.Program.Processor);
            var saving = b.SaveAsync();
            var told = lines.Select(line => ReadUntilAsync(line, "data: ", limit.Token)).ToList();
            await saving;
            var saved = watch.Elapsed;
            await Task.WhenAll(told);
            var cost = (b.Program.Processor - processor).TotalMilliseconds;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{watch.Elapsed.TotalMilliseconds:0} ms (saved after {saved.TotalMilliseconds:0} ms; {cost:0} ms of processor; "
                + $"{held:0.0} KB a reader)");
        }
        finally
        {
            lines.ForEach(line => line.Dispose());
        }
    }

    // A number, not the empty line of a heartbeat.
    private static async Task ReadUntilAsync(Line line, string mark, CancellationToken cancellation)
    {
        for (var text = ""; ;)
        {
            text += await line.NextAsync(cancellation);
            for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
            {
                var rest = text[(at + mark.Length)..];
                if (rest.Contains('\n', StringComparison.Ordinal) && long.TryParse(rest.Split('\n')[0], CultureInfo.InvariantCulture, out _))
                {
                    return;
                }
            }
        }
    }
}
