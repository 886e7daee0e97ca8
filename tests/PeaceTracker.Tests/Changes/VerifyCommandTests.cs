using System.Runtime.Versioning;
using PeaceTracker.Services.Data;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Data;

namespace PeaceTracker.Tests.Changes;

/// <summary>What <c>verify</c> needs of the folder: to read it, and nobody who writes to it meanwhile.</summary>
public class VerifyCommandTests(ChainedStore chained) : IClassFixture<ChainedStore>
{
    // A copy on a disk that can't be written to, or the folder of another user.
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Verify_FolderThatCannotBeWrittenTo_IsChecked()
    {
        using var folder = chained.Copy();
        (int Code, string Output, string Errors) answer = default;

        await OrdinaryUser.WithReadOnlyAsync(folder.Path, () => answer = ChainedStore.VerifyAsync(folder).GetAwaiter().GetResult());

        Assert.Equal((0, ""), (answer.Code, answer.Errors));
        Assert.Contains("8 changes checked, all fit.", answer.Output, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Verify_FolderThatCannotBeWrittenToWhileAServerRunsOnIt_IsRefused()
    {
        using var folder = chained.Copy();
        await using var running = TestStore.Provide(new StoreOptions { DataDirectory = folder.Path });
        await TestStore.StartAsync(running);
        StoreRefusal? refusal = null;

        await OrdinaryUser.WithReadOnlyAsync(
            folder.Path, () => refusal = Assert.Throws<StoreRefusal>(() => ChainedStore.VerifyAsync(folder).GetAwaiter().GetResult()));

        Assert.Contains("Another PeaceTracker is running", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Verify_FileThatCannotBeRead_IsRefusedWithASentence()
    {
        using var folder = chained.Copy();
        File.SetUnixFileMode(ChainedStore.FileIn(folder), UnixFileMode.UserRead);
        StoreRefusal? refusal = null;

        await OrdinaryUser.WithReadOnlyAsync(
            folder.Path, () => refusal = Assert.Throws<StoreRefusal>(() => ChainedStore.VerifyAsync(folder).GetAwaiter().GetResult()));

        Assert.Contains("give this user the right to read it", refusal!.Message, StringComparison.Ordinal);
    }
}
