using System.Globalization;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>What the program grows by at its largest while a file is downloaded, after everything that is not needed was let go.</summary>
internal static class Downloads
{
    /// <summary>The size of each file, and the growth, in MB.</summary>
    public static async Task<string> MeasureAsync(Bench b)
    {
        string[] files =
        [
            $"{Bench.Summary}/status-events.csv", $"{Bench.Summary}/status-events.json", $"{Bench.Summary}/status-events.xlsx",
            $"{Bench.Summary}/tables.zip", $"{Bench.Summary}/negotiation.json", $"{Bench.Summary}/changes.atom",
            $"/api/v1{Bench.Summary}/issues?limit=500", $"/api/v1{Bench.Summary}/status-events?limit=500",
        ];
        var said = new List<string>();
        foreach (var file in files)
        {
            await b.Program.TakeAsync(file); // what is computed of the board is kept, and part of no file
            await b.HeldAsync();
            var before = b.Program.ForgetMostMemory();
            var size = await b.Program.TakeAsync(file) / 1048576.0;
            said.Add(string.Create(
                CultureInfo.InvariantCulture, $"{file.Split('?')[0].Split('/')[^1]} {size:0.0}: {b.Program.MostMemory - before:0}"));
        }

        return string.Join("; ", said);
    }
}
