using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Sources;

/// <summary>Sources as files.</summary>
public static class SourceFiles
{
    /// <summary>Maps the files.</summary>
    public static void MapSourceFiles(this IEndpointRouteBuilder app) =>
        app.MapBoardFiles("sources", file => PeaceTracker.Services.Sources.SourceExport.Of(file.At, file.Absolute(file.Dated.Sources)));
}
