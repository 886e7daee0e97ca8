using PeaceTracker.Services.Export;

namespace PeaceTracker.Web.Reading;

/// <summary>A format in which tables can be had as files.</summary>
/// <param name="Ending">The file's ending, which is also that of its address.</param>
/// <param name="Name">What it is called where it is linked.</param>
/// <param name="Type">Its media type.</param>
/// <param name="WriteAsync">What writes it.</param>
public sealed record FileFormat(string Ending, string Name, string Type, Func<ExportTable, Task<byte[]>> WriteAsync)
{
    /// <summary>The table alone, for programs.</summary>
    public static FileFormat Csv { get; } = new("csv", "CSV", "text/csv; charset=utf-8", table => Task.FromResult(ExportWriter.Csv(table)));

    /// <summary>All formats.</summary>
    public static IReadOnlyList<FileFormat> All { get; } =
    [
        new("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Workbook.WriteAsync),
        Csv,
        new("json", "JSON", "application/json; charset=utf-8", table => Task.FromResult(ExportWriter.JsonText(table))),
    ];

    /// <summary>A table as a file that nobody keeps, because it holds what few may read.</summary>
    public async Task<IResult> UnkeptAsync(ExportTable table, string name) => Results.File(await WriteAsync(table), Type, name);

    /// <summary>A table as the file of this name.</summary>
    public async Task<IResult> FileAsync(HttpContext http, ExportTable table, string name) =>
        KeptElsewhere.File(http, await WriteAsync(table), Type, name);

    /// <summary>Refuses a file's address. Whoever asks for a file is no reader of pages: a sentence, and nothing round it.</summary>
    public static IResult Refused(string sentence, int status = StatusCodes.Status400BadRequest) =>
        Results.Text(sentence, "text/plain", statusCode: status);

    /// <summary>A path of this server as whoever has the file can follow it.</summary>
    public static string Absolute(HttpRequest request, string path) => $"{request.Scheme}://{request.Host}{path}";
}
