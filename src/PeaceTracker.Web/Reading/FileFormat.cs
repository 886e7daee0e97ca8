using PeaceTracker.Services.Export;

namespace PeaceTracker.Web.Reading;

/// <summary>A format in which tables can be had as files.</summary>
/// <param name="Ending">The file's ending, which is also that of its address.</param>
/// <param name="Name">What it is called where it is linked.</param>
/// <param name="Type">Its media type.</param>
/// <param name="WriteAsync">What writes it.</param>
public sealed record FileFormat(string Ending, string Name, string Type, Func<ExportTable, Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>The table alone, for programs.</summary>
    public static FileFormat Csv { get; } = new("csv", "CSV", "text/csv; charset=utf-8", ExportWriter.CsvAsync);

    /// <summary>All formats.</summary>
    public static IReadOnlyList<FileFormat> All { get; } =
    [
        new("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Workbook.WriteAsync),
        Csv,
        new("json", "JSON", "application/json; charset=utf-8", ExportWriter.JsonAsync),
    ];

    /// <summary>A table as a file that nobody keeps, because it holds what few may read.</summary>
    public IResult Unkept(HttpContext http, ExportTable table, string name) =>
        Results.Stream(stream => WriteAsync(table, stream, http.RequestAborted), Type, name);

    /// <summary>A small table as the file of this name.</summary>
    public async Task<IResult> FileAsync(HttpContext http, ExportTable table, string name)
    {
        using var bytes = new MemoryStream();
        await WriteAsync(table, bytes, http.RequestAborted);
        return KeptElsewhere.File(http, bytes.ToArray(), Type, name);
    }

    /// <summary>A table of any size, which is written while it is sent; <paramref name="of"/> names all that it is made from.</summary>
    public IResult Streamed(HttpContext http, ExportTable table, string name, string of) =>
        KeptElsewhere.Stream(http, stream => WriteAsync(table, stream, http.RequestAborted), Type, name, of);

    /// <summary>Refuses a file's address. Whoever asks for a file is no reader of pages: a sentence, and nothing round it.</summary>
    public static IResult Refused(string sentence, int status = StatusCodes.Status400BadRequest) =>
        Results.Text(sentence, "text/plain", statusCode: status);

    /// <summary>A path of this server as whoever has the file can follow it.</summary>
    public static string Absolute(HttpRequest request, string path) => $"{request.Scheme}://{request.Host}{path}";
}
