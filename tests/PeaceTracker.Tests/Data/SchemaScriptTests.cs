using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Sqlite;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

/// <summary>A new store is made by one script, and is the same as one that was migrated step by step.</summary>
public class SchemaScriptTests
{
    // Only migrations take a lock, and they leave its table behind. What SQLite makes by itself has no text.
    private const string Schema = "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, '') FROM sqlite_master "
        + "WHERE name <> '__EFMigrationsLock' ORDER BY 1";

    private const string History = "SELECT MigrationId || ' ' || ProductVersion FROM __EFMigrationsHistory ORDER BY 1";

    private const string Locks = "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsLock'";

    [Fact]
    public void Text_Migrations_IsWhatTheyGenerate()
    {
        using var context = new SqliteDesignFactory().CreateDbContext([]);

        var generated = context.GetService<IMigrator>().GenerateScript();

        Assert.True(
            SchemaScript.Text.ReplaceLineEndings().Trim() == generated.ReplaceLineEndings().Trim(),
            $"The migrations have changed, and the script of a new store has not: {SchemaScript.Command}");
        Assert.True(SchemaScript.Makes(context.Database.GetMigrations()));
    }

    [Fact]
    public async Task Start_NewStore_HasTheSchemaAndTheHistoryOfOneThatWasMigrated()
    {
        using var made = new TemporaryFolder();
        using var migrated = new TemporaryFolder();
        await using (var services = Provide(migrated))
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContextAsync(Cancellation);
            await context.GetService<IMigrator>().MigrateAsync(cancellationToken: Cancellation);
        }

        foreach (var folder in new[] { made, migrated })
        {
            await using var services = Provide(folder);
            await TestStore.StartAsync(services);
        }

        Assert.Equal((0, 1), (Read(made, Locks).Count, Read(migrated, Locks).Count));
        Assert.Equal(Read(migrated, Schema), Read(made, Schema));
        Assert.Equal(Read(migrated, History), Read(made, History));
        Assert.Contains(Read(made, Schema), line => line.StartsWith("trigger StatusEvents_refuse_update", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_FailsHalfWay_MakesNothing()
    {
        using var folder = new TemporaryFolder();
        // A table that the last migrations make, so that all before it have gone well.
        TestStore.Execute(FileIn(folder), "CREATE TABLE Webhooks (Id INTEGER PRIMARY KEY)");
        await using var services = Provide(folder);
        await using var context = await services.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContextAsync(Cancellation);

        await Assert.ThrowsAsync<SqliteException>(() => SchemaScript.RunAsync(context, Cancellation));

        Assert.Equal(["table Webhooks Webhooks CREATE TABLE Webhooks (Id INTEGER PRIMARY KEY)"], Read(folder, Schema));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ServiceProvider Provide(TemporaryFolder folder) => TestStore.Provide(new StoreOptions { DataDirectory = folder.Path });

    private static string FileIn(TemporaryFolder folder) => new StoreOptions { DataDirectory = folder.Path }.DatabaseFile;

    private static List<string> Read(TemporaryFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FileIn(folder)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
