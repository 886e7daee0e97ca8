using System.Globalization;
using PeaceTracker.Testing;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>
/// <c>load [--only NAME] [--size small|middle|large] [--seconds N] [--port N] [--table NAME] [--program FOLDER]</c>: publishes the
/// program unless a folder has it, measures all cases on all sizes, and writes the table of that name in docs/performance.md; with --only or --size
/// it prints what it finds and writes nothing.
/// </summary>
internal static class LoadCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string[] options)
    {
        var values = options.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "", StringComparer.Ordinal);
        if (values.Keys.FirstOrDefault(
            name => name is not ("--only" or "--size" or "--seconds" or "--port" or "--table" or "--program")) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no option '{unknown}'.");
            return 2;
        }

        var only = values.GetValueOrDefault("--only")?.Split(',');
        var sizes = BoardSize.All.Where(size => values.GetValueOrDefault("--size") is not { } name || name.Split(',').Contains(size.Name)).ToList();
        var cases = Case.All.Where(one => only is null || only.Contains(one.Name)).ToList();
        var time = TimeSpan.FromSeconds(double.Parse(values.GetValueOrDefault("--seconds", "2"), CultureInfo.InvariantCulture));
        var port = int.Parse(values.GetValueOrDefault("--port", "5620"), CultureInfo.InvariantCulture);
        var found = new Dictionary<(string Case, string Size), string>();
        var before = Machine.Load;
        var published = values.GetValueOrDefault("--program") ?? await PublishAsync();
        foreach (var size in sizes)
        {
            await using var bench = await Bench.StartAsync(size, published, port, time, again: only is not null);
            foreach (var one in cases)
            {
                found[(one.Name, size.Name)] = await TryAsync(one, bench);
                Console.WriteLine($"{DateTime.Now:HH:mm:ss} {size.Name,-7} {one.Name,-13} {found[(one.Name, size.Name)]}");
            }
        }

        if (only is null && sizes.Count == BoardSize.All.Count)
        {
            PerformanceTable.Write(values.GetValueOrDefault("--table", "now"), cases, found, before);
        }

        return 0;
    }

    private static async Task<string> PublishAsync()
    {
        var folder = Directory.CreateTempSubdirectory("peacetracker-published-").FullName;
        using var publish = System.Diagnostics.Process.Start(
            "dotnet", ["publish", Repository.PathOf("src", "PeaceTracker.Web"), "-c", "Release", "--use-current-runtime", "--no-self-contained",
                "-v", "q", "-nologo", "-o", folder]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException("The program could not be published.");
    }

    private static async Task<string> TryAsync(Case one, Bench bench)
    {
        try
        {
            return await one.Measure(bench);
        }
#pragma warning disable CA1031 // One case that can't be measured is told in its place; the others go on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(fault.ToString());
            return "could not be measured";
        }
    }
}
