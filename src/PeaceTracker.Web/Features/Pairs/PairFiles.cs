using PeaceTracker.Services.Pairs;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Pairs;

/// <summary>The shares of the pairs over time as files: of all, or of the one asked for.</summary>
public static class PairFiles
{
    private const string DyadName = "dyad";

    /// <summary>Maps the files.</summary>
    public static void MapPairFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles("pairs", file =>
        {
            var (dyad, order) = (Dyad(file), file.Values.Order(ListedPair.Usual));
            return PairExport.Of(
                file.At, dyad, order, [(DyadName, dyad), .. order.Values],
                file.Absolute(dyad is null ? file.Dated.To("pairs", order.Values) : file.Dated.Pair(dyad)));
        });
        app.MapBoardPicture<PairImage>("pairs", file =>
            Dyad(file) is not { } key ? [(nameof(PairImage.Lines), PairLines.Of(file.At))]
            : PairView.Of(file.At, key) is { } view ? [(nameof(PairImage.Lines), PairLines.Of(view))] : null);
    }

    private static string? Dyad(BoardFile file) => file.Values.Filter(DyadName, file.Values.L["pair"], file.At.Board.Dyads.Keys);
}
