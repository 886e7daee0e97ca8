using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;
using PeaceTracker.Web.Shared.Pictures;

namespace PeaceTracker.Web.Features.Negotiations;

/// <summary>A whole negotiation as files: all of its tables in one archive, its negotiation file; and all negotiations side by side.</summary>
public static class NegotiationFiles
{
    /// <summary>The names of the archive and of the negotiation file.</summary>
    public const string Tables = "tables", Negotiation = "negotiation", Portfolio = "portfolio";

    private const int MostDrawn = 100;

    /// <summary>Maps the files.</summary>
    public static void MapNegotiationFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFile(Tables, "zip", file => Task.FromResult(KeptElsewhere.Stream(
            file.Http.HttpContext, stream => ArchiveAsync(file, stream), "application/zip", BoardFiles.Name(file.At, Tables, "zip"),
            file.MadeFrom)));
        app.MapBoardFile(Negotiation, "json", file => Task.FromResult(KeptElsewhere.Stream(
            file.Http.HttpContext, stream => NegotiationDownload.WriteAsync(file.At, stream, file.Http.HttpContext.RequestAborted),
            "application/json; charset=utf-8", $"{file.At.Negotiation.Slug}-{file.At.Board.ChangeNumber}.json", file.MadeFrom)));
        foreach (var format in FileFormat.All)
        {
            app.MapGet($"/{Portfolio}.{format.Ending}", (HttpContext http, Openings openings, IStringLocalizer<Text> l) =>
                PortfolioAsync(http, openings, l, (table, _) => format.FileAsync(http, table, $"{Portfolio}.{format.Ending}")));
        }

        foreach (var picture in (string[])[BoardPicture.Svg, BoardPicture.Png])
        {
            app.MapGet($"/{Portfolio}.{picture}", (HttpContext http, Openings openings, IStringLocalizer<Text> l) =>
                PicturedAsync(http, openings, l, picture)).WithMetadata(new MappedPicture(Portfolio));
        }

        const string ending = "csv" + TableMetadata.Ending;
        app.MapGet($"/{Portfolio}.{ending}", (HttpContext http, Openings openings, IStringLocalizer<Text> l) =>
            PortfolioAsync(http, openings, l, (table, query) => Task.FromResult(KeptElsewhere.File(
                http, TableMetadata.Json(table, $"{Portfolio}.csv{query}"), "application/csvm+json", $"{Portfolio}.{ending}"))));
    }

    private static async Task<IResult> PortfolioAsync(
        HttpContext http, Openings openings, IStringLocalizer<Text> l, Func<ExportTable, QueryString, Task<IResult>> answer)
    {
        var side = await SideBySideAsync(http, openings, l);
        return side.Refusal is { } refusal ? FileFormat.Refused(refusal) : await answer(
            PortfolioExport.Of(side.Entries, side.Date, side.Change, side.SeenAt), http.Request.QueryString);
    }

    private static async Task<IResult> PicturedAsync(HttpContext http, Openings openings, IStringLocalizer<Text> l, string ending)
    {
        var side = await SideBySideAsync(http, openings, l);
        if (side.Refusal is { } refusal)
        {
            return FileFormat.Refused(refusal);
        }

        var title = l["Negotiations side by side"].Value;
        var frame = new PictureFrame(
            title, l["As of {0}, change {1}.", l.Date(side.Date), side.Change],
            l["What officials claim is agreed, beside what the public record shows. Agendas differ, so shares can’t be ranked."],
            l["Source: PeaceTracker, “{0}”, as of {1}, change {2}.", title, l.Date(side.Date), side.Change], side.SeenAt);
        return await BoardPictures.AnswerAsync(http, await BoardPictures.SvgAsync<PortfolioImage>(http.RequestServices,
            [(nameof(PortfolioImage.Entries), side.Entries.Take(MostDrawn).ToList()), (nameof(PortfolioImage.Frame), frame)]),
            ending, $"{Portfolio}.{ending}");
    }

    private static async Task<(IReadOnlyList<PortfolioEntry> Entries, DateOnly Date, long Change, string SeenAt, string? Refusal)> SideBySideAsync(
        HttpContext http, Openings openings, IStringLocalizer<Text> l)
    {
        var values = AddressValues.Of(http.Request, l);
        var order = values.Order(PortfolioEntry.Usual);
        var (moment, entries) = await openings.OpenAllAsync(values, http.User, http.RequestAborted);
        var change = moment.Change ?? await openings.NewestAsync(http.RequestAborted);
        var date = moment.AsOf ?? (entries.Count > 0 ? entries.Max(e => e.At.Date) : default);
        var seenAt = FileFormat.Absolute(http.Request, AddressValues.Written("/", [.. order.Values, .. moment.Fixed(date, change).Values]));
        return (PortfolioEntry.Sorted(entries, order), date, change, seenAt, values.Refusal);
    }

    // Each table is written row by row, so that the archive costs no more memory than what is packed at a time.
    private static async Task ArchiveAsync(BoardFile file, Stream stream)
    {
        var tables = file.Http.HttpContext.RequestServices.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<BoardTable>()).OfType<BoardTable>().Distinct().ToList();
        // The end of each part of an archive is written synchronously by the library.
        file.Http.HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        var all = file with { Values = new AddressValues(null, file.Values.L) };
        var cancellation = file.Http.HttpContext.RequestAborted;
        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var readme = new StringBuilder();
        foreach (var table in tables)
        {
            var made = table.Of(all);
            readme.Append(CultureInfo.InvariantCulture, $"- {table.Name}.csv: {made.Title} " +
                $"({(made.Rows.Count == 1 ? "1 row" : $"{made.Rows.Count} rows")})\n");
            await AddAsync($"{table.Name}.csv", target => ExportWriter.CsvAsync(made, target, cancellation));
            var about = TableMetadata.Json(made, $"{table.Name}.csv");
            await AddAsync($"{table.Name}.csv{TableMetadata.Ending}", target => target.WriteAsync(about, cancellation).AsTask());
        }

        await AddAsync($"{Negotiation}.json", target => NegotiationDownload.WriteAsync(file.At, target, cancellation));
        var words = Encoding.UTF8.GetBytes(Readme(all, readme.ToString()));
        await AddAsync("README.md", target => target.WriteAsync(words, cancellation).AsTask());

        async Task AddAsync(string name, Func<Stream, Task> write)
        {
            var entry = archive.CreateEntry(name);
            entry.LastWriteTime = ZipParts.Made;
            await using var target = await entry.OpenAsync();
            await write(target);
        }
    }

    private static string Readme(BoardFile file, string tables)
    {
        var (at, l) = (file.At, file.Values.L);
        var fictional = at.Negotiation.Fictional ? $"\n{l["Fictional example"]}: {l["invented countries and events"]}.\n" : "";
        return $"""
            # {at.Negotiation.Title}
            {fictional}
            All tables of the board as of {ExportTable.Day(at.Date)}, by change {at.Board.ChangeNumber} of the record:
            {file.Absolute(file.Dated.Summary)}

            {tables.TrimEnd()}
            - {Negotiation}.json: the whole record as a negotiation file, which PeaceTracker imports

            Each table is CSV in UTF-8, separated by commas, with points in numbers and days as 2026-01-31. What each column holds, how the table is
            cited and what may be done with it stands in the file of the same name with “{TableMetadata.Ending}” behind it (CSV on the Web, W3C).
            For Excel take the XLSX files from the pages. How the figures are made: {file.Absolute(file.Dated.Method)}

            """;
    }
}
