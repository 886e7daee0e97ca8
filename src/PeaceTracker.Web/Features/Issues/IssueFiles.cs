using System.Globalization;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>The list of issues as files, under the address of the page with the ending of the format, and with the same query.</summary>
public static class IssueFiles
{
    private static readonly (string Ending, string Type, Func<ExportTable, byte[]> Write)[] Formats =
    [
        ("csv", "text/csv; charset=utf-8", ExportWriter.Csv),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ExportWriter.Xlsx),
        ("json", "application/json; charset=utf-8", ExportWriter.JsonText),
    ];

    /// <summary>Maps the files.</summary>
    public static void MapIssueFiles(this IEndpointRouteBuilder app)
    {
        foreach (var (ending, type, write) in Formats)
        {
            app.MapGet(
                $"/negotiations/{{slug}}/issues.{ending}",
                async (string slug, HttpRequest request, BoardReader boards, TimeProvider clock, IStringLocalizer<Text> l, CancellationToken cancellationToken) =>
                {
                    if (await boards.FindAsync(slug, cancellationToken) is not { } board)
                    {
                        return Results.NotFound();
                    }

                    var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
                    if (BoardAddress.Open(board, request.Query["asOf"], request.Query["knownAt"], today, l, out var refusal) is not { } address)
                    {
                        return Refused(refusal!);
                    }

                    var at = board.AsOf(address.AsOf ?? today, address.KnownAt);
                    if (IssueQueryReader.Read(name => request.Query[name], at, out var bad) is not { } query)
                    {
                        return Refused(l.Refusal(bad!));
                    }

                    // The address says the dates, so that whoever has the file can see the same list again.
                    var dated = address.On(at.Date, at.KnownAt ?? today);
                    var page = $"{request.Scheme}://{request.Host}{dated.To("issues", query.Values.Where(v => v.Name is not "page" and not "size"))}";
                    var table = IssueExport.Of(IssueList.Of(at, query), page);
                    return Results.File(write(table), type, $"{slug}-issues-{at.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{ending}");
                });
        }
    }

    private static IResult Refused(string sentence) => Results.Text(sentence, "text/plain", statusCode: StatusCodes.Status400BadRequest);
}
