using System.Diagnostics;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>The program as a process of its own with words after its name, as whoever runs the server starts it.</summary>
internal static class CommandLine
{
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string folder, params string[] words)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var program = Path.Combine(AppContext.BaseDirectory, "PeaceTracker.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PeaceTracker__DataDirectory"] = folder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development"; // as "dotnet run" has it: there all services are checked at start
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = await process.StandardError.ReadToEndAsync(cancellation).WaitAsync(TestStore.ProcessLimit, cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, errors);
    }
}
