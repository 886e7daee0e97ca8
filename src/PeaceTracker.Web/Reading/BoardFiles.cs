using System.Globalization;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Negotiations;

namespace PeaceTracker.Web.Reading;

/// <summary>Makes the table that a file holds, or says why the address is refused.</summary>
/// <param name="at">The board on the date of the address.</param>
/// <param name="dated">The board's address with both dates set, so that whoever has the file can see the same again.</param>
/// <param name="request">The request, for the page's own query.</param>
/// <param name="l">The visible words.</param>
public delegate (ExportTable? Table, string? Refusal) MakeTable(BoardSnapshot at, BoardAddress dated, HttpRequest request, IStringLocalizer<Text> l);

/// <summary>A page's table as files, under the page's address with the ending of the format, and with the same query.</summary>
public static class BoardFiles
{
    /// <summary>The formats: the file's ending, its type, and what writes it.</summary>
    internal static readonly (string Ending, string Type, Func<ExportTable, byte[]> Write)[] Formats =
    [
        ("csv", "text/csv; charset=utf-8", ExportWriter.Csv),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ExportWriter.Xlsx),
        ("json", "application/json; charset=utf-8", ExportWriter.JsonText),
    ];

    /// <summary>Maps the files of one page.</summary>
    public static void MapBoardFiles(this IEndpointRouteBuilder app, string page, MakeTable make)
    {
        foreach (var (ending, type, write) in Formats)
        {
            app.MapBoardFile(page, ending, (at, dated, request, l) =>
            {
                var (table, refused) = make(at, dated, request, l);
                return Task.FromResult(table is null ? Refused(refused!) : Results.File(write(table), type, Name(at, page, ending)));
            });
        }
    }

    /// <summary>Maps one file of a page: <paramref name="answer"/> gets the board on the date of the address, and its address with both dates set.</summary>
    public static void MapBoardFile(
        this IEndpointRouteBuilder app, string page, string ending,
        Func<BoardSnapshot, BoardAddress, HttpRequest, IStringLocalizer<Text>, Task<IResult>> answer) =>
        app.MapGet(
            $"/negotiations/{{slug}}/{page}.{ending}",
            async (string slug, HttpRequest request, BoardReader boards, TimeProvider clock, IStringLocalizer<Text> l, CancellationToken cancellationToken) =>
            {
                if (await boards.FindAsync(slug, cancellationToken) is not { } board || board.Negotiation.Slug != slug)
                {
                    return Said(l["There is no negotiation “{0}” here.", slug], StatusCodes.Status404NotFound);
                }

                var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
                if (BoardAddress.Open(board, request.Query["asOf"], request.Query["knownAt"], today, l, out var refusal) is not { } address)
                {
                    return Refused(refusal!);
                }

                var at = board.AsOf(address.AsOf ?? today, address.KnownAt);
                return await answer(at, address.On(at.Date, at.KnownAt ?? today), request, l);
            });

    /// <summary>What a file is called where it is saved.</summary>
    public static string Name(BoardSnapshot at, string page, string ending) =>
        $"{at.Negotiation.Slug}-{page}-{at.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{ending}";

    /// <summary>A path of this server as whoever has the file can follow it.</summary>
    public static string Absolute(HttpRequest request, string path) => $"{request.Scheme}://{request.Host}{path}";

    private static IResult Refused(string sentence) => Said(sentence, StatusCodes.Status400BadRequest);

    // Whoever asks for a file is no reader of pages: a sentence, and nothing round it.
    private static IResult Said(string sentence, int status) => Results.Text(sentence, "text/plain", statusCode: status);
}
