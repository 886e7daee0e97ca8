using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Sqlite;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

/// <summary>What a start makes of its folder, and what it leaves there.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.Path, "data");

    private string Database => Path.Combine(Data, "peacetracker.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Start_NewFolder_IsItsOwnersAloneWhateverTheMask()
    {
        await StartAsync(new StoreOptions { DataDirectory = Data });

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(Data).UnixFileMode);
        Assert.All(
            new DirectoryInfo(Data).EnumerateFiles(),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Start_FolderThatAllCouldRead_IsClosed()
    {
        await StartAsync(new StoreOptions { DataDirectory = Data });
        var backup = Path.Combine(Directory.CreateDirectory(Path.Combine(Data, "backups")).FullName, "old.db");
        await File.WriteAllTextAsync(backup, "", Cancellation);
        const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        foreach (var file in new[] { Database, backup })
        {
            File.SetUnixFileMode(file, All);
        }

        File.SetUnixFileMode(Data, All | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

        await StartAsync(new StoreOptions { DataDirectory = Data });

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Database));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(Data).UnixFileMode);
    }

    [Fact]
    public async Task Start_StoreExpectedAndNoneThere_IsRefusedAndMakesNothing()
    {
        var refusal = await Assert.ThrowsAsync<StoreRefusal>(() => StartAsync(new StoreOptions { DataDirectory = Data, MustExist = true }));

        Assert.Contains("There is no store in " + Data, refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("{ \"formatVersion\": 1 }")]
    [InlineData(null)]
    public async Task Start_SeedWithAnErrorOrMissing_LeavesNoStore(string? text)
    {
        var seed = Path.Combine(_folder.Path, "seed.json");
        if (text is not null)
        {
            await File.WriteAllTextAsync(seed, text, Cancellation);
        }

        await Assert.ThrowsAsync<StoreRefusal>(() => StartAsync(new StoreOptions { DataDirectory = Data, Seed = seed }));

        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Start_UnknownSeedByName_LeavesNoStore()
    {
        await Assert.ThrowsAsync<StoreRefusal>(() => StartAsync(new StoreOptions { DataDirectory = Data }, "exmaple"));

        Assert.False(Directory.Exists(Data));
    }

    // A copy of the file alone, as people make them, has everything in it.
    [Fact]
    public async Task Start_NewStoreStillRunning_HasAllInItsFile()
    {
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = Data });
        await services.StartStoreAsync(null, Cancellation);
        var copy = Path.Combine(_folder.Path, "copy.db");
        File.Copy(Database, copy);

        Assert.Equal(1L, TestStore.Scalar(copy, "SELECT COUNT(*) FROM Negotiations"));
    }

    [Fact]
    public async Task Start_OlderDatabasePutOverALogThatWasLeft_IsRefusedAndGoesOnWithoutTheLog()
    {
        await StartAsync(new StoreOptions { DataDirectory = Data });
        var older = Path.Combine(_folder.Path, "older.db");
        File.Copy(Database, older);
        var (log, kept) = (Database + "-wal", Path.Combine(_folder.Path, "wal"));
        await using (var services = TestStore.Provide(new StoreOptions { DataDirectory = Data }))
        {
            await services.StartStoreAsync(null, Cancellation);
            Write();
            File.Copy(log, kept); // what is left where the process is killed now
        }

        File.Copy(older, Database, overwrite: true);
        File.Copy(kept, log);

        var refusal = await Assert.ThrowsAsync<StoreRefusal>(() => StartAsync(new StoreOptions { DataDirectory = Data }));
        Assert.Contains("put there beside the log of another one (peacetracker.db-wal)", refusal.Message, StringComparison.Ordinal);

        File.Delete(log);
        await StartAsync(new StoreOptions { DataDirectory = Data });
        Assert.Equal(1L, TestStore.Scalar(Database, "SELECT COUNT(*) FROM Changes"));
    }

    [Fact]
    public async Task Start_LogOfTheDatabaseItself_IsTakenIn()
    {
        await StartAsync(new StoreOptions { DataDirectory = Data });
        var kept = Path.Combine(_folder.Path, "kept");
        await using (var services = TestStore.Provide(new StoreOptions { DataDirectory = Data }))
        {
            await services.StartStoreAsync(null, Cancellation);
            Write();
            File.Copy(Database, kept + ".db");
            File.Copy(Database + "-wal", kept + ".wal");
        }

        File.Copy(kept + ".db", Database, overwrite: true);
        File.Copy(kept + ".wal", Database + "-wal");
        await StartAsync(new StoreOptions { DataDirectory = Data });

        Assert.Equal("Written since", TestStore.Scalar(Database, "SELECT Title FROM Negotiations"));
    }

    [Fact]
    public async Task Start_LeftoversOfProcessesThatDied_AreRemoved()
    {
        await StartAsync(new StoreOptions { DataDirectory = Data });
        Directory.CreateDirectory(Path.Combine(Data, ".scratch-1", "deep"));
        Directory.CreateDirectory(Path.Combine(Data, "backups"));
        await File.WriteAllTextAsync(Path.Combine(Data, "backups", "x.db.unfinished"), "half", Cancellation);

        await StartAsync(new StoreOptions { DataDirectory = Data });

        Assert.False(Directory.Exists(Path.Combine(Data, ".scratch-1")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Data, "backups")));
    }

    [Theory]
    [InlineData("nfs4", true)]
    [InlineData("fuse", true)]
    [InlineData("fuse.sshfs", true)]
    [InlineData("ext4", false)]
    public async Task Start_FolderBehindALinkToAMount_IsJudgedByWhereItLeads(string type, bool refused)
    {
        var mounted = Directory.CreateDirectory(Path.Combine(_folder.Path, "mnt", "share")).FullName;
        var link = Path.Combine(_folder.Path, "link");
        Directory.CreateSymbolicLink(link, mounted);
        var mounts = Path.Combine(_folder.Path, "mounts");
        await File.WriteAllTextAsync(mounts, $"/dev/sda1 / ext4 rw 0 0\nserver {mounted} {type} rw 0 0\n", Cancellation);
        var options = new StoreOptions { DataDirectory = Path.Combine(link, "data"), MountsFile = mounts };

        if (refused)
        {
            var refusal = await Assert.ThrowsAsync<StoreRefusal>(() => StartAsync(options));
            Assert.Contains($"network file system ({type})", refusal.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFileSystemEntries(mounted));
            options.AnyFileSystem = true;
        }

        await StartAsync(options);
        Assert.True(File.Exists(Path.Combine(mounted, "data", "peacetracker.db")));
    }

    private static async Task StartAsync(StoreOptions options, string? seed = null)
    {
        await using var services = TestStore.Provide(options);
        await services.StartStoreAsync(seed, Cancellation);
    }

    // As the program writes: into the log, which stays until it is taken in.
    private void Write()
    {
        using var connection = new SqliteConnection(SqliteSettings.ConnectionString(Database));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Negotiations SET Title = 'Written since'";
        command.ExecuteNonQuery();
    }
}
