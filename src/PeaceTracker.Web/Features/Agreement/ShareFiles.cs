using PeaceTracker.Services.Agreement;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>The charts of the summary as images, and the figures of the first as tables.</summary>
public static class ShareFiles
{
    /// <summary>The form of the chart that stands among text, and the name by which an address asks for it.</summary>
    public const string FormName = "form", AmongText = "narrow";

    /// <summary>How wide that form is, in pixels: in a line of 17 cm its words are of 9 points.</summary>
    public const int WidthAmongText = 800;

    private const string Page = "shares";

    /// <summary>Maps the files.</summary>
    public static void MapShareFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles(Page, file => ShareExport.Of(file.At, file.Absolute(file.Dated.Summary)));
        app.MapBoardPicture<ShareImage>(Page, file =>
            file.Values.OneOf(FormName, [AmongText]) is null ? [] : [(nameof(ShareImage.Width), WidthAmongText)]);
        app.MapBoardPicture<GapImage>("claimed-computed");
        app.MapBoardPicture<UnitImage>("every-issue");
        app.MapBoardPicture<BarImage>("by-pair");
        app.MapBoardPicture<BarImage>("by-category", _ => [(nameof(BarImage.ByCategory), true)]);
        app.MapBoardPicture<RangeImage>("how-firm");
        app.MapBoardPicture<CardImage>(PreviewCard.Name);
    }
}
