using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>
/// The command <c>import TABLE --into BOARD</c>: all status events of a board of some size, into that board without them, against a table of one row.
/// </summary>
internal static class ImportedTable
{
    private static readonly ExportColumn<StatusEvent>[] Columns =
    [
        new("date", ColumnType.Day, "", e => e.OccurredOn),
        new("issue_key", ColumnType.Text, "", e => e.IssueKey),
        new("dyad", ColumnType.Text, "", e => e.DyadKey),
        new("level", ColumnType.Text, "", e => ScaleWord.Of(e.Level)),
        new("basis", ColumnType.Text, "", e => ScaleWord.Of(e.Basis)),
        new("rationale", ColumnType.Text, "", e => e.Rationale),
        new("source_keys", ColumnType.Text, "", e => RowTexts.SourceKeys(e.Citations)),
        new("place", ColumnType.Text, "", e => RowTexts.Joined(e.Citations.Select(c => c.Locator).Distinct())),
    ];

    /// <summary>Of a dry run of CSV, one of a workbook, and an import: processor time a row, and growth of the process at its largest.</summary>
    public static async Task<string> MeasureAsync(string program, BoardSize size)
    {
        var folder = Directory.CreateTempSubdirectory("peacetracker-table-").FullName;
        try
        {
            var record = BigRecord.Make(size.Issues);
            var events = record.StatusEvents.Where(e => e.Kind == EntryKind.Change).ToList();
            var data = Path.Combine(folder, "data");
            var editor = await StoreAsync(data, record with { StatusEvents = [] });
            await WriteAsync(Path.Combine(folder, "one.csv"), ExportWriter.CsvAsync, events[..1]);
            await WriteAsync(Path.Combine(folder, "all.csv"), ExportWriter.CsvAsync, events);
            await WriteAsync(Path.Combine(folder, "all.xlsx"), Workbook.WriteAsync, events);
            var least = await RunAsync("one.csv", "--dry-run");
            List<string> said =
            [
                Told("dry run of CSV", await RunAsync("all.csv", "--dry-run")),
                Told("of XLSX", await RunAsync("all.xlsx", "--dry-run")),
                Told("import", await RunAsync("all.csv", "--by", editor.Email)),
            ];
            return string.Join("; ", said);

            Task<(TimeSpan Processor, long Memory)> RunAsync(string table, params string[] how) => MeasuredCommand.RunAsync(
                program, data, ["import", Path.Combine(folder, table), "--into", BigRecord.Slug, .. how]);

            string Told(string what, (TimeSpan Processor, long Memory) run) => string.Create(
                CultureInfo.InvariantCulture,
                $"{what} {(run.Processor - least.Processor).TotalMicroseconds / events.Count:0} µs, {(run.Memory - least.Memory) / 1048576.0:0} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TestPerson> StoreAsync(string data, Domain.Negotiations.NegotiationRecord record)
    {
        await using (var services = TestStore.Provide(new StoreOptions { DataDirectory = data }))
        {
            await TestStore.StartAsync(services, ThreeStatusEvents.EmptyBoard());
        }

        await using (var services = TestStore.Provide(new StoreOptions { DataDirectory = data }))
        {
            await TestStore.StartAsync(services);
            await services.GetRequiredService<NegotiationImporter>().ImportAsync(record, "bench", CancellationToken.None);
        }

        var editor = await TestPeople.AddAsync(data, AccountRole.Editor);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return editor;
    }

    private static async Task WriteAsync(
        string path, Func<ExportTable, Stream, CancellationToken, Task> write, IReadOnlyList<StatusEvent> events)
    {
        await using var stream = File.Create(path);
        await write(ExportTable.Of("Status events", [], Columns, events), stream, CancellationToken.None);
    }
}
