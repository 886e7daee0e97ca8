using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Sqlite;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

public sealed class RefusalTests : IDisposable
{
    private const string Database = "peacetracker.db";
    private readonly string _folder = Directory.CreateTempSubdirectory("peacetracker-refusal-").FullName;

    private string DatabaseFile => Path.Combine(_folder, Database);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_SecondOnTheSameFolder_IsRefused()
    {
        await using var first = TestStore.Provide(new StoreOptions { DataDirectory = _folder });
        await TestStore.StartAsync(first);
        var before = Directory.EnumerateFileSystemEntries(_folder).Order().ToList();

        var refusal = await RefusedAsync(new StoreOptions { DataDirectory = _folder });

        Assert.StartsWith("Another PeaceTracker is running on the data folder", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(_folder).Order());
        using var context = first.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<TrackerContext>>().CreateDbContext();
        Assert.Empty(context.Changes);
    }

    [Fact]
    public async Task Start_AfterTheFirstHasEnded_Starts()
    {
        await using (var first = TestStore.Provide(new StoreOptions { DataDirectory = _folder }))
        {
            await TestStore.StartAsync(first);
        }

        await using var second = TestStore.Provide(new StoreOptions { DataDirectory = _folder });
        await TestStore.StartAsync(second, FullRecord.Make());

        Assert.Equal(1L, TestStore.Scalar(DatabaseFile, "SELECT COUNT(*) FROM Changes"));
    }

    [Fact]
    public async Task Start_FileThatIsNoDatabase_IsRefusedUntouched()
    {
        await File.WriteAllTextAsync(DatabaseFile, new string('x', 5000), TestContext.Current.CancellationToken);

        await AssertRefusedUntouchedAsync("is damaged (it is not an SQLite database)");
    }

    [Fact]
    public async Task Start_DatabaseWithAPageOverwritten_IsRefusedUntouched()
    {
        await MakeDatabaseAsync();
        using (var file = File.OpenWrite(DatabaseFile))
        {
            file.Position = 3 * 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        await AssertRefusedUntouchedAsync("is damaged");
    }

    [Fact]
    public async Task Start_DatabaseCutOff_IsRefusedUntouched()
    {
        await MakeDatabaseAsync();
        using (var file = File.OpenWrite(DatabaseFile))
        {
            file.SetLength(file.Length / 2 / 4096 * 4096);
        }

        await AssertRefusedUntouchedAsync("is damaged");
    }

    [Fact]
    public async Task Start_DatabaseOfANewerVersion_IsRefusedUntouched()
    {
        await MakeDatabaseAsync();
        TestStore.Execute(DatabaseFile, "INSERT INTO __EFMigrationsHistory VALUES ('99991231000000_Later', '99.0.0')");

        await AssertRefusedUntouchedAsync("newer version of PeaceTracker (its schema has 99991231000000_Later)");
    }

    [Fact]
    public async Task Start_NewerDatabaseWithALogLeftBehind_IsRefusedUntouched()
    {
        await MakeDatabaseAsync();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('99991231000000_Later', '99.0.0')";
            command.ExecuteNonQuery();
            // What a dead process leaves: the row is in the log alone. Put in place after the connection has tidied up.
            File.Copy(DatabaseFile, DatabaseFile + ".kept");
            File.Copy(DatabaseFile + "-wal", DatabaseFile + "-wal.kept");
        }

        File.Move(DatabaseFile + ".kept", DatabaseFile, overwrite: true);
        File.Move(DatabaseFile + "-wal.kept", DatabaseFile + "-wal", overwrite: true);

        await AssertRefusedUntouchedAsync("newer version");
    }

    [Fact]
    public async Task Start_DatabaseOfAnotherProgram_IsRefusedUntouched()
    {
        TestStore.Execute(DatabaseFile, "CREATE TABLE Recipes (Id INTEGER PRIMARY KEY)");

        await AssertRefusedUntouchedAsync("is a database of another program");
    }

    [Fact]
    public async Task Start_DataFolderIsAFile_IsRefused()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "mine", TestContext.Current.CancellationToken);

        await AssertRefusedUntouchedAsync("is a file", new StoreOptions { DataDirectory = Path.Combine(_folder, "file") });
    }

    [Fact]
    public async Task Start_NetworkFileSystem_IsRefusedUntouched()
    {
        var mounts = Path.Combine(_folder, "mounts");
        await File.WriteAllTextAsync(
            mounts, $"/dev/sda1 / ext4 rw 0 0\nserver:/export {_folder} nfs4 rw 0 0\n", TestContext.Current.CancellationToken);

        await AssertRefusedUntouchedAsync(
            "on a network file system (nfs4)", new StoreOptions { DataDirectory = Path.Combine(_folder, "a", "b"), MountsFile = mounts });
    }

    [Fact]
    public async Task Start_FullDisk_IsRefusedUntouched() => await AssertRefusedUntouchedAsync(
        "is full", new StoreOptions { DataDirectory = Path.Combine(_folder, "a", "b"), MinimumFreeBytes = long.MaxValue });

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Start_ReadOnlyFolder_IsRefusedUntouched()
    {
        await MakeDatabaseAsync();
        await OrdinaryUser.WithReadOnlyAsync(
            _folder, () => AssertRefusedUntouchedAsync("can’t be written to").GetAwaiter().GetResult());
    }

    [Theory]
    [InlineData("3.51.2")]
    [InlineData("3.49.1")]
    public void RefuseUnsafeLibrary_VersionWithTheFault_IsRefused(string version) =>
        Assert.Contains(
            version, Assert.Throws<StoreRefusal>(() => SqliteFile.RefuseUnsafeLibrary(new Version(version))).Message, StringComparison.Ordinal);

    [Fact]
    public void RefuseUnsafeLibrary_FirstVersionWithoutTheFault_IsTaken() =>
        Assert.Equal(new Version(3, 51, 3), SqliteFile.RefuseUnsafeLibrary(new Version(3, 51, 3)));

    private async Task MakeDatabaseAsync()
    {
        await using (var services = TestStore.Provide(new StoreOptions { DataDirectory = _folder }))
        {
            await TestStore.StartAsync(services, FullRecord.Make());
        }

        // So that a refused start would have to leave none either.
        File.Delete(Path.Combine(_folder, "peacetracker.lock"));
    }

    private async Task AssertRefusedUntouchedAsync(string reason, StoreOptions? options = null)
    {
        var before = FolderState.Of(_folder);

        var refusal = await RefusedAsync(options ?? new StoreOptions { DataDirectory = _folder });

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(before, FolderState.Of(_folder));
    }

    private static async Task<StoreRefusal> RefusedAsync(StoreOptions options)
    {
        await using var services = TestStore.Provide(options);
        return await Assert.ThrowsAsync<StoreRefusal>(() => TestStore.StartAsync(services, FullRecord.Make()));
    }
}
