using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>Two dates compared as files. Without dates it is the whole time of the board.</summary>
public static class ComparisonFiles
{
    /// <summary>The name of the files.</summary>
    public const string Page = "comparison";

    /// <summary>Maps the files.</summary>
    public static void MapComparisonFiles(this IEndpointRouteBuilder app) => app.MapBoardFiles(Page, file =>
    {
        var query = ChangesQuery.Read(file.Values, file.At);
        var (from, to) = query.Compared(file.At) ?? (file.At.Negotiation.StartedOn, file.At.Date);
        var (first, second) = from <= to ? (from, to) : (to, to);
        return ComparisonExport.Of(
            DateComparison.Between(file.At.Board, first, second, file.At.KnownAt, query.Scope), file.Absolute(file.Dated.To("changes", query.All)));
    });
}
