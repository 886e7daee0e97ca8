using System.Diagnostics;
using System.Globalization;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>What driving a server for a while gave.</summary>
/// <param name="Requests">How many requests were answered.</param>
/// <param name="Processor">The processor time that the server spent.</param>
/// <param name="Milliseconds">How long each answer took, in order of length.</param>
internal sealed record Measured(int Requests, TimeSpan Processor, double[] Milliseconds)
{
    /// <summary>Processor time a request, in millionths of a second.</summary>
    public double Cost => Processor.TotalMicroseconds / Math.Max(1, Requests);

    /// <summary>How long the slowest of a share of the answers took.</summary>
    public double At(double share) => Milliseconds.Length == 0 ? 0 : Milliseconds[(int)(share * (Milliseconds.Length - 1))];

    /// <summary>Two of them as one.</summary>
    public Measured And(Measured other) =>
        new(Requests + other.Requests, Processor + other.Processor, [.. Milliseconds.Concat(other.Milliseconds).Order()]);
}

/// <summary>A server in a process of its own, whose processor time and memory are read from the system.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private readonly Process _process;

    private RunningServer(Process process, int port)
    {
        (_process, Port) = (process, port);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End(); // also where the bench is broken off
    }

    /// <summary>The port at which it listens.</summary>
    public int Port { get; }

    /// <summary>How long it took from being started to the first answer, and the processor time of that.</summary>
    public (TimeSpan Time, TimeSpan Processor) Start { get; private set; }

    /// <summary>All processor time of the process so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            var text = File.ReadAllText($"/proc/{_process.Id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return Tick * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The memory that it holds, in MB.</summary>
    public double Memory => Status("VmRSS");

    /// <summary>The most that it held, in MB, since it was started or that was forgotten.</summary>
    public double MostMemory => Status("VmHWM");

    /// <summary>Forgets how much memory it held at most; returns how much it holds, in MB.</summary>
    public double ForgetMostMemory()
    {
        File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");
        return Memory;
    }

    private double Status(string name) => File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal))
        .Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
            ? double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024 : 0;

    /// <summary>Takes an answer as it is and keeps nothing of it; returns how many bytes came.</summary>
    public async Task<long> TakeAsync(string address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{Port}{address}"), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var (part, all) = (new byte[64 * 1024], 0L);
        for (int read; (read = await body.ReadAsync(part)) > 0;)
        {
            all += read;
        }

        return all;
    }

    /// <summary>Starts one and waits for its first answer at an address.</summary>
    public static async Task<RunningServer> StartAsync(int port, string first, string[] arguments, Dictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings ?? [])
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        // A console that nobody reads would stop the server.
        var said = new Queue<string>();
        void Hear(string? line)
        {
            lock (said)
            {
                said.Enqueue(line ?? "");
                if (said.Count > 40)
                {
                    said.Dequeue();
                }
            }
        }

        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new RunningServer(process, port);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (; ; )
        {
            try
            {
                using var line = new Line();
                await line.OpenAsync(port);
                await line.AskAsync(Line.Request(first), keep: false);
                server.Start = (watch.Elapsed, server.Processor);
                return server;
            }
            catch (Exception fault) when (fault is System.Net.Sockets.SocketException or IOException)
            {
                if (process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(3))
                {
                    throw new InvalidOperationException($"The server did not start: {string.Join('\n', said)}", fault);
                }

                await often.WaitForNextTickAsync();
            }
        }
    }

    /// <summary>One answer, whole.</summary>
    public async Task<Answer> AskAsync(string address, string more = "", string encoding = "gzip, deflate, br")
    {
        using var line = new Line();
        await line.OpenAsync(Port);
        return (await line.AskAsync(Line.Request(address, more, encoding), keep: true))!;
    }

    /// <summary>Asks on many lines at once for a time, or for so many requests; the request of a number is made by a function.</summary>
    public async Task<Measured> DriveAsync(Func<int, byte[]> request, TimeSpan time, int lines = 8, int most = int.MaxValue, int expected = 200)
    {
        var (asked, until) = (0, Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency));
        var before = Processor;
        async Task<List<double>> OneAsync()
        {
            using var line = new Line();
            await line.OpenAsync(Port);
            var times = new List<double>();
            while (Stopwatch.GetTimestamp() < until && Interlocked.Increment(ref asked) is var number && number <= most)
            {
                var began = Stopwatch.GetTimestamp();
                await line.AskAsync(request(number), keep: false, status =>
                {
                    if (status != expected)
                    {
                        throw new InvalidOperationException($"{status} where {expected} was expected.");
                    }
                });
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            return times;
        }

        var all = await Task.WhenAll(Enumerable.Range(0, lines).Select(_ => Task.Run(OneAsync)));
        double[] latencies = [.. all.SelectMany(times => times).Order()];
        return new Measured(latencies.Length, Processor - before, latencies);
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        End();
        await _process.WaitForExitAsync();
    }

    private void End()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }
}
