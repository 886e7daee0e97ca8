using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

public class MigrationTests
{
    [Fact]
    public async Task Start_NothingPending_TakesNoBackup()
    {
        await using var store = await TestStore.StartInFileAsync(FullRecord.Make());

        Assert.False(Directory.Exists(Path.Combine(store.Folder, "backups")));
    }

    [Fact]
    public async Task Start_FilledDatabaseOfAnEarlierVersion_IsBackedUpThenMigrated()
    {
        await using var store = await TestStore.StartInFileAsync(FullRecord.Make());
        await store.Services.DisposeAsync();

        await using var later = Provide(store, fails: false);
        await TestStore.StartAsync(later);

        Assert.Equal(1L, TestStore.Scalar(store.DatabaseFile, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'Later'"));
        var backup = Assert.Single(Directory.GetFiles(Path.Combine(store.Folder, "backups")));
        Assert.Equal(1L, TestStore.Scalar(backup, "SELECT COUNT(*) FROM Negotiations"));
        Assert.Equal(0L, TestStore.Scalar(backup, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'Later'"));
    }

    [Fact]
    public async Task Start_MigrationFailsHalfWay_IsRefusedAndPutBack()
    {
        await using var store = await TestStore.StartInFileAsync(FullRecord.Make());
        await store.Services.DisposeAsync();

        await using var failing = Provide(store, fails: true);
        var refusal = await Assert.ThrowsAsync<StoreRefusal>(() => TestStore.StartAsync(failing));

        Assert.Contains("was put back as it was", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1L, TestStore.Scalar(store.DatabaseFile, "SELECT COUNT(*) FROM Negotiations"));
        Assert.Equal(0L, TestStore.Scalar(store.DatabaseFile, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'Later'"));
    }

    private static ServiceProvider Provide(TestStore store, bool fails) => TestStore.Provide(
        new StoreOptions { DataDirectory = store.Folder },
        services => services.AddSingleton<IDbContextFactory<TrackerContext>>(new LaterVersion(store.DatabaseFile, fails)));
}
