using PeaceTracker.Services.Pairs;
using PeaceTracker.Services.Talks;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Talks;

/// <summary>Rounds and working groups as files.</summary>
public static class TalksFiles
{
    /// <summary>Maps the files.</summary>
    public static void MapTalksFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles("rounds", file =>
        {
            var query = RoundAddress.Read(file.Values, file.At);
            return TalksExport.Rounds(file.At, query, query.Values(), file.Absolute(file.Dated.To("rounds", query.Values())));
        });
        app.MapBoardPicture<CalendarImage>("calendar", file =>
        {
            var dyad = file.Values.Filter("dyad", file.Values.L["pair"], file.At.Board.Dyads.Keys);
            return dyad is null ? [] : PairView.Of(file.At, dyad) is { } view ? [(nameof(CalendarImage.Pair), view)] : null;
        });
        app.MapBoardFiles("working-groups", file =>
        {
            var query = GroupAddress.Read(file.Values, file.At);
            return TalksExport.WorkingGroups(file.At, query, query.Values(), file.Absolute(file.Dated.To("working-groups", query.Values())));
        });
    }
}
