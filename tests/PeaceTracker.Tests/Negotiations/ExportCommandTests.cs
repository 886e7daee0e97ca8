using Microsoft.Extensions.DependencyInjection;
using System.Runtime.Versioning;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Changes;
using PeaceTracker.Tests.Data;
using PeaceTracker.Tests.Negotiations.Files;

namespace PeaceTracker.Tests.Negotiations;

/// <summary><c>export</c>: what it writes and says, from the chained store, and that it leaves all else as it is.</summary>
public sealed class ExportCommandTests(ChainedStore chained) : IClassFixture<ChainedStore>, IDisposable
{
    private readonly TemporaryFolder _files = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File1 => Path.Combine(_files.Path, "first.json");

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Export_WithoutHistory_WritesTheRecordAlone()
    {
        using var store = chained.Copy();

        var (code, output, _) = await FileCommands.RunExportAsync(store.Path, RecordBuilder.Slug, File1, withHistory: false);
        var again = await FileCommands.RunImportAsync(store.Path, File1);

        Assert.Equal(0, code);
        Assert.Contains("as it stands, without its history", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"history\"", await File.ReadAllTextAsync(File1, Cancellation), StringComparison.Ordinal);
        Assert.Equal(1, again.Code);
        Assert.Contains("There is a negotiation \"talks\" in this store already", again.Errors, StringComparison.Ordinal);
    }

    // Change 5 edited the second issue, 8 the first party: at 4 neither had been (see ChainedStore). What is read from the file is the store as it
    // was then, so that it gives the same file again, and the history ends with 4.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Export_AtAChange_IsTheNegotiationAsItWasThen(bool withHistory)
    {
        using var store = chained.Copy();
        using var empty = new TemporaryFolder();
        var now = Path.Combine(_files.Path, "now.json");
        var again = Path.Combine(_files.Path, "again.json");

        Assert.Equal(0, (await FileCommands.RunExportAsync(store.Path, RecordBuilder.Slug, now, withHistory)).Code);
        var (code, output, errors) = await FileCommands.RunExportAsync(store.Path, RecordBuilder.Slug, File1, withHistory, change: 4);
        await FileCommands.ImportAsync(empty.Path, File1);
        await FileCommands.RunExportAsync(empty.Path, RecordBuilder.Slug, again, withHistory);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(withHistory ? "the last is 4" : "as it stood at change 4, without its history", output, StringComparison.Ordinal);
        Assert.NotEqual(await File.ReadAllTextAsync(now, Cancellation), await File.ReadAllTextAsync(File1, Cancellation));
        Assert.Equal(await File.ReadAllTextAsync(File1, Cancellation), await File.ReadAllTextAsync(again, Cancellation));
    }

    [Fact]
    public async Task Export_AtTheNewestChange_IsTheFileWithoutTheChange()
    {
        using var store = chained.Copy();
        var now = Path.Combine(_files.Path, "now.json");

        await FileCommands.RunExportAsync(store.Path, RecordBuilder.Slug, now);
        await FileCommands.RunExportAsync(store.Path, RecordBuilder.Slug, File1, change: ChainedStore.Changes);

        Assert.Equal(await File.ReadAllTextAsync(now, Cancellation), await File.ReadAllTextAsync(File1, Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public async Task Export_AtAChangeThatIsNotThere_SaysWhichAre(long change)
    {
        using var store = chained.Copy();

        var (code, _, errors) = await FileCommands.RunExportAsync(store.Path, RecordBuilder.Slug, File1, change: change);

        Assert.Equal(1, code);
        Assert.Contains($"nothing of talks at change {change}: its record begins with change 1, and the newest change of this store is 8", errors,
            StringComparison.Ordinal);
        Assert.False(File.Exists(File1));
    }

    [Theory]
    [InlineData("talk", "new.json", "There is no negotiation \"talk\" in this store. There is another, talks.")]
    [InlineData("talks", "there.json", "already exists: give another name")]
    [InlineData("talks", "folder", "is a folder: give the name of a file in it")]
    [InlineData("talks", "nowhere/new.json", "create it first")]
    public async Task Export_CannotBeDone_SaysWhyAndWritesNothing(string slug, string name, string words)
    {
        using var store = chained.Copy();
        await File.WriteAllTextAsync(Path.Combine(_files.Path, "there.json"), "mine", Cancellation);
        Directory.CreateDirectory(Path.Combine(_files.Path, "folder"));
        var (files, data) = (FolderState.Of(_files.Path), FolderState.Of(store.Path));

        var (code, output, errors) = await FileCommands.RunExportAsync(store.Path, slug, Path.Combine(_files.Path, name));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(words, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(files, FolderState.Of(_files.Path));
        Assert.Equal(data, FolderState.Of(store.Path));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Export_FolderThatCannotBeWrittenTo_SaysSo()
    {
        using var store = chained.Copy();
        (int Code, string Output, string Errors) answer = (0, "", "");

        await OrdinaryUser.WithReadOnlyAsync(store.Path, () => answer = FileCommands
            .RunExportAsync(store.Path, RecordBuilder.Slug, Path.Combine(store.Path, "new.json")).GetAwaiter().GetResult());

        Assert.Equal((1, ""), (answer.Code, answer.Output));
        Assert.Contains("can’t be written", Assert.Single(answer.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(store.Path));
    }

    [Fact]
    public async Task Export_StoreThatWasAltered_WritesNothingAndNamesTheChange()
    {
        using var store = chained.Copy();
        ChainedStore.Tamper(store, "UPDATE Changes SET AccountId = 'Eve' WHERE Number = 5");

        var (code, _, errors) = await FileCommands.RunExportAsync(store.Path, RecordBuilder.Slug, File1);

        Assert.Equal(1, code);
        Assert.Contains("could not be read again. It may be without its history", errors, StringComparison.Ordinal);
        Assert.Contains("Change 5 does not fit", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(File1));
    }

    [Fact]
    public async Task Export_FileLargerThanIsRead_WritesNothingAndSaysSo()
    {
        using var store = chained.Copy();
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = store.Path });
        using var errors = new StringWriter();

        var code = await new ExportCommand(services.GetRequiredService<StoreDatabase>(), TimeProvider.System) { MaxBytes = 1000 }
            .RunAsync(RecordBuilder.Slug, File1, true, null, TextWriter.Null, errors, Cancellation);

        Assert.Equal(1, code);
        Assert.Contains("larger than 1,000 bytes", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("add --without-history", errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(File1));
    }
}
