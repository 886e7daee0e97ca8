using PeaceTracker.Services.Export;

namespace PeaceTracker.Testing;

/// <summary>A table as the bytes of a file, for tests that look at all of it.</summary>
public static class WrittenTable
{
    /// <summary>As CSV.</summary>
    public static byte[] Csv(ExportTable table) => Whole(table, ExportWriter.CsvAsync);

    /// <summary>As JSON.</summary>
    public static byte[] Json(ExportTable table) => Whole(table, ExportWriter.JsonAsync);

    /// <summary>As a workbook.</summary>
    public static byte[] Workbook(ExportTable table) => Whole(table, Services.Export.Workbook.WriteAsync);

    private static byte[] Whole(ExportTable table, Func<ExportTable, Stream, CancellationToken, Task> write)
    {
        using var stream = new MemoryStream();
        write(table, stream, CancellationToken.None).GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
