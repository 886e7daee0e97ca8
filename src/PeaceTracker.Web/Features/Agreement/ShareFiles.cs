using PeaceTracker.Services.Agreement;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>The shares over time as files.</summary>
public static class ShareFiles
{
    /// <summary>Maps the files.</summary>
    public static void MapShareFiles(this IEndpointRouteBuilder app) =>
        app.MapBoardFiles("shares", (at, dated, request, _) => (ShareExport.Of(at, dated.KnownAt!.Value, BoardFiles.Absolute(request, dated.Summary)), null));
}
