using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>The program as its users start it: a process of its own, with a data folder of its own.</summary>
public sealed partial class TrackerProgram : IAsyncDisposable
{
    private readonly TemporaryFolder data;
    private readonly HeldPort port;
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;
    private bool handedOn;

    private TrackerProgram(TemporaryFolder data, HeldPort port, string[] arguments)
    {
        (this.data, this.port) = (data, port);
        // The output that this very build made: tests/<suite>/bin/<configuration>/<framework> has its twin in src.
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Repository.PathOf(
            "src", "PeaceTracker.Web", "bin", output.Parent!.Name, output.Name, "PeaceTracker.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", $"http://127.0.0.1:{port.Number}", .. arguments])
        {
            WorkingDirectory = Repository.PathOf("src", "PeaceTracker.Web"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PeaceTracker__DataDirectory"] = data.Path;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(
            new InvalidOperationException($"The program ended before it listened:\n{Log}"));
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address => address.Task.Result;

    /// <summary>Its data folder.</summary>
    public string Folder => data.Path;

    /// <summary>What it has printed so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    public static Task<TrackerProgram> StartAsync(params string[] arguments) => StartAsync(new TemporaryFolder(), new HeldPort(), arguments);

    /// <summary>Kills it as a power cut would, and starts another one on its data folder and at its address.</summary>
    public async Task<TrackerProgram> RestartAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        handedOn = true;
        return await StartAsync(data, port, []);
    }

    private static async Task<TrackerProgram> StartAsync(TemporaryFolder data, HeldPort port, string[] arguments)
    {
        var program = new TrackerProgram(data, port, arguments);
        try
        {
            program.process.Start();
            program.process.BeginOutputReadLine();
            program.process.BeginErrorReadLine();
            await program.address.Task.WaitAsync(TestStore.ProcessLimit);
            return program;
        }
        catch (TimeoutException)
        {
            var log = program.Log;
            await program.DisposeAsync();
            throw new InvalidOperationException($"The program printed no address within {TestStore.ProcessLimit.TotalSeconds} s:\n{log}");
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        if (!handedOn)
        {
            data.Dispose();
            port.Dispose();
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (log)
        {
            log.AppendLine(line);
        }

        if (ListeningAddress().Match(line) is { Success: true } found)
        {
            address.TrySetResult(found.Value);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex ListeningAddress();
}
