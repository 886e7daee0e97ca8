using PeaceTracker.Services.Drafts;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Drafts;

/// <summary>Drafts and offers as files.</summary>
public static class DraftFiles
{
    private const string DraftName = "draft";

    /// <summary>Maps the files.</summary>
    public static void MapDraftFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles("drafts", file =>
        {
            var (draft, query) = (Asked(file), DraftAddress.Drafts(file.Values, file.At));
            return DraftExport.Of(
                file.At, draft, query, [(DraftName, draft), .. query.Values()],
                file.Absolute(draft is null ? file.Dated.To("drafts", query.Values()) : file.Dated.Draft(draft)));
        });
        app.MapBoardFiles("offers", file =>
        {
            var query = DraftAddress.Offers(file.Values, file.At);
            return DraftExport.Offers(file.At, query, query.Values(), file.Absolute(file.Dated.To("drafts", query.Values())));
        });
        app.MapBoardPicture<BracketImage>("brackets", file =>
            Asked(file) is var key && file.At.Drafts.FirstOrDefault(d => d.Key == (key ?? d.Key) && BracketBars.Known(d).Count > 1) is { } draft
                ? [(nameof(BracketImage.Draft), draft)] : null);
    }

    private static string? Asked(BoardFile file) =>
        file.Values.Filter(DraftName, file.Values.L["draft"], file.At.Drafts.Select(d => d.Key));
}
