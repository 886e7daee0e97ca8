using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>The server as a process of its own, for what only a process shows.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int open = 2; // its output and its errors

    private ServerProcess(ProcessStartInfo start)
    {
        Process = new Process { StartInfo = start, EnableRaisingEvents = true };
        Process.OutputDataReceived += (_, line) => Hear(line.Data);
        Process.ErrorDataReceived += (_, line) => Hear(line.Data);
        Process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The program ended before it listened:\n{Log}"));
    }

    /// <summary>The program beside the tests.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "PeaceTracker.Web.dll");

    /// <summary>The process, to be sent signals.</summary>
    public Process Process { get; }

    /// <summary>Where it listens, with a slash at the end.</summary>
    public string Address => address.Task.Result + "/";

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

    /// <summary>Waits until it has printed something: lines of requests come together, some moments later.</summary>
    public async Task PrintedAsync(Func<string, bool> what)
    {
        for (var next = Volatile.Read(ref heard).Task; !what(Log); next = Volatile.Read(ref heard).Task)
        {
            Assert.True(Volatile.Read(ref open) > 0 || what(Log), Log);
            await next.WaitAsync(TestStore.ProcessLimit, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Starts it in a working folder; a setting is <c>PeaceTracker__Name</c> in the environment.</summary>
    public static async Task<ServerProcess> StartAsync(string workingFolder, Action<ProcessStartInfo> configure)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = workingFolder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        configure(start);
        var server = new ServerProcess(start);
        try
        {
            server.Process.Start();
            server.Process.BeginOutputReadLine();
            server.Process.BeginErrorReadLine();
            await server.address.Task.WaitAsync(TestStore.ProcessLimit, TestContext.Current.CancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
            await Process.WaitForExitAsync();
        }

        Process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            Interlocked.Decrement(ref open);
        }
        else
        {
            lock (log)
            {
                log.AppendLine(line);
            }

            if (ListeningAddress().Match(line) is { Success: true } found)
            {
                address.TrySetResult(found.Value);
            }
        }

        Interlocked.Exchange(ref heard, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex ListeningAddress();
}
