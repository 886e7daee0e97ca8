using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Data;

namespace PeaceTracker.Tests.Changes;

/// <summary>Whatever is altered in a store past the program, the check names the change that it belongs to.</summary>
public class ChainCheckTests(ChainedStore chained) : IClassFixture<ChainedStore>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_NothingAltered_SaysHowManyAndTheHead()
    {
        using var folder = chained.Copy();
        var head = TestStore.Scalar(ChainedStore.FileIn(folder), "SELECT Hash FROM Changes WHERE Number = 8");

        var (code, output, errors) = await ChainedStore.VerifyAsync(folder);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("8 changes checked, all fit. They are chained from the first on.", output, StringComparison.Ordinal);
        Assert.Matches($@"Head: change 8 of [0-9: -]+ UTC, {head}\s*$", output);
    }

    // Numbers such as 80 come back from the store as 80.0; they are hashed in one form.
    [Fact]
    public async Task Verify_BothShippedBoards_Fit()
    {
        using var folder = SeededStore.Copy();

        var (code, output, errors) = await ChainedStore.VerifyAsync(folder);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("2 changes checked, all fit.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AnyStore_LeavesEveryFileAsItIs()
    {
        using var folder = chained.Copy();
        var before = FolderState.Of(folder.Path);

        await ChainedStore.VerifyAsync(folder);

        Assert.Equal(before, FolderState.Of(folder.Path));
    }

    // A row that was never edited came with the negotiation: with the change that brought it.
    [Theory]
    [InlineData(4, "UPDATE Issues SET Title = 'X' WHERE Ordinal = 0 AND NegotiationId = 1")]
    [InlineData(5, "UPDATE Issues SET Salience = 5 WHERE Ordinal = 1")]
    [InlineData(1, "UPDATE Issues SET Title = 'X' WHERE Ordinal = 2")]
    [InlineData(1, "UPDATE Sources SET Headline = 'X' WHERE Ordinal = 0")]
    [InlineData(6, "UPDATE Negotiations SET Title = 'X' WHERE Id = 1")]
    [InlineData(7, "UPDATE Negotiations SET Title = 'X' WHERE Id = 2")]
    [InlineData(3, "DELETE FROM StatusEvents WHERE OccurredOn = '2026-01-09'")]
    [InlineData(1, "DELETE FROM StatusEvents WHERE Ordinal = 0")]
    [InlineData(3, "UPDATE StatusEvents SET Level = 'Concluded' WHERE OccurredOn = '2026-01-09'")]
    [InlineData(7, "CREATE TEMP TABLE Slip AS SELECT * FROM Parties WHERE Ordinal = 1; UPDATE Slip SET NegotiationId = 2; "
        + "INSERT INTO Parties SELECT * FROM Slip")]
    public Task Verify_RowAlteredInItsTable_NamesTheChangeThatLeftIt(int number, string sql) => AssertNamedAsync(number, sql);

    [Theory]
    [InlineData(2, "UPDATE RowChanges SET After = replace(After, 'First words', 'X') WHERE ChangeNumber = 2")]
    [InlineData(2, "UPDATE RowChanges SET Before = replace(Before, '\"title\": \"', '\"title\": \"X') WHERE ChangeNumber = 2")]
    [InlineData(4, "UPDATE RowChanges SET Before = replace(Before, 'First words', 'X') WHERE ChangeNumber = 4")]
    [InlineData(5, "UPDATE RowChanges SET Key = 'x' WHERE ChangeNumber = 5")]
    [InlineData(5, "UPDATE RowChanges SET Section = 'parties' WHERE ChangeNumber = 5")]
    [InlineData(5, "UPDATE RowChanges SET NegotiationId = 2 WHERE ChangeNumber = 5")]
    [InlineData(6, "DELETE FROM RowChanges WHERE ChangeNumber = 6")]
    [InlineData(4, "UPDATE RowChanges SET ChangeNumber = 4, Position = 2 WHERE ChangeNumber = 5")]
    public Task Verify_RowChangeAltered_NamesItsChange(int number, string sql) => AssertNamedAsync(number, sql);

    [Theory]
    [InlineData(1, "UPDATE Changes SET Summary = 'X' WHERE Number = 1")]
    [InlineData(3, "UPDATE Changes SET Summary = 'X' WHERE Number = 3")]
    [InlineData(8, "UPDATE Changes SET RecordedBy = 'Eve' WHERE Number = 8")]
    [InlineData(4, "UPDATE Changes SET AccountId = 'Eve' WHERE Number = 4")]
    [InlineData(8, "UPDATE Changes SET AccountId = NULL WHERE Number = 8")]
    [InlineData(4, "UPDATE Changes SET RecordedAt = '2020-01-01 00:00:00' WHERE Number = 4")]
    [InlineData(4, "UPDATE Changes SET What = 'party-edited' WHERE Number = 4")]
    [InlineData(5, "UPDATE Changes SET Hash = replace(Hash, '0', '1') || 'a' WHERE Number = 5")]
    [InlineData(6, "UPDATE Changes SET Hash = NULL WHERE Number = 6")]
    [InlineData(8, "UPDATE Negotiations SET ChangeNumber = 6 WHERE Id = 1")]
    public Task Verify_ChangeAltered_NamesIt(int number, string sql) => AssertNamedAsync(number, sql);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(ChainedStore.Changes)]
    public async Task Verify_ChangeRemoved_NamesIt(int number)
    {
        await AssertNamedAsync(number, $"DELETE FROM RowChanges WHERE ChangeNumber = {number}; DELETE FROM Changes WHERE Number = {number}");
    }

    // Numbered anew, so that no gap shows: what comes after does not fit to what is before it now.
    [Fact]
    public async Task Verify_ChangeRemovedAndTheRestNumberedAnew_NamesTheOneInItsPlace()
    {
        await AssertNamedAsync(5, "DELETE FROM RowChanges WHERE ChangeNumber = 5; DELETE FROM Changes WHERE Number = 5; "
            + "UPDATE Changes SET Number = Number - 1 WHERE Number > 5; "
            + "UPDATE RowChanges SET ChangeNumber = ChangeNumber - 1 WHERE ChangeNumber > 5; "
            + "UPDATE Negotiations SET ChangeNumber = ChangeNumber - 1");
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(2, 5)]
    public async Task Verify_TwoChangesSwapped_NamesTheFirst(int one, int other)
    {
        await AssertNamedAsync(one, string.Join(' ', new[] { (one, 99), (other, one), (99, other) }.Select(move =>
            $"UPDATE Changes SET Number = {move.Item2} WHERE Number = {move.Item1}; "
            + $"UPDATE RowChanges SET ChangeNumber = {move.Item2} WHERE ChangeNumber = {move.Item1};")));
    }

    // As in a store whose first changes were made by a version that chained none.
    [Fact]
    public async Task Verify_ChangesFromBeforeTheChain_SaysFromWhereItIsChained()
    {
        using var folder = chained.Copy();
        ChainedStore.Tamper(folder, "UPDATE Changes SET Hash = NULL");
        var none = await ChainedStore.VerifyAsync(folder);
        await ChainedStore.EditAsync(folder);

        var some = await ChainedStore.VerifyAsync(folder);

        Assert.Equal((0, ""), (none.Code, none.Errors));
        Assert.Contains("8 changes checked, all fit. None has a hash", none.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (some.Code, some.Errors));
        Assert.Contains("9 changes checked, all fit. They are chained from change 9 on", some.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_HundredRandomChanges_AllFit()
    {
        var seed = Random.Shared.Next();
        var commands = new RandomCommands(new Random(seed));
        var example = (await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, "example.json"), Cancellation)).Record!;
        await using var store = await TestStore.StartInFileAsync(example);
        var manager = await store.AddAccountAsync(AccountRole.Manager, "Ada");
        for (var i = 0; i < 100; i++)
        {
            var now = (await store.Boards.FindAsync(example.Negotiation.Slug, Cancellation))!.Record;
            await store.Services.GetRequiredService<BoardEditor>().RunAsync(commands.Next(now), manager, Cancellation);
        }

        await store.Services.DisposeAsync();
        using var folder = new TemporaryFolder();
        File.Copy(store.DatabaseFile, ChainedStore.FileIn(folder));
        var (code, output, errors) = await ChainedStore.VerifyAsync(folder);

        Assert.True(code == 0, $"{errors} Seed {seed}");
        Assert.Matches(@"^\d{2,3} changes checked, all fit\.", output);
    }

    [Fact]
    public async Task Verify_NoStore_RefusesAndMakesNothing()
    {
        using var folder = new TemporaryFolder();

        var refusal = await Assert.ThrowsAsync<StoreRefusal>(() => ChainedStore.VerifyAsync(folder));

        Assert.Contains("There is no store", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Verify_StoreOfAnOlderVersion_RefusesAndBringsNothingUpToDate()
    {
        using var folder = chained.Copy();
        TestStore.Execute(
            ChainedStore.FileIn(folder),
            "DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT max(MigrationId) FROM __EFMigrationsHistory)");
        var before = FolderState.Of(folder.Path);

        var refusal = await Assert.ThrowsAsync<StoreRefusal>(() => ChainedStore.VerifyAsync(folder));

        Assert.Contains("older version", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, FolderState.Of(folder.Path));
    }

    private async Task AssertNamedAsync(int number, string sql)
    {
        using var folder = chained.Copy();
        ChainedStore.Tamper(folder, sql);

        var (code, _, errors) = await ChainedStore.VerifyAsync(folder);

        Assert.StartsWith($"Change {number} does not fit: ", errors, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }
}
