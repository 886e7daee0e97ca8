using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

public class StartTests
{
    [Fact]
    public async Task Model_ComparedWithTheMigrations_HasNoPendingChanges()
    {
        await using var store = await TestStore.StartInFileAsync();
        await using var context = store.NewContext();

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("PRAGMA journal_mode", "wal")]
    [InlineData("PRAGMA synchronous", "2")]
    [InlineData("PRAGMA busy_timeout", "5000")]
    [InlineData("PRAGMA foreign_keys", "1")]
    public async Task NewContext_StartedStore_HasTheSettingsOfTheHouse(string pragma, string expected)
    {
        await using var store = await TestStore.StartInFileAsync();
        await using var context = store.NewContext();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;

        Assert.Equal(expected, (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!.ToString());
    }

    [Fact]
    public async Task Start_StaleMigrationLock_StartsAndRemovesIt()
    {
        await using var store = await TestStore.StartInFileAsync();
        await store.Services.DisposeAsync();
        // The state that a process leaves which dies while it makes the very first tables: only the lock is there.
        File.Delete(store.DatabaseFile);
        TestStore.Execute(store.DatabaseFile, "CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT NOT NULL); "
            + "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); "
            + "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");

        await using var again = TestStore.Provide(new StoreOptions
        {
            DataDirectory = store.Folder, MigrationTimeLimit = TestStore.ProcessLimit,
        });
        await TestStore.StartAsync(again, FullRecord.Make());

        Assert.Equal(0L, TestStore.Scalar(store.DatabaseFile, "SELECT COUNT(*) FROM __EFMigrationsLock"));
        Assert.Equal(1L, TestStore.Scalar(store.DatabaseFile, "SELECT COUNT(*) FROM Changes"));
    }

    [Fact]
    public async Task Start_LogLeftByADeadProcess_KeepsWhatWasCommitted()
    {
        var record = FullRecord.Make();
        await using var alive = await TestStore.StartInFileAsync(record);
        await using var dead = await TestStore.StartInFileAsync();
        await dead.Services.DisposeAsync();
        // As a power cut would leave it: the files of a store that is still open.
        File.Copy(alive.DatabaseFile, dead.DatabaseFile, overwrite: true);
        File.Copy(alive.DatabaseFile + "-wal", dead.DatabaseFile + "-wal", overwrite: true);

        await using var again = TestStore.Provide(new StoreOptions { DataDirectory = dead.Folder });
        await TestStore.StartAsync(again);

        Assert.Equal(record.Negotiation.Slug, TestStore.Scalar(dead.DatabaseFile, "SELECT Slug FROM Negotiations"));
    }

    [Fact]
    public async Task Import_SlugThatIsThere_ChangesNothing()
    {
        var record = FullRecord.Make();
        await using var store = await TestStore.StartInFileAsync(record);

        var number = await store.Importer.ImportAsync(record with { Claims = [] }, "test", TestContext.Current.CancellationToken);

        Assert.Null(number);
        Assert.Equal(1L, TestStore.Scalar(store.DatabaseFile, "SELECT COUNT(*) FROM Changes"));
    }

    [Fact]
    public async Task Import_ReferenceToNothing_LeavesNothing()
    {
        var record = FullRecord.Make();
        var faulty = record with { Claims = [record.Claims[1] with { DyadKey = "nowhere" }] };
        await using var store = await TestStore.StartInFileAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => store.Importer.ImportAsync(faulty, "test", TestContext.Current.CancellationToken));

        Assert.Equal(0L, TestStore.Scalar(
            store.DatabaseFile, "SELECT (SELECT COUNT(*) FROM Negotiations) + (SELECT COUNT(*) FROM Changes) + (SELECT COUNT(*) FROM Sources)"));
    }

    [Fact]
    public async Task Import_Negotiation_StandsAtTheNumberOfItsChange()
    {
        await using var store = await TestStore.StartInFileAsync(FullRecord.Make());

        Assert.Equal(1L, TestStore.Scalar(
            store.DatabaseFile, "SELECT COUNT(*) FROM Negotiations n JOIN Changes c ON c.NegotiationId = n.Id AND c.Number = n.ChangeNumber"));
    }
}
