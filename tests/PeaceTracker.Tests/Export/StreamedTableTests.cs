using System.IO.Compression;
using PeaceTracker.Services.Export;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Export;

/// <summary>Tables are written row by row: of a large one, no more than some is ever there.</summary>
public sealed class StreamedTableTests
{
    private const int Rows = 20_000;

    // A row is more than 100 letters long, so all of them are 2 MB; what is passed on at once is some 64 KB, and a writer's own buffer.
    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("xlsx")]
    public async Task Write_ManyRows_PassesThemOnWhileItMakesThem(string format)
    {
        var made = 0;
        var table = ExportTable.Of(
            "Many", [], [new ExportColumn<int>("text", ColumnType.Text, "", i => $"{made++} {new string('x', 100)}")], Enumerable.Range(0, Rows));
        using var target = new Watched(() => made);

        await (format == "csv" ? ExportWriter.CsvAsync(table, target, TestContext.Current.CancellationToken)
            : format == "json" ? ExportWriter.JsonAsync(table, target, TestContext.Current.CancellationToken)
            : Workbook.WriteAsync(table, target, TestContext.Current.CancellationToken));

        Assert.Equal(Rows, made);
        Assert.InRange(target.Most, 1, 256 * 1024);
        // A workbook is whole before it is sent, on the disk.
        Assert.True(format == "xlsx" || target.MadeAtFirst < Rows / 4, $"{target.MadeAtFirst} rows were made before anything was passed on.");
    }

    [Fact]
    public void Write_Workbook_SaysOfNoPartWhenItWasMade()
    {
        var book = WrittenTable.Workbook(ExportTable.Of("Few", [], [new ExportColumn<int>("n", ColumnType.Whole, "", i => i)], [1, 2]));

        using var archive = new ZipArchive(new MemoryStream(book));
        Assert.True(archive.Entries.Count > 5);
        Assert.All(archive.Entries, part => Assert.Equal(ZipParts.Made.DateTime, part.LastWriteTime.DateTime));
    }

    private sealed class Watched(Func<int> made) : MemoryStream
    {
        public int Most { get; private set; }

        public int? MadeAtFirst { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (Most, MadeAtFirst) = (Math.Max(Most, buffer.Length), MadeAtFirst ?? made());
            return ValueTask.CompletedTask;
        }

        // An answer takes nothing otherwise.
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("It was written synchronously.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("It was written synchronously.");
    }
}
