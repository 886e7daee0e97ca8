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
            var order = file.Values.Order(ListedSource.Usual);
            return SourceExport.Of(file.At, order, file.Absolute(file.Dated.To("sources", order.Values)));
        });
}
