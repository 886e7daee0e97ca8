using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Agreement;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>The shares over time as files: the figures as tables, the chart as an image.</summary>
public static class ShareFiles
{
    private const string Page = "shares";

    /// <summary>Maps the files.</summary>
    public static void MapShareFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles(Page, file => ShareExport.Of(file.At, file.Absolute(file.Dated.Summary)));
        app.MapBoardFile(Page, "svg", async file =>
        {
            var image = await ImageAsync(file.Http.HttpContext.RequestServices, file.At, file.Dated, file.Absolute);
            return KeptElsewhere.File(
                file.Http.HttpContext, Encoding.UTF8.GetBytes(image), "image/svg+xml", BoardFiles.Name(file.At, Page, "svg"));
        });
    }

    /// <summary>The chart as SVG; see <see cref="ShareImage"/> for what is given.</summary>
    public static async Task<string> ImageAsync(IServiceProvider services, BoardSnapshot at, BoardAddress dated, Func<string, string> absolute)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(ShareImage.At)] = at,
            [nameof(ShareImage.Dated)] = dated,
            [nameof(ShareImage.Absolute)] = absolute,
        });
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<ShareImage>(parameters)).ToHtmlString());

        // HTML may refer to these two characters, XML may not; all others that XML forbids are refused when an entry is recorded.
        return """<?xml version="1.0" encoding="UTF-8"?>""" + "\n" + html.Trim()
            .Replace("&#xFFFE;", "", StringComparison.Ordinal)
            .Replace("&#xFFFF;", "", StringComparison.Ordinal);
    }
}
