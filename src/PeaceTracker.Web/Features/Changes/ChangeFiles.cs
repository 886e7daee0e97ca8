using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>The feed of changes, and two dates compared, as files. Without dates the comparison is of the whole time of the board.</summary>
public static class ChangeFiles
{
    /// <summary>The name of the files of a comparison.</summary>
    public const string Comparison = "comparison";

    /// <summary>The name of the files of the feed.</summary>
    public const string Feed = "changes";

    /// <summary>Maps the files of a comparison, and of the feed.</summary>
    public static void MapComparisonFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles(
            Comparison, file => ComparisonExport.Of(Compared(file), ChangesQuery.Read(file.Values, file.At).Order, Page(file)));
        app.MapBoardPicture<ComparisonImage>(Comparison, file => file.Values.Refusal is null
            ? [(nameof(ComparisonImage.View), Compared(file)), (nameof(ComparisonImage.Page), Page(file, absolute: false))]
            : null);
        app.MapBoardFiles(Feed, file =>
        {
            var query = ChangesQuery.Read(file.Values, file.At);
            return ChangeExport.Of(file.At, query.Filter(file.At), query.All, file.Absolute(file.Dated.To(Feed, query.All)));
        });
    }

    private static DateComparison Compared(BoardFile file)
    {
        var query = ChangesQuery.Read(file.Values, file.At);
        var (from, to) = query.Compared(file.At) ?? (file.At.Negotiation.StartedOn, file.At.Date);
        var (first, second) = from <= to ? (from, to) : (to, to);
        return DateComparison.Between(file.At.Board, first, second, file.At.KnownAt, query.Scope);
    }

    private static string Page(BoardFile file, bool absolute = true)
    {
        var path = file.Dated.To(Feed, ChangesQuery.Read(file.Values, file.At).All);
        return absolute ? file.Absolute(path) : path;
    }
}
