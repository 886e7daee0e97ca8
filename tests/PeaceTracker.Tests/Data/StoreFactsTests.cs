using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Data;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

public class StoreFactsTests
{
    [Fact]
    public async Task Read_SeededStore_SaysWhereAndHowLargeItIs()
    {
        await using var store = await TestStore.StartInFileAsync(new RecordBuilder().Issues(1, Level.Disputed).Build());

        var state = await store.Services.GetRequiredService<StoreFacts>().ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal((store.Folder, 1, (string?)null), (state.Place, state.Head?.Number, state.LastBackup));
        Assert.Equal(TestStore.Scalar(store.DatabaseFile, "SELECT Hash FROM Changes"), state.Head?.Hash);
        Assert.Equal(new FileInfo(store.DatabaseFile).Length, state.DatabaseBytes);
        Assert.StartsWith("SQLite 3.", state.Software, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_TwoBackups_NamesTheNewer()
    {
        await using var store = await TestStore.StartInFileAsync();
        var folder = Directory.CreateDirectory(Path.Combine(store.Folder, "backups")).FullName;
        foreach (var (name, day) in new[] { ("b.db", 1), ("a.db", 2) })
        {
            var file = Path.Combine(folder, name);
            await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(file, RecordBuilder.At(day));
        }

        var state = await store.Services.GetRequiredService<StoreFacts>().ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("a.db", RecordBuilder.At(2)), (state.LastBackup, state.LastBackupAt));
    }
}
