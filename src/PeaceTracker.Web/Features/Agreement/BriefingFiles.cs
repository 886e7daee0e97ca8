using PeaceTracker.Services.Export;
using PeaceTracker.Web.Features.Pairs;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>The briefing as a document for a word processor.</summary>
public static class BriefingFiles
{
    /// <summary>The name of the page and of the file.</summary>
    public const string Page = "briefing";

    /// <summary>Maps the file.</summary>
    public static void MapBriefing(this IEndpointRouteBuilder app) => app.MapBoardFile(Page, "docx", async file =>
    {
        var asked = BriefingRequest.Read(file.Values, file.At);
        return file.Values.Refusal is not null ? Results.Empty : KeptElsewhere.File(
            file.Http.HttpContext, await WriteAsync(file, asked),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", BoardFiles.Name(file.At, Page, "docx"));
    });

    private static async Task<byte[]> WriteAsync(BoardFile file, BriefingRequest asked)
    {
        var (at, l) = (file.At, file.Values.L);
        using var document = new WordDocument("en-GB");
        document.Add(at.Negotiation.Title, "Title");
        document.Add(Briefing.Dated(at, l), "Subtitle");
        foreach (var part in Briefing.Of(at, asked, file.Absolute(file.Dated.Summary), l))
        {
            switch (part)
            {
                case BriefingHeading heading:
                    document.Add(heading.Words, "Heading1");
                    break;
                case BriefingText { IsPoint: true } point:
                    document.AddPoint(point.Words);
                    break;
                case BriefingText text:
                    document.Add(text.Words);
                    break;
                case BriefingTable table:
                    document.AddTable(table.Widths, table.Head, table.Rows);
                    break;
                case BriefingChart chart when await BoardPictures.PngAsync(file.Http.HttpContext, await SvgAsync(file, chart)) is { } png:
                    document.AddPicture(png, chart.Words);
                    break;
                case BriefingChart chart:
                    document.Add(chart.Words);
                    break;
            }
        }

        return await document.FinishAsync();
    }

    private static Task<string> SvgAsync(BoardFile file, BriefingChart chart) => chart.OfPairs
        ? BoardPictures.SvgAsync<PairImage>(file, (nameof(PairImage.Lines), PairLines.Of(file.At)))
        : BoardPictures.SvgAsync<ShareImage>(file, (nameof(ShareImage.Width), ShareFiles.WidthAmongText));
}
