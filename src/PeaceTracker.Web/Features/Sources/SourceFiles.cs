using PeaceTracker.Services.Sources;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Sources;

/// <summary>Sources as files.</summary>
public static class SourceFiles
{
    /// <summary>Maps the files.</summary>
    public static void MapSourceFiles(this IEndpointRouteBuilder app) =>
        app.MapBoardFiles("sources", file =>
        {
            var query = SourceAddress.Read(file.Values, file.At);
            return SourceExport.Of(file.At, query, query.Values(), file.Absolute(file.Dated.To("sources", query.Values())));
        });
}
