using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Changes;
using PeaceTracker.Tests.Negotiations.Files;

namespace PeaceTracker.Tests.Negotiations;

/// <summary>
/// <c>import</c>: what it takes, says and leaves. The chained store has the changes 1 to 6 and 8 of the negotiation “talks”,
/// and 7 of another.
/// </summary>
public sealed class ImportCommandTests(ChainedStore chained) : IClassFixture<ChainedStore>, IDisposable
{
    private readonly TemporaryFolder _empty = new(), _files = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File1 => Path.Combine(_files.Path, "first.json");

    public void Dispose()
    {
        _empty.Dispose();
        _files.Dispose();
    }

    // Its numbers are cited, so they stay, and 7 is missing; that the chain bears.
    [Fact]
    public async Task Import_HistoryWithAGapIntoAnEmptyStore_KeepsNumbersAndChain()
    {
        using var store = chained.Copy();
        await FileCommands.ExportAsync(store.Path, RecordBuilder.Slug, File1);

        var (code, output, errors) = await FileCommands.RunImportAsync(_empty.Path, File1);
        var checkedNow = await ChainedStore.VerifyAsync(_empty);
        var second = Path.Combine(_files.Path, "second.json");
        await FileCommands.ExportAsync(_empty.Path, RecordBuilder.Slug, second);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("7 changes, numbers 1 to 8; all fit to their hashes. Change 9 records the import.", output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (checkedNow.Code, checkedNow.Errors));
        Assert.Contains("8 changes checked, all fit. They are chained from the first on. 1 number has no change: a history was brought",
            checkedNow.Output, StringComparison.Ordinal);
        Assert.Equal(Hash(store, 8), Hash(_empty, 8));
        Assert.Equal(await File.ReadAllBytesAsync(File1, Cancellation), await File.ReadAllBytesAsync(second, Cancellation));
    }

    [Fact]
    public async Task Import_HistoryAndThenAnEdit_IsChainedOnAndExportedOn()
    {
        using var store = chained.Copy();
        await FileCommands.ExportAsync(store.Path, RecordBuilder.Slug, File1);
        await FileCommands.ImportAsync(_empty.Path, File1);
        await ChainedStore.EditAsync(_empty);
        var second = Path.Combine(_files.Path, "second.json");
        await FileCommands.ExportAsync(_empty.Path, RecordBuilder.Slug, second);
        using var third = new TemporaryFolder();
        await FileCommands.ImportAsync(third.Path, second);

        var (code, output, errors) = await ChainedStore.VerifyAsync(third);

        // 1 to 6, 8, the edit 10, and 11, which says that they were brought; 7 and 9 were not of this negotiation.
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("9 changes checked, all fit. They are chained from the first on. 2 numbers have no change", output, StringComparison.Ordinal);
        Assert.Contains("Head: change 11 ", output, StringComparison.Ordinal);
    }

    // What made a gap legitimate once is no cover for another.
    [Theory]
    [InlineData(5, "DELETE FROM RowChanges WHERE ChangeNumber = 4; DELETE FROM Changes WHERE Number = 4")]
    [InlineData(9, "DELETE FROM RowChanges WHERE ChangeNumber = 4; UPDATE Changes SET PreviousHash = "
        + "(SELECT Hash FROM Changes WHERE Number = 4) WHERE Number = 5; DELETE FROM Changes WHERE Number = 4")]
    [InlineData(9, "UPDATE Changes SET Summary = replace(Summary, '7 changes', '6 changes') WHERE Number = 9")]
    [InlineData(7, "DELETE FROM Changes WHERE Number = 9")]
    public async Task Verify_HistoryThatWasBroughtAndThenAltered_NamesTheChange(int number, string sql)
    {
        using var store = chained.Copy();
        await FileCommands.ExportAsync(store.Path, RecordBuilder.Slug, File1);
        await FileCommands.ImportAsync(_empty.Path, File1);
        await ChainedStore.EditAsync(_empty);
        ChainedStore.Tamper(_empty, sql);

        var (code, _, errors) = await ChainedStore.VerifyAsync(_empty);

        Assert.Equal(1, code);
        Assert.StartsWith($"Change {number} does not fit: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_HistoryIntoAStoreWithChanges_TakesNothingAndSaysWhy()
    {
        using var store = chained.Copy();
        using var other = SeededStore.Copy();
        await FileCommands.ExportAsync(store.Path, RecordBuilder.Slug, File1);

        var (code, output, errors) = await FileCommands.RunImportAsync(other.Path, File1);
        var alone = await FileCommands.RunImportAsync(other.Path, File1, withHistory: false);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("Nothing was imported: this store already has changes, up to 2, and the file’s history has 7 changes, numbers 1 " +
            "to 8.", errors,
            StringComparison.Ordinal);
        Assert.Contains("--without-history", Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal((0, ""), (alone.Code, alone.Errors));
        Assert.Contains("as change 3. Its history was left out.", alone.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ChainedStore.VerifyAsync(other)).Code);
    }

    [Theory]
    [InlineData("nothing.json", null, "There is no file")]
    [InlineData(".", null, "is a folder")]
    [InlineData("page.json", "<html>", "This is not JSON")]
    [InlineData("half.json", "{ \"formatVersion\": 1 }", "negotiation: The property is missing")]
    public async Task Import_FileThatIsNone_SaysWhyAndMakesNoStore(string name, string? text, string words)
    {
        var path = Path.Combine(_files.Path, name);
        if (text is not null)
        {
            await File.WriteAllTextAsync(path, text, Cancellation);
        }

        var (code, output, errors) = await FileCommands.RunImportAsync(_empty.Path, path);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_empty.Path));
    }

    [Fact]
    public async Task Import_HistoryThatWasAltered_NamesTheChangeAndMakesNoStore()
    {
        using var store = chained.Copy();
        await FileCommands.ExportAsync(store.Path, RecordBuilder.Slug, File1);
        var text = await File.ReadAllTextAsync(File1, Cancellation);
        await File.WriteAllTextAsync(File1, text.Replace("First words", "Other words of mine", StringComparison.Ordinal), Cancellation);

        var (code, _, errors) = await FileCommands.RunImportAsync(_empty.Path, File1);

        Assert.Equal(1, code);
        Assert.Matches(@"line \d+, history\[1\]: Change 2 does not fit: ", errors);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_empty.Path));
    }

    // PeaceTracker:Seed may name such a file.
    [Fact]
    public async Task Start_SeedWithAHistory_HasItsChanges()
    {
        using var store = chained.Copy();
        await FileCommands.ExportAsync(store.Path, RecordBuilder.Slug, File1);
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = _empty.Path, Seed = File1 });

        await services.StartStoreAsync(null, Cancellation);

        var past = await services.GetRequiredService<BoardReader>().FindAsync(RecordBuilder.Slug, 2, Cancellation);
        Assert.Equal("First words", past!.Record.Issues[0].Title);
    }

    private static string? Hash(TemporaryFolder folder, int number) =>
        (string?)TestStore.Scalar(ChainedStore.FileIn(folder), $"SELECT Hash FROM Changes WHERE Number = {number}");
}
