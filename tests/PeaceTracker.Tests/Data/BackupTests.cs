using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

/// <summary>Backups while people save, and the way back.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder _files = new(), _empty = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Backup => Path.Combine(_files.Path, "backup.db");

    public void Dispose()
    {
        _files.Dispose();
        _empty.Dispose();
    }

    [Fact]
    public async Task BackUp_WhileTwentySave_RestoresToAStoreThatVerifies()
    {
        var record = ThreeStatusEvents.EmptyBoard();
        await using var store = await TestStore.StartInFileAsync(record);
        var account = await TestAccounts.AddAccountAsync(store.Services, AccountRole.Editor);
        var editor = store.Services.GetRequiredService<BoardEditor>();
        Directory.CreateDirectory(Path.Combine(store.Folder, "keys"));
        await File.WriteAllTextAsync(Path.Combine(store.Folder, "keys", "key-1.xml"), "<key/>", Cancellation);
        var saves = Enumerable.Range(1, 20).Select(n => Task.Run(
            () => editor.RunAsync(new ThreeStatusEvents(record.Negotiation.Slug, n), account, Cancellation), Cancellation)).ToList();

        var (code, output, errors) = await RunAsync(store.Folder, (command, o, e) => command.BackUpAsync(Backup, o, e, Cancellation));
        await Task.WhenAll(saves);
        var restored = await RunAsync(_empty.Path, (command, o, e) => command.RestoreAsync(Backup, o, e, Cancellation));
        var verified = await VerifyAsync(_empty.Path);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("checked. The keys that protect sessions and codes are in " + Backup + "-keys", output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (restored.Code, restored.Errors));
        Assert.Equal((0, ""), verified);
        Assert.True(File.Exists(Path.Combine(_empty.Path, "keys", "key-1.xml")));
    }

    [Fact]
    public async Task Restore_OverAStore_IsRefusedAndChangesNothing()
    {
        await using (var store = await TestStore.StartInFileAsync(FullRecord.Make()))
        {
            await RunAsync(store.Folder, (command, o, e) => command.BackUpAsync(Backup, o, e, Cancellation));
        }

        using var other = SeededStore.Copy();
        var before = FolderState.Of(other.Path);

        var (code, output, errors) = await RunAsync(other.Path, (command, o, e) => command.RestoreAsync(Backup, o, e, Cancellation));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("There is already a store in", Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, FolderState.Of(other.Path));
    }

    [Fact]
    public async Task Restore_FileThatIsNoStore_IsRefusedAndLeavesNothing()
    {
        await File.WriteAllTextAsync(Backup, new string('x', 5000), Cancellation);

        var refusal = await Assert.ThrowsAsync<StoreRefusal>(
            () => RunAsync(_empty.Path, (command, o, e) => command.RestoreAsync(Backup, o, e, Cancellation)));

        Assert.Contains("is damaged", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_empty.Path));
    }

    // Its numbers are those of before, and mean something else: what is open or kept elsewhere has to know.
    [Fact]
    public async Task Restore_Store_BeginsAnotherHistoryAndARestartGoesOnWithIt()
    {
        using var first = SeededStore.Copy();
        var before = await StartAsync(first.Path);
        await RunAsync(first.Path, (command, o, e) => command.BackUpAsync(Backup, o, e, Cancellation));
        var again = await StartAsync(first.Path);
        await RunAsync(_empty.Path, (command, o, e) => command.RestoreAsync(Backup, o, e, Cancellation));

        var restored = await StartAsync(_empty.Path);

        Assert.NotEmpty(before);
        Assert.Equal(before, again);
        Assert.NotEqual(before, restored);
        Assert.Equal(restored, await StartAsync(_empty.Path));
    }

    [Fact]
    public async Task TakeDaily_DayAfterDay_TakesOneADayAndKeepsThoseThatItMay()
    {
        using var folder = SeededStore.Copy();
        await using var services = TestStore.Provide(
            new StoreOptions { DataDirectory = folder.Path }, all => all.AddSingleton<TimeProvider>(_clock));
        await services.StartStoreAsync(null, Cancellation);
        var backups = services.GetRequiredService<StoreBackups>();
        var byHand = await backups.TakeAsync(Cancellation);
        for (var day = 0; day < 4; day++)
        {
            await backups.TakeDailyAsync(2, Cancellation);
            await backups.TakeDailyAsync(2, Cancellation);
            _clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(
            ["20260303T090000Z-daily.db", "20260304T090000Z-daily.db"],
            backups.List().Select(b => b.Name).Where(name => name.Contains("daily", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains(byHand.Name, backups.List().Select(b => b.Name));
    }

    [Theory]
    [InlineData("DROP TRIGGER \"Claims_refuse_update\"", "Claims_refuse_update is missing")]
    [InlineData(
        "PRAGMA foreign_keys=OFF; UPDATE Issues SET NegotiationId = 99 WHERE Ordinal = 0 AND NegotiationId = 1", "refers to another that is not")]
    public async Task Verify_DatabaseThatIsNotWhole_NamesWhatIsWrong(string sql, string says)
    {
        using var folder = SeededStore.Copy();
        TestStore.Execute(Path.Combine(folder.Path, "peacetracker.db"), sql);

        var (code, errors) = await VerifyAsync(folder.Path);

        Assert.Equal(1, code);
        Assert.Contains(says, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task<string> StartAsync(string folder)
    {
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = folder });
        await services.StartStoreAsync(null, Cancellation);
        return services.GetRequiredService<ChangeBus>().History;
    }

    private static async Task<(int Code, string Errors)> VerifyAsync(string folder)
    {
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = folder });
        using var errors = new StringWriter();
        return (await services.GetRequiredService<VerifyCommand>().RunAsync(TextWriter.Null, errors, Cancellation), errors.ToString());
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        string folder, Func<BackupCommand, TextWriter, TextWriter, Task<int>> run)
    {
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = folder });
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (await run(services.GetRequiredService<BackupCommand>(), output, errors), output.ToString(), errors.ToString());
    }
}
