using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PeaceTracker.Testing;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>What the bench runs on.</summary>
internal static class Machine
{
    /// <summary>How many processes wanted a processor during the last minute.</summary>
    public static double Load => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>It in a few words.</summary>
    public static string Words
    {
        get
        {
            var model = File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
            var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{model ?? "unknown processor"}, {Environment.ProcessorCount} cores, {memory:0} GB, {RuntimeInformation.OSDescription}, "
                + $".NET {Environment.Version}");
        }
    }
}

/// <summary>Writes the table of a run between its two marks in docs/performance.md and leaves all else as it is.</summary>
internal static class PerformanceTable
{
    /// <summary>Writes it.</summary>
    public static void Write(
        string name, IReadOnlyList<Case> cases, Dictionary<(string Case, string Size), string> found, double loadBefore)
    {
        var path = Path.Combine(Repository.Root, "docs", "performance.md");
        var text = File.ReadAllText(path);
        var (start, end) = ($"<!-- table {name} -->", $"<!-- end {name} -->");
        var (from, to) = (text.IndexOf(start, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{path} has no place for a table '{name}': put {start} and {end} where it belongs.");
        }

        var table = new StringBuilder().Append(start).Append("\n\n");
        table.Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}; {Machine.Words}.\n");
        table.Append(
            CultureInfo.InvariantCulture, $"{(loadBefore > 1 ? "Busy machine" : "Quiet machine")} (load {loadBefore:0.0} at the start).\n\n");
        table.Append("| what | bar | ").AppendJoin(" | ", BoardSize.All.Select(size => size.Name)).Append(" |\n|---|---|");
        table.Append(string.Concat(Enumerable.Repeat("---|", BoardSize.All.Count))).Append('\n');
        foreach (var one in cases)
        {
            table.Append("| ").Append(one.What).Append(" | ").Append(one.Bar).Append(" | ")
                .AppendJoin(" | ", BoardSize.All.Select(size => found.GetValueOrDefault((one.Name, size.Name), ""))).Append(" |\n");
        }

        File.WriteAllText(path, text[..from] + table + "\n" + text[to..]);
    }
}
