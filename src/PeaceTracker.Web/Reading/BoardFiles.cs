using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Web.Reading;

/// <summary>A request for a page's table or figure as a file.</summary>
/// <param name="At">The board at the moment of the address.</param>
/// <param name="Dated">Its address with nothing of the moment left open, so that whoever has the file can see the same again.</param>
/// <param name="Values">The values of the address, for what the page itself asks.</param>
/// <param name="Http">The request.</param>
public sealed record BoardFile(BoardSnapshot At, BoardAddress Dated, AddressValues Values, HttpRequest Http)
{
    /// <summary>A path of this server as whoever has the file can follow it.</summary>
    public string Absolute(string path) => FileFormat.Absolute(Http, path);
}

/// <summary>A page's table as files, under the page's address with the ending of the format, and with the same query.</summary>
public static class BoardFiles
{
    /// <summary>Maps the files of one page.</summary>
    public static void MapBoardFiles(this IEndpointRouteBuilder app, string page, Func<BoardFile, ExportTable> make)
    {
        foreach (var format in FileFormat.All)
        {
            app.MapBoardFile(page, format.Ending,
                file => Task.FromResult(format.File(file.Http.HttpContext, make(file), Name(file.At, page, format.Ending))));
        }
    }

    /// <summary>Maps one file of a page.</summary>
    public static void MapBoardFile(this IEndpointRouteBuilder app, string page, string ending, Func<BoardFile, Task<IResult>> answer) =>
        app.MapGet(
            $"/negotiations/{{slug}}/{page}.{ending}",
            async (
                string slug, HttpRequest request, Openings openings, IStringLocalizer<Text> l, CancellationToken cancellationToken) =>
            {
                var values = AddressValues.Of(request, l);
                if (await openings.OpenAsync(slug, values, request.HttpContext.User, cancellationToken) is not { } opening)
                {
                    return FileFormat.Refused(l["There is no negotiation “{0}” here.", slug], StatusCodes.Status404NotFound);
                }

                var address = opening.Address;
                var file = opening.At is { } at
                    ? await answer(new BoardFile(at, address.On(address.Moment.Fixed(at.Date, at.Board.ChangeNumber)), values, request))
                    : null;
                if (values.Refusal is not { } refusal)
                {
                    return file!;
                }

                // How long the file may be kept was said while it was made; a refusal is kept by nobody.
                request.HttpContext.Response.Headers.CacheControl = KeptElsewhere.Nowhere;
                return FileFormat.Refused(refusal);
            });

    /// <summary>What a file is called where it is saved.</summary>
    public static string Name(BoardSnapshot at, string page, string ending) =>
        $"{at.Negotiation.Slug}-{page}-{BoardAddress.Format(at.Date)}.{ending}";
}
