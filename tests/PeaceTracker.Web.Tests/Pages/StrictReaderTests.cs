using System.Diagnostics;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Testing;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pages;

/// <summary>
/// Every table of a board as a workbook opens in openpyxl, which is stricter than spreadsheet programs, without a warning, and says there what its
/// CSV file says: numbers as numbers, days as days, no formula.
/// </summary>
public sealed class StrictReaderTests(BothBoards host) : IDisposable
{
    // As the system has it: the package of openpyxl is for no other Python.
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import csv
        import datetime
        import re
        import sys
        import warnings

        import openpyxl

        warnings.simplefilter("error")


        def same(value, text):
            if isinstance(value, datetime.datetime):
                return value.isoformat() in (text.removesuffix("Z"), text + "T00:00:00")
            if isinstance(value, bool):
                return str(value).lower() == text
            if isinstance(value, (int, float)):
                return value == float(text)
            if isinstance(value, str) and re.fullmatch(r"\d{4}-(W\d\d|\d\d)", value):
                form = "%G-W%V-%u" if "W" in value else "%Y-%m-%d"
                return datetime.datetime.strptime(value + ("-1" if "W" in value else "-01"), form).date().isoformat() == text
            return (value or "") in (text, text.removeprefix("'"))


        for name in sys.argv[1:]:
            book = openpyxl.load_workbook(name + ".xlsx")
            for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
                assert cell.data_type not in "fe", (name, cell.coordinate, cell.value)
            with open(name + ".csv", encoding="utf-8-sig", newline="") as file:
                lines = list(csv.reader(file))
            rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
            assert len(rows) == len(lines), (name, len(rows), len(lines))
            for row, line in zip(rows, lines):
                assert len(row) == len(line), (name, row, line)
                for value, text in zip(row, line):
                    assert same(value, text), (name, value, text)
            print(len(rows) - 1)
        """;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Workbook_OfEveryTable_SaysInAStrictReaderWhatItsCsvFileSays()
    {
        Assert.SkipUnless(await RunAsync("-c", "import openpyxl") is (0, _), "There is no python3-openpyxl: install it, or run tests/run.sh.");
        _ = host.Client;
        var tables = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<BoardTable>()?.Name).OfType<string>().Distinct().ToList();
        Assert.Contains("issues", tables);
        Assert.Contains("comparison", tables);
        foreach (var (table, ending) in tables.SelectMany(table => new[] { (table, "xlsx"), (table, "csv") }))
        {
            var file = await host.Client.GetByteArrayAsync(
                new Uri($"/negotiations/{SeedFile.Example}/{table}.{ending}?asOf=2025-09-12&change=2", UriKind.Relative), Cancellation);
            await File.WriteAllBytesAsync(Path.Combine(_folder.Path, $"{table}.{ending}"), file, Cancellation);
        }

        var script = Path.Combine(_folder.Path, "read.py");
        await File.WriteAllTextAsync(script, Script, Cancellation);
        var (code, said) = await RunAsync([script, .. tables.Select(table => Path.Combine(_folder.Path, table))]);

        Assert.True(code == 0, said);
        var rows = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(tables.Count, rows.Length);
        Assert.DoesNotContain("0", rows); // the example has something in every table
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        if (!File.Exists(Python))
        {
            return (-1, "");
        }

        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(Cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(Cancellation).WaitAsync(TestStore.ProcessLimit, Cancellation);
            await process.WaitForExitAsync(Cancellation);
            return (process.ExitCode, output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
