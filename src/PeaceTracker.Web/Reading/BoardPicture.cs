using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Web.Shared;
using PeaceTracker.Web.Shared.Pictures;

namespace PeaceTracker.Web.Reading;

/// <summary>
/// A chart of a board as a file: a component that draws it in its frame. Which charts there are is said where their addresses are mapped.
/// </summary>
public abstract class BoardPicture : ComponentBase
{
    /// <summary>The endings of its files.</summary>
    public const string Svg = "svg", Png = "png";

    /// <summary>The board on the picture's date.</summary>
    [Parameter, EditorRequired] public required BoardSnapshot At { get; set; }

    /// <summary>Its address with nothing of the moment left open.</summary>
    [Parameter, EditorRequired] public required BoardAddress Dated { get; set; }

    /// <summary>A path of this server as whoever has the file can follow it.</summary>
    [Parameter, EditorRequired] public required Func<string, string> Absolute { get; set; }

    /// <summary>What may be done with it; null where nothing is said.</summary>
    [Parameter] public string? Licence { get; set; }

    /// <summary>The words.</summary>
    [Inject] protected IStringLocalizer<Text> L { get; set; } = default!;

    /// <summary>The frame of a chart of this board; <paramref name="path"/> is the page on which it stands.</summary>
    protected PictureFrame FrameOf(string title, string definition, string path)
    {
        var whole = $"{At.Negotiation.Title}: {title}";
        var dates = L["The board as of {0}, at change {1} of the record.", L.Date(At.Date), At.Board.ChangeNumber].Value;
        var source = L["Source: PeaceTracker, “{0}”, as of {1}, change {2}.", whole, L.Date(At.Date), At.Board.ChangeNumber].Value;
        return new(
            whole, At.Negotiation.Fictional ? $"{dates} {L["Fictional example"]}: {L["invented countries and events"]}." : dates, definition,
            string.IsNullOrWhiteSpace(Licence) ? source : $"{source} {L["Licence: {0}.", Licence]}", Absolute(path));
    }
}

/// <summary>A chart, as the endpoints of its two files carry it.</summary>
/// <param name="Name">What the files are called.</param>
public sealed record MappedPicture(string Name);

/// <summary>The charts of boards as files, under the page's address with the ending, and with the same query.</summary>
public static class BoardPictures
{
    /// <summary>Maps one chart: <paramref name="also"/> reads what it takes besides the moment; null where there is no such chart.</summary>
    public static void MapBoardPicture<T>(
        this IEndpointRouteBuilder app, string name, Func<BoardFile, IEnumerable<(string Name, object? Value)>?>? also = null)
        where T : BoardPicture
    {
        var mapped = new MappedPicture(name);
        foreach (var ending in (string[])[BoardPicture.Svg, BoardPicture.Png])
        {
            app.MapBoardFile(name, ending, async file =>
            {
                var parameters = also is null ? [] : also(file);
                return file.Values.Refusal is not null ? Results.Empty
                    : parameters is null ? FileFormat.Refused(file.Values.L["There is no such chart on this date."], StatusCodes.Status404NotFound)
                    : await AnswerAsync(file.Http.HttpContext, await SvgAsync<T>(file, parameters), ending, BoardFiles.Name(file.At, name, ending));
            }).WithMetadata(mapped);
        }
    }

    /// <summary>A chart of a board as SVG.</summary>
    public static Task<string> SvgAsync<T>(BoardFile file, params IEnumerable<(string Name, object? Value)> also) where T : BoardPicture
    {
        var services = file.Http.HttpContext.RequestServices;
        return SvgAsync<T>(services,
        [
            (nameof(BoardPicture.At), file.At), (nameof(BoardPicture.Dated), file.Dated),
            (nameof(BoardPicture.Absolute), (Func<string, string>)file.Absolute),
            (nameof(BoardPicture.Licence), services.GetRequiredService<IConfiguration>()[BoardFiles.LicenceSetting]), .. also,
        ]);
    }

    /// <summary>What a component draws, as SVG.</summary>
    public static async Task<string> SvgAsync<T>(IServiceProvider services, IEnumerable<(string Name, object? Value)> parameters)
        where T : IComponent
    {
        var given = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value));
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(given)).ToHtmlString());

        // HTML may refer to these two characters, XML may not; all others that XML forbids are refused when an entry is recorded.
        return """<?xml version="1.0" encoding="UTF-8"?>""" + "\n" + html.Trim()
            .Replace("&#xFFFE;", "", StringComparison.Ordinal)
            .Replace("&#xFFFF;", "", StringComparison.Ordinal);
    }

    /// <summary>
    /// A picture as PNG; null where too many others wait to be drawn. Scripts of which the server has no font are told to the log, each once.
    /// </summary>
    public static async Task<byte[]?> PngAsync(HttpContext http, string svg)
    {
        var png = await DrawnPictures.OfAsync(svg);
        if (DrawnPictures.TakeBoxed() is { Count: > 0 } boxed)
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DrawnPictures)).LogWarning(
                "Boxes stand in pictures for characters of which the server has no font: {Scripts}. Install one for them", string.Join(", ", boxed));
        }

        return png;
    }

    /// <summary>A picture as the file of an ending.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, string svg, string ending, string name)
    {
        if (ending != BoardPicture.Png)
        {
            return KeptElsewhere.File(http, Encoding.UTF8.GetBytes(svg), "image/svg+xml", name);
        }

        if (await PngAsync(http, svg) is { } png)
        {
            return KeptElsewhere.File(http, png, "image/png", name);
        }

        var l = http.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
        return FileFormat.Refused(
            l["The server is drawing many pictures. Try again in a moment, or download the SVG file."], StatusCodes.Status503ServiceUnavailable);
    }
}
