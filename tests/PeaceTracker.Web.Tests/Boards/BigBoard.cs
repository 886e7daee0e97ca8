using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Boards;

/// <summary>A host with a board of ten issues and one of ten thousand, and what it took to put the large one in and to read it.</summary>
public sealed class BigBoard : TrackerHost, IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public BigBoard() => Seed = OddBoards.Write(new RecordBuilder().Issues(10, Domain.Issues.Level.Disputed).Build(), folder.Path);

    /// <summary>Counts what the pages ask the store.</summary>
    public QueryCounter Queries { get; } = new();

    /// <summary>What was measured, a line each; printed by a test, asserted by none.</summary>
    public List<string> Measured { get; } = [];

    public async ValueTask InitializeAsync()
    {
        var record = BigRecord.Make();
        await MeasureAsync("import", () => Services.GetRequiredService<NegotiationImporter>().ImportAsync(record, "test", CancellationToken.None));
        await MeasureAsync("raw read of the same rows", RawReadAsync);
        await MeasureAsync("raw read again", RawReadAsync);
        await MeasureAsync(
            "load of the board, first", () => Services.GetRequiredService<BoardReader>().FindAsync(BigRecord.Slug, CancellationToken.None));
        await MeasureAsync(
            "load of the board, again",
            () => ActivatorUtilities.CreateInstance<BoardReader>(Services).FindAsync(BigRecord.Slug, CancellationToken.None));
        var board = (await Services.GetRequiredService<BoardReader>().FindAsync(BigRecord.Slug, CancellationToken.None))!;
        await MeasureAsync("board today, first", () => Task.FromResult(board.AsOf(new DateOnly(2026, 1, 1))));
        await MeasureAsync("board of another day", () => Task.FromResult(board.AsOf(new DateOnly(2024, 1, 1))));
        await MeasureAsync("summary, first", () => DocumentAsync($"/negotiations/{BigRecord.Slug}"));
        await MeasureAsync("summary, warm, not kept", () => DocumentAsync($"/negotiations/{BigRecord.Slug}?warm=1"));
        await MeasureAsync("summary of ten issues, warm, not kept", () => DocumentAsync("/negotiations/talks?warm=1"));
        await MeasureAsync("summary of ten issues, warm, not kept", () => DocumentAsync("/negotiations/talks?warm=2"));
        foreach (var page in new[] { "", "/changes", "/sources", "/matrix", "/issues" })
        {
            await MeasureAsync($"past{page}, first", () => DocumentAsync($"/negotiations/{BigRecord.Slug}{page}?asOf=2024-01-01&warm=1"));
            await MeasureAsync($"past{page}, warm, not kept", () => DocumentAsync($"/negotiations/{BigRecord.Slug}{page}?asOf=2024-01-01&warm=2"));
            await MeasureAsync($"of ten issues{page}, warm, not kept", () => DocumentAsync($"/negotiations/talks{page}?warm=3"));
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(Queries.ListenTo);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            folder.Dispose();
        }
    }

    private async Task MeasureAsync<T>(string what, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        Measured.Add(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalMilliseconds,8:0} ms  {what}"));
    }

    // Every column of every row of the tables that hold nearly all of the board.
    private async Task<int> RawReadAsync()
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(Services.GetRequiredService<StoreOptions>().DataDirectory, "peacetracker.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var rows = 0;
        foreach (var table in new[] { "StatusEvents", "Positions", "Issues", "Sources" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY NegotiationId, Ordinal";
            await using var reader = await command.ExecuteReaderAsync();
            var values = new object[reader.FieldCount];
            while (reader.Read())
            {
                reader.GetValues(values);
                rows++;
            }
        }

        return rows;
    }
}
