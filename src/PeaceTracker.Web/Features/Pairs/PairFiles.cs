using PeaceTracker.Services.Export;
using PeaceTracker.Services.Pairs;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Pairs;

/// <summary>The shares of the pairs over time as files: of all, or of those asked for; as a picture of one.</summary>
public static class PairFiles
{
    private const string DyadName = "dyad";

    /// <summary>Maps the files.</summary>
    public static void MapPairFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles("pairs", file =>
        {
            var dyads = file.Values.Filters(DyadName, file.Values.L["pair"], file.At.Board.Record.Dyads.Select(d => d.Key));
            var order = file.Values.Order(ListedPair.Usual);
            return PairExport.Of(
                file.At, dyads, order, [(DyadName, dyads.Text()), .. order.Values],
                file.Absolute(dyads.One() is { } dyad ? file.Dated.Pair(dyad) : file.Dated.To("pairs", order.Values)));
        });
        app.MapBoardPicture<PairImage>("pairs", file =>
            Dyad(file) is not { } key ? [(nameof(PairImage.Lines), PairLines.Of(file.At))]
            : PairView.Of(file.At, key) is { } view ? [(nameof(PairImage.Lines), PairLines.Of(view))] : null);
    }

    private static string? Dyad(BoardFile file) => file.Values.Filter(DyadName, file.Values.L["pair"], file.At.Board.Dyads.Keys);
}
