using PeaceTracker.Services.Export;

namespace PeaceTracker.Web.Reading;

/// <summary>A format in which tables can be had as files.</summary>
/// <param name="Ending">The file's ending, which is also that of its address.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Write">What writes it.</param>
public sealed record FileFormat(string Ending, string Type, Func<ExportTable, byte[]> Write)
{
    /// <summary>All formats.</summary>
    public static IReadOnlyList<FileFormat> All { get; } =
    [
        new("csv", "text/csv; charset=utf-8", ExportWriter.Csv),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ExportWriter.Xlsx),
        new("json", "application/json; charset=utf-8", ExportWriter.JsonText),
    ];

    /// <summary>A table as a file that nobody keeps, because it holds what few may read.</summary>
    public IResult Unkept(ExportTable table, string name) => Results.File(Write(table), Type, name);

    /// <summary>A table as the file of this name.</summary>
    public IResult File(HttpContext http, ExportTable table, string name) => KeptElsewhere.File(
        http, Write(table), Type, name, [.. ExportWriter.JsonText(table), .. System.Text.Encoding.ASCII.GetBytes(Ending)]);

    /// <summary>Refuses a file's address. Whoever asks for a file is no reader of pages: a sentence, and nothing round it.</summary>
    public static IResult Refused(string sentence, int status = StatusCodes.Status400BadRequest) =>
        Results.Text(sentence, "text/plain", statusCode: status);

    /// <summary>A path of this server as whoever has the file can follow it.</summary>
    public static string Absolute(HttpRequest request, string path) => $"{request.Scheme}://{request.Host}{path}";
}
