using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>
/// The program with both negotiations in this process, on a port and with a data folder of its own: a test can change its store and cut
/// its lines.
/// </summary>
public sealed class LiveProgram : WebApplicationFactory<Program>
{
    private readonly ConcurrentDictionary<string, ConnectionContext> lines = new();
    private readonly TemporaryFolder data = SeededStore.Copy();
    private bool gone;

    private readonly TimeProvider? clock;

    public LiveProgram() : this(null)
    {
    }

    private LiveProgram(TimeProvider? clock)
    {
        this.clock = clock;
        UseKestrel(options =>
        {
            options.Listen(System.Net.IPAddress.Loopback, 0, endpoint => endpoint.Use(next => async line =>
            {
                lines[line.ConnectionId] = line;
                await next(line);
                lines.TryRemove(line.ConnectionId, out _);
            }));
        });
        StartServer();
    }

    /// <summary>One that goes by a clock that the test sets.</summary>
    public static LiveProgram On(TimeProvider clock) => new(clock);

    /// <summary>Where it listens.</summary>
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>Its data folder.</summary>
    public string Folder => data.Path;

    /// <summary>Cuts every line that is open now, as a network does: without a word.</summary>
    public void CutLines()
    {
        foreach (var line in lines.Values)
        {
            line.Abort();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        // Of its own: two programs that look at one moment whether the usual port is free would find each other.
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting("PeaceTracker:DataDirectory", data.Path);
        if (clock is not null)
        {
            builder.ConfigureServices(services => services.AddSingleton(clock));
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !gone)
        {
            gone = true;
            data.Dispose();
        }
    }
}
