using PeaceTracker.Services.Talks;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Talks;

/// <summary>Rounds and working groups as files.</summary>
public static class TalksFiles
{
    /// <summary>Maps the files.</summary>
    public static void MapTalksFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles("rounds", file => TalksExport.Rounds(file.At, file.Absolute(file.Dated.Rounds)));
        app.MapBoardFiles("working-groups", file => TalksExport.WorkingGroups(file.At, file.Absolute(file.Dated.WorkingGroups)));
    }
}
