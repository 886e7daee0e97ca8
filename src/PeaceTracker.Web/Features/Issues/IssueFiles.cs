using PeaceTracker.Services.Issues;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>The tables of issues as files: the list with all that matches, levels and status events, agendas.</summary>
public static class IssueFiles
{
    /// <summary>The names by which an address asks for one issue, and for one pair.</summary>
    public const string IssueName = "issue", DyadName = "dyad";

    /// <summary>Maps the files.</summary>
    public static void MapIssueFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles("issues", file =>
        {
            var query = IssueAddress.Read(file.Values, file.At);
            return IssueExport.Of(
                IssueList.Of(file.At, query), query.Filters().Select(f => (f.Name, f.Value)),
                file.Absolute(file.Dated.To("issues", query.FiltersAndOrder())));
        });
        app.MapBoardFiles("levels", file =>
        {
            var (issue, dyad) = Asked(file);
            return StatusEventExport.Levels(file.At, issue, dyad, [(IssueName, issue), (DyadName, dyad)], file.Absolute(SeenAt(file, issue, dyad)));
        });
        app.MapBoardFiles("status-events", file =>
        {
            var (issue, dyad) = Asked(file);
            return StatusEventExport.Of(file.At, issue, dyad, [(IssueName, issue), (DyadName, dyad)], file.Absolute(SeenAt(file, issue, dyad)));
        });
        app.MapBoardPicture<TimelineImage>("timeline", file =>
            (Asked(file).Issue is { } key ? [key] : file.At.Issues.Select(i => i.Issue.Key)).Select(k => IssueView.Of(file.At, k)).OfType<IssueView>()
                .FirstOrDefault(IssueTimeline.HasSomething) is { } view ? [(nameof(TimelineImage.View), view)] : null);
        app.MapBoardPicture<PathsImage>("paths", file => [(nameof(PathsImage.ByMove), file.Values.OneOf("sort", ["move"]) is not null)]);
        app.MapBoardPicture<LinkImage>("links");
        app.MapBoardFiles("agendas", file => AgendaExport.Of(file.At, file.Absolute(file.Dated.Agendas)));
    }

    private static (string? Issue, string? Dyad) Asked(BoardFile file)
    {
        var issues = file.At.Board.Issues.Keys.Where(key => file.At.IssueOnOrOffAgenda(key) is not null);
        return (file.Values.Filter(IssueName, file.Values.L["issue"], issues),
            file.Values.Filter(DyadName, file.Values.L["pair"], file.At.Board.Dyads.Keys));
    }

    private static string SeenAt(BoardFile file, string? issue, string? dyad) => issue is not null ? file.Dated.Issue(issue)
        : dyad is not null ? file.Dated.Pair(dyad) : file.Dated.Matrix;
}
