using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;
using PeaceTracker.Web.Shared;

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

    /// <summary>All that the file is made from.</summary>
    public string MadeFrom => string.Create(
        CultureInfo.InvariantCulture,
        $"{Http.Scheme}{Http.Path}{Http.QueryString}|{BoardAddress.Format(At.Date)}|{BoardAddress.Format(At.KnownAt)}|{At.Board.ChangeNumber}|{
            Licence}|{CultureInfo.CurrentUICulture.Name}");

    /// <summary>What others may do with the tables; null where it is not said.</summary>
    public string? Licence => Http.HttpContext.RequestServices.GetRequiredService<IConfiguration>()[BoardFiles.LicenceSetting];
}

/// <summary>A table of a board, as the endpoints of its files carry it: whoever wants all tables of a board finds them there.</summary>
/// <param name="Name">What its files are called.</param>
/// <param name="Make">What makes it.</param>
public sealed record BoardTable(string Name, Func<BoardFile, ExportTable> Make)
{
    /// <summary>The table, with how it is cited and what others may do with it.</summary>
    public ExportTable Of(BoardFile file)
    {
        var table = Make(file);
        if (file.Values.Refusal is not null)
        {
            return table;
        }

        var (l, at) = (file.Values.L, file.At);
        var licence = file.Licence;
        var source = table.About.First(a => a.Name == ExportTable.Source).Text;
        return table with
        {
            About =
            [
                .. table.About,
                (ExportTable.Citation, Isolation.Without(l["PeaceTracker, “{0}”, as of {1}, change {2}. {3}", table.Title, l.Date(at.Date),
                    at.Board.ChangeNumber, source[(source.IndexOf(' ', StringComparison.Ordinal) + 1)..]])),
                (ExportTable.Licence, string.IsNullOrWhiteSpace(licence)
                    ? l["No licence is stated. Ask the publishers of this board before you publish the table."] : licence),
            ],
        };
    }
}

/// <summary>A page's table as files, under the page's address with the ending of the format, and with the same query.</summary>
public static class BoardFiles
{
    /// <summary>The setting that says what others may do with the tables: the name of a licence, or its address.</summary>
    public const string LicenceSetting = "PeaceTracker:Licence";

    /// <summary>Maps the files of one page: the table in each format, and what must be known about the one in CSV.</summary>
    public static void MapBoardFiles(this IEndpointRouteBuilder app, string page, Func<BoardFile, ExportTable> make)
    {
        var table = new BoardTable(page, make);
        foreach (var format in FileFormat.All)
        {
            app.MapBoardFile(page, format.Ending, file =>
            {
                if (format == FileFormat.Csv)
                {
                    file.Http.HttpContext.Response.Headers.Link =
                        $"<{Metadata(file)}>; rel=\"describedby\"; type=\"application/csvm+json\"";
                }

                return Task.FromResult(format.Streamed(
                    file.Http.HttpContext, table.Of(file), Name(file.At, page, format.Ending), file.MadeFrom));
            }).WithMetadata(table);
        }

        app.MapBoardFile(page, FileFormat.Csv.Ending + TableMetadata.Ending, file => Task.FromResult(KeptElsewhere.File(
            file.Http.HttpContext, TableMetadata.Json(table.Of(file), $"{page}.csv{file.Http.QueryString}"), "application/csvm+json",
            Name(file.At, page, FileFormat.Csv.Ending + TableMetadata.Ending)))).WithMetadata(table);
    }

    /// <summary>Maps one file of a page.</summary>
    public static IEndpointConventionBuilder MapBoardFile(
        this IEndpointRouteBuilder app, string page, string ending, Func<BoardFile, Task<IResult>> answer) =>
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

                // What was said of the file while it was made does not hold of its refusal, which is kept by nobody.
                var headers = request.HttpContext.Response.Headers;
                headers.CacheControl = KeptElsewhere.Nowhere;
                headers.Remove(HeaderNames.ETag);
                headers.Remove(HeaderNames.Link);
                return FileFormat.Refused(refusal);
            });

    /// <summary>What a file is called where it is saved.</summary>
    public static string Name(BoardSnapshot at, string page, string ending) =>
        $"{at.Negotiation.Slug}-{page}-{BoardAddress.Format(at.Date)}.{ending}";

    private static string Metadata(BoardFile file) => $"{file.Http.Path}{TableMetadata.Ending}{file.Http.QueryString}";
}
