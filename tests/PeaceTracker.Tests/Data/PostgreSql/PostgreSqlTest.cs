using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data.PostgreSql;

/// <summary>An empty database of a test's own, on which programs are started.</summary>
public abstract class PostgreSqlTest : IAsyncLifetime
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The connection string to it.</summary>
    protected string Database { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestServer.IsThere, TestServer.Why);
        Database = await TestServer.MakeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (TestServer.IsThere)
        {
            await TestServer.DropAsync(Database);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The services of a program on a database, not started.</summary>
    protected static ServiceProvider Provide(string database) =>
        TestStore.Provide(new StoreOptions { DataDirectory = Path.GetTempPath(), Database = database });

    /// <summary>Starts a program on a database, which is expected to refuse; says why it did.</summary>
    protected static async Task<string> RefusalAsync(string database)
    {
        await using var services = Provide(database);
        return (await Assert.ThrowsAsync<StoreRefusal>(() => TestStore.StartAsync(services, FullRecord.Make()))).Message;
    }
}
