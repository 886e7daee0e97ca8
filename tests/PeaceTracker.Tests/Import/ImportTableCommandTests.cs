using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Import;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Negotiations;

namespace PeaceTracker.Tests.Import;

/// <summary>A table at the command line: what is said, what is written, and the exit code.</summary>
public sealed class ImportTableCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder files = new();
    private StoreOptions options = null!;
    private string email = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var store = await TestStore.StartInFileAsync(ValidRecord.Make());
        var id = await store.AddAccountAsync(AccountRole.Editor, "Ada");
        await using (var context = store.NewContext())
        {
            email = context.Accounts.Single(account => account.Id == id).Email!;
        }

        // The command needs the data folder to itself.
        options = new StoreOptions { DataDirectory = Path.Combine(files.Path, "data") };
        Directory.CreateDirectory(options.DataDirectory);
        await store.ExecuteAsync($"VACUUM INTO '{Path.Combine(options.DataDirectory, "peacetracker.db")}'");
        await store.DisposeAsync();
    }

    public ValueTask DisposeAsync()
    {
        files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Import_DryRun_SaysWhatWouldComeAndWritesTheMapping()
    {
        var table = Write("points.csv", "Title;Title;Category;Weight;\nPorts;Harbours;Sea;3;\nCables;Wires;Sea;9;x\n");
        var map = Path.Combine(files.Path, "map.json");

        var (code, output, errors) = await RunAsync(new(table, "talks", null, null, map, DryRun: true));

        Assert.Equal(1, code);
        Assert.Contains("Issues: 1 new, 0 changed, 0 left as they are, 0 there already, 1 refused.", output, StringComparison.Ordinal);
        Assert.Contains("Not read: “Title (2)”, “Column E”.", output, StringComparison.Ordinal);
        Assert.Contains("row 3, Weight: “9” is not a weight.", errors, StringComparison.Ordinal);
        Assert.Equal("Weight", ImportMapping.Read(await File.ReadAllTextAsync(map, Token))!.Columns["salience"]);
        Assert.Equal(4, await IssuesAsync());
    }

    [Fact]
    public async Task Import_WithAMapping_ReadsByItAndRecordsForTheAccount()
    {
        var table = Write("points.csv", "A;B;C\nPorts;Sea;3\n");
        var map = Write("map.json", """{ "kind": "issues", "columns": { "issue": "A", "category": "B", "salience": "C" } }""");

        var (code, output, errors) = await RunAsync(new(table, "talks", email, null, map, DryRun: false));

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("Imported as change", output, StringComparison.Ordinal);
        Assert.Equal(5, await IssuesAsync());
    }

    // Of 2,100 rows that are refused 2,000 are told why, and of these the first fifty are listed.
    [Fact]
    public async Task Import_ThousandsOfRefusedRows_CountsThoseThatAreNotToldWhy()
    {
        var table = Write("points.csv", "Title;Category;Weight\n" + string.Concat(Enumerable.Range(0, 2100).Select(i => $"Point {i};Sea;heavy\n")));

        var (_, _, errors) = await RunAsync(new(table, "talks", null, "issues", null, DryRun: true));

        Assert.EndsWith(
            $"and 1950 more{Environment.NewLine}  100 more rows can’t be imported either. Correct the rows that have a reason, then check the "
                + $"table again.{Environment.NewLine}",
            errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talks", null, "Say with --by EMAIL who records it")]
    [InlineData("other", null, "There is no negotiation \"other\"")]
    [InlineData("talks", "cars", "There is no kind \"cars\"")]
    public async Task Import_WhatCantBe_IsSaidAndNothingIsWritten(string slug, string? kind, string said)
    {
        var (code, _, errors) = await RunAsync(new(
            Write("points.csv", "Title;Category;Weight\nPorts;Sea;3\n"), slug, kind is null ? null : email, kind, null, DryRun: false));

        Assert.Equal(1, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.Equal(4, await IssuesAsync());
    }

    [Fact]
    public async Task Import_NoSuchFile_IsSaid()
    {
        var (code, _, errors) = await RunAsync(new(Path.Combine(files.Path, "none.csv"), "talks", null, null, null, DryRun: true));

        Assert.Equal(1, code);
        Assert.Contains("can’t be read", errors, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(files.Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(TableToImport asked)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        await using var services = TestStore.Provide(options);
        var code = await services.GetRequiredService<ImportTableCommand>().RunAsync(asked, output, errors, Token);
        return (code, output.ToString(), errors.ToString());
    }

    private Task<long> IssuesAsync() =>
        Task.FromResult((long)TestStore.Scalar(Path.Combine(options.DataDirectory, "peacetracker.db"), "SELECT COUNT(*) FROM \"Issues\"")!);
}
