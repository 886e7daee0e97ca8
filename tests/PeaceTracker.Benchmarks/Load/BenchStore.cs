using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>A size of board.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Issues">How many issues; twenty status events each.</param>
internal sealed record BoardSize(string Name, int Issues)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<BoardSize> All { get; } = [new("small", 10), new("middle", 200), new("large", 10_000)];
}

/// <summary>A data folder with one board of a size, the same each time, and two people who can sign in.</summary>
internal sealed class BenchStore : IDisposable
{
    private BenchStore(string folder) => Folder = folder;

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>A reader.</summary>
    public required TestPerson Reader { get; init; }

    /// <summary>An editor.</summary>
    public required TestPerson Editor { get; init; }

    /// <summary>Makes one, by the way that a file goes; where it may be used again, a copy of one that was made before by the same version.</summary>
    public static async Task<BenchStore> MakeAsync(BoardSize size, bool again)
    {
        var folder = Directory.CreateTempSubdirectory("peacetracker-bench-").FullName;
        var template = Path.Combine(
            Path.GetTempPath(), $"peacetracker-bench-{size.Name}-{typeof(StoreOptions).Assembly.GetName().Version}-{Environment.UserName}.db");
        if (again && File.Exists(template))
        {
            File.Copy(template, Path.Combine(folder, "peacetracker.db"));
            return new BenchStore(folder)
            {
                Reader = await TestPeople.AddAsync(folder, AccountRole.Viewer),
                Editor = await TestPeople.AddAsync(folder, AccountRole.Editor),
            };
        }

        await using (var empty = TestStore.Provide(new StoreOptions { DataDirectory = folder }))
        {
            await TestStore.StartAsync(empty, ThreeStatusEvents.EmptyBoard());
        }

        await using (var services = TestStore.Provide(new StoreOptions { DataDirectory = folder }))
        {
            await TestStore.StartAsync(services);
            await services.GetRequiredService<NegotiationImporter>().ImportAsync(BigRecord.Make(size.Issues), "bench", CancellationToken.None);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (again)
        {
            File.Copy(Path.Combine(folder, "peacetracker.db"), template);
        }

        return new BenchStore(folder)
        {
            Reader = await TestPeople.AddAsync(folder, AccountRole.Viewer),
            Editor = await TestPeople.AddAsync(folder, AccountRole.Editor),
        };
    }

    /// <summary>
    /// Processor time of loading the board and of reading the same rows as they lie, in ms, each the least of three.
    /// </summary>
    public async Task<(double Board, double Rows)> LoadingAsync()
    {
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = Folder });
        using var own = Process.GetCurrentProcess();
        var (board, rows) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < 3; i++)
        {
            rows = Math.Min(rows, await CostAsync(own, () => ReadAllAsync(services)));
            await using var fresh = TestStore.Provide(new StoreOptions { DataDirectory = Folder });
            board = Math.Min(board, await CostAsync(
                own, () => fresh.GetRequiredService<BoardReader>().FindAsync(BigRecord.Slug, CancellationToken.None)));
        }

        return (board, rows);
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task<double> CostAsync(Process own, Func<Task> work)
    {
        GC.Collect();
        own.Refresh();
        var before = own.TotalProcessorTime;
        await work();
        own.Refresh();
        return (own.TotalProcessorTime - before).TotalMilliseconds;
    }

    private static async Task ReadAllAsync(IServiceProvider services)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContextAsync();
        var tables = context.Model.GetEntityTypes()
            .Where(type => RecordSections.Lists.Any(list => list.RowType == type.ClrType)).Select(type => type.GetTableName()!).ToList();
        await context.Database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the names are the model's
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync())
            {
                reader.GetValues(values);
            }
        }
    }
}
