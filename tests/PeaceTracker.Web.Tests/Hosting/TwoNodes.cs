using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>Two programs on one PostgreSQL database, each with a data folder of its own.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private TrackerHost? one, two;

    /// <summary>The database.</summary>
    public string Database { get; private set; } = "";

    /// <summary>The program that was started first, and filled the store.</summary>
    public TrackerHost One => one!;

    /// <summary>The other one.</summary>
    public TrackerHost Two => two!;

    public async ValueTask InitializeAsync()
    {
        if (TestServer.IsThere)
        {
            Database = await TestServer.MakeAsync();
            (one, two) = (Start(), Start());
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (one is not null && two is not null)
        {
            await one.DisposeAsync();
            await two.DisposeAsync();
            await TestServer.DropAsync(Database);
        }
    }

    /// <summary>Ends every connection of a name to the database, as a server does that is stopped.</summary>
    public Task CutAsync(string name = "%") => TestServer.ExecuteAsync(
        TestServer.Administrative,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        + $"WHERE datname = '{TestServer.NameOf(Database)}' AND application_name LIKE '{name}'");

    /// <summary>Lets nobody in to the database any more, or everybody again.</summary>
    public async Task LetInAsync(bool everybody)
    {
        await TestServer.ExecuteAsync(
            TestServer.Administrative, $"ALTER DATABASE {TestServer.NameOf(Database)} WITH ALLOW_CONNECTIONS {(everybody ? "true" : "false")}");
        if (!everybody)
        {
            await CutAsync();
        }
    }

    private TrackerHost Start()
    {
        var host = new TrackerHost { Settings = { ["PeaceTracker:Database"] = Database } };
        _ = host.Client;
        return host;
    }
}
