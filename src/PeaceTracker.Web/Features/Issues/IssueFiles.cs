using PeaceTracker.Services.Export;
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
            var (issues, dyads) = Asked(file);
            return StatusEventExport.Levels(file.At, issues, dyads, Filters(issues, dyads), file.Absolute(SeenAt(file, issues, dyads)));
        });
        app.MapBoardFiles("status-events", file =>
        {
            var (issues, dyads) = Asked(file);
            return StatusEventExport.Of(file.At, issues, dyads, Filters(issues, dyads), file.Absolute(SeenAt(file, issues, dyads)));
        });
        app.MapBoardPicture<TimelineImage>("timeline", file =>
            (Asked(file).Issues is { IsSet: true } asked ? asked : file.At.Issues.Select(i => i.Issue.Key))
                .Select(k => IssueView.Of(file.At, k)).OfType<IssueView>()
                .FirstOrDefault(IssueTimeline.HasSomething) is { } view ? [(nameof(TimelineImage.View), view)] : null);
        app.MapBoardPicture<PathsImage>("paths", file => [(nameof(PathsImage.ByMove), file.Values.OneOf("sort", ["move"]) is not null)]);
        app.MapBoardPicture<LinkImage>("links");
        app.MapBoardFiles("agendas", file => AgendaExport.Of(file.At, file.Absolute(file.Dated.Agendas)));
    }

    private static (ChosenSet<string> Issues, ChosenSet<string> Dyads) Asked(BoardFile file)
    {
        var issues = file.At.Board.Record.Issues.Select(i => i.Key).Where(key => file.At.IssueOnOrOffAgenda(key) is not null);
        return (file.Values.Filters(IssueName, file.Values.L["issue"], issues),
            file.Values.Filters(DyadName, file.Values.L["pair"], file.At.Board.Record.Dyads.Select(d => d.Key)));
    }

    private static IEnumerable<(string Name, string? Value)> Filters(ChosenSet<string> issues, ChosenSet<string> dyads) =>
        [(IssueName, issues.Text()), (DyadName, dyads.Text())];

    private static string SeenAt(BoardFile file, ChosenSet<string> issues, ChosenSet<string> dyads) =>
        issues.One() is { } issue ? file.Dated.Issue(issue)
        : dyads.One() is { } dyad ? file.Dated.Pair(dyad) : file.Dated.Matrix;
}
