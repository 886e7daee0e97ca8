using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Agreement;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Benchmarks;

/// <summary>What figures cost, from a record in memory.</summary>
[MemoryDiagnoser]
public class Arithmetic
{
    private static readonly DateOnly Day = new(2025, 6, 1);
    private NegotiationRecord _record = null!;
    private Board _board = null!;
    private int _day;

    /// <summary>How many issues the board has; twenty status events each.</summary>
    [Params(10, 200, 10_000)]
    public int Issues { get; set; }

    /// <summary>Makes the record.</summary>
    [GlobalSetup]
    public void Make()
    {
        _record = BigRecord.Make(Issues);
        _board = new Board(_record, 1);
        _board.AsOf(Day);
    }

    /// <summary>A board of a record, and its first date.</summary>
    [Benchmark]
    public int FirstDate() => new Board(_record, 1).AsOf(Day).Issues.Count;

    /// <summary>A date that was not asked for before, of a board that is there.</summary>
    [Benchmark]
    public int OtherDate() => _board.AsOf(Day.AddDays(-(_day++ % 800))).Issues.Count;

    /// <summary>The shares of a date.</summary>
    [Benchmark]
    public Share Shares() => ScopeShares.Over(_board.AsOf(Day).Issues.Where(i => i.Applies)).Agreed;

    /// <summary>The shares over time.</summary>
    [Benchmark]
    public int History() => ShareHistory.Of(_board.AsOf(Day)).Periods.Count;

    /// <summary>All that the summary shows.</summary>
    [Benchmark]
    public int Summary() => SummaryView.Of(_board.AsOf(Day.AddDays(-(_day++ % 800)))).Remaining.Count;

    /// <summary>The rules of a whole record.</summary>
    [Benchmark]
    public int Rules() => NegotiationRules.Check(_record).Count;
}

/// <summary>What reading a board from the store or a file costs.</summary>
[MemoryDiagnoser]
public class Reading
{
    private readonly string _folder = Directory.CreateTempSubdirectory("peacetracker-bench-").FullName;
    private byte[] _file = [];

    /// <summary>How many issues the board has; twenty status events each.</summary>
    [Params(10, 200, 10_000)]
    public int Issues { get; set; }

    /// <summary>Makes a store and a file.</summary>
    [GlobalSetup]
    public async Task MakeAsync()
    {
        var record = BigRecord.Make(Issues);
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = _folder });
        await TestStore.StartAsync(services, record);
        using var file = new MemoryStream();
        await NegotiationFileWriter.WriteAsync(record, file, CancellationToken.None);
        _file = file.ToArray();
    }

    /// <summary>Takes the store away.</summary>
    [GlobalCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    /// <summary>A board from the store.</summary>
    [Benchmark]
    public async Task<int> LoadAsync()
    {
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = _folder });
        var board = await services.GetRequiredService<BoardReader>().FindAsync(BigRecord.Slug, CancellationToken.None);
        return board!.Issues.Count;
    }

    /// <summary>A record from its file.</summary>
    [Benchmark]
    public async Task<object> ReadFileAsync()
    {
        using var file = new MemoryStream(_file);
        return await new NegotiationFileReader { MaxBytes = int.MaxValue }.ReadAsync(file, CancellationToken.None);
    }
}
