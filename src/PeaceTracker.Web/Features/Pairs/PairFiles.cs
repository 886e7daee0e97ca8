using PeaceTracker.Services.Pairs;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Pairs;

/// <summary>The shares of the pairs over time as files: of all, or of the one asked for.</summary>
public static class PairFiles
{
    private const string DyadName = "dyad";

    /// <summary>Maps the files.</summary>
    public static void MapPairFiles(this IEndpointRouteBuilder app) => app.MapBoardFiles("pairs", file =>
    {
        var dyad = file.Values.Filter(DyadName, file.Values.L["pair"], file.At.Board.Dyads.Keys);
        return PairExport.Of(
            file.At, dyad, [(DyadName, dyad)], file.Absolute(dyad is null ? file.Dated.Pairs : file.Dated.Pair(dyad)));
    });
}
