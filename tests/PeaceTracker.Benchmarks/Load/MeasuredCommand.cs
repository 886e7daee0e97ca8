using System.ComponentModel;
using System.Diagnostics;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>A command of the program, in a process of its own.</summary>
internal static class MeasuredCommand
{
    /// <summary>Runs one on a data folder; its processor time, and the most memory that it had, in bytes.</summary>
    public static async Task<(TimeSpan Processor, long Memory)> RunAsync(string program, string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "PeaceTracker.Web.dll"), .. arguments]) { RedirectStandardOutput = true };
        start.Environment["PeaceTracker__DataDirectory"] = data;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var (processor, memory) = (TimeSpan.Zero, 0L);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var over = process.WaitForExitAsync(); !over.IsCompleted; await often.WaitForNextTickAsync())
        {
            try
            {
                process.Refresh();
                (processor, memory) = (process.TotalProcessorTime, Math.Max(memory, process.PeakWorkingSet64));
            }
            catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
            {
                // It ended meanwhile, and what was read before holds.
            }
        }

        return process.ExitCode == 0 ? (processor, memory)
            : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {await said}");
    }
}
