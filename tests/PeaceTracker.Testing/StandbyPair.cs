using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace PeaceTracker.Testing;

/// <summary>
/// Two PostgreSQL servers of a test's own: a primary, and a standby that follows it by the server's own streaming replication and without which no
/// save is acknowledged, as docs/postgresql.md sets them up.
/// </summary>
public sealed class StandbyPair : IAsyncDisposable
{
    private const string Settings =
        "-c listen_addresses= -c fsync=off -c full_page_writes=off -c wal_level=replica -c max_wal_senders=4 -c max_connections=60";

    private readonly string _root = Directory.CreateTempSubdirectory("peacetracker-pair-").FullName;

    private StandbyPair()
    {
    }

    /// <summary>A connection string that names both servers, and a database that is there.</summary>
    public string Database => new NpgsqlConnectionStringBuilder
    {
        Host = $"{Primary},{Standby}", Username = "postgres", Database = "board", MaxPoolSize = 20, Timeout = 60,
    }.ConnectionString;

    private string Primary => Path.Combine(_root, "primary");

    private string Standby => Path.Combine(_root, "standby");

    /// <summary>Starts both.</summary>
    public static async Task<StandbyPair> StartAsync()
    {
        var pair = new StandbyPair();
        try
        {
            if (Environment.UserName == "root")
            {
                await RunAsync("chown", "postgres", pair._root);
            }

            await AsServerAsync("mkdir", "-m", "700", pair.Primary, pair.Standby);
            await AsServerAsync(Program("initdb"), "-D", $"{pair.Primary}/data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync");
            await ControlAsync("start", pair.Primary);
            await AsServerAsync(Program("createdb"), "-h", pair.Primary, "-U", "postgres", "board");
            await AsServerAsync(
                Program("pg_basebackup"), "-h", pair.Primary, "-U", "postgres", "-D", $"{pair.Standby}/data", "-R", "-X", "stream", "-c", "fast");
            await ControlAsync("start", pair.Standby);
            await TestServer.ExecuteAsync(On(pair.Primary), "ALTER SYSTEM SET synchronous_standby_names = '*'");
            await TestServer.ExecuteAsync(On(pair.Primary), "SELECT pg_reload_conf()");
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the primary as a machine does that loses its power.</summary>
    public Task KillPrimaryAsync() => ControlAsync("stop", Primary);

    /// <summary>Makes the standby the primary.</summary>
    public Task PromoteAsync() => AsServerAsync(Program("pg_ctl"), "-D", $"{Standby}/data", "-w", "promote");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { Primary, Standby }.Where(server => File.Exists($"{server}/data/postmaster.pid")))
        {
            await ControlAsync("stop", server);
        }

        Directory.Delete(_root, recursive: true);
    }

    private static Task ControlAsync(string what, string server) => what == "start"
        ? AsServerAsync(
            Program("pg_ctl"), "-D", $"{server}/data", "-w", "-l", $"{server}/log",
            "-o", $"{Settings} -c unix_socket_directories={server}", what)
        : AsServerAsync(Program("pg_ctl"), "-D", $"{server}/data", "-m", "immediate", what);

    private static string On(string server) => $"Host={server};Username=postgres;Database=board";

    private static string Program(string name) =>
        Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
            .Select(version => Path.Combine(version, "bin", name)).First(File.Exists);

    // The server refuses to run as root.
    private static Task AsServerAsync(params string[] command) => Environment.UserName == "root"
        ? RunAsync(["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--", .. command])
        : RunAsync(command);

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            // What the server prints later must not keep the pipe open: only errors are read, and to a file of its own by pg_ctl.
            WorkingDirectory = "/", RedirectStandardError = !command.Contains("start"), RedirectStandardOutput = !command.Contains("start"),
        })!;
        var errors = command.Contains("start") ? "" : await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {errors}");
        }
    }
}
