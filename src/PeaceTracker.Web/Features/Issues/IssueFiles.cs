using PeaceTracker.Services.Issues;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>The list of issues as files: all that matches, every page of it.</summary>
public static class IssueFiles
{
    /// <summary>Maps the files.</summary>
    public static void MapIssueFiles(this IEndpointRouteBuilder app) => app.MapBoardFiles("issues", file =>
    {
        var query = IssueAddress.Read(file.Values, file.At);
        return IssueExport.Of(
            IssueList.Of(file.At, query), query.Filters().Select(f => (f.Name, f.Value)),
            file.Absolute(file.Dated.To("issues", query.FiltersAndOrder())));
    });
}
