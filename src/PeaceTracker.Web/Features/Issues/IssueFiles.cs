using PeaceTracker.Services.Issues;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>The list of issues as files: all that matches, every page of it.</summary>
public static class IssueFiles
{
    /// <summary>Maps the files.</summary>
    public static void MapIssueFiles(this IEndpointRouteBuilder app) => app.MapBoardFiles("issues", (at, dated, request, l) =>
    {
        if (IssueQueryReader.Read(name => request.Query[name], at, out var bad) is not { } query)
        {
            return (null, l.Refusal(bad!));
        }

        var page = dated.To("issues", query.Values.Where(v => v.Name is not "page" and not "size"));
        return (IssueExport.Of(IssueList.Of(at, query), dated.KnownAt!.Value, BoardFiles.Absolute(request, page)), null);
    });
}
