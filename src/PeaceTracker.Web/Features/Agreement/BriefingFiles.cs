using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>The briefing as a document for a word processor.</summary>
public static class BriefingFiles
{
    /// <summary>The name of the file.</summary>
    public const string Page = "briefing";

    /// <summary>The name of the date since which it says what changed.</summary>
    public const string SinceName = "since";

    private const int UsualDays = 30;

    /// <summary>Maps the file.</summary>
    public static void MapBriefing(this IEndpointRouteBuilder app) => app.MapBoardFile(Page, "docx", async file =>
    {
        var since = Since(file);
        return file.Values.Refusal is not null ? Results.Empty : KeptElsewhere.File(
            file.Http.HttpContext, await new Briefing(file, since).WriteAsync(),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", BoardFiles.Name(file.At, Page, "docx"));
    });

    // Thirty days where nothing is asked for, and never before the board begins.
    private static DateOnly Since(BoardFile file)
    {
        var (l, start, date) = (file.Values.L, file.At.Negotiation.StartedOn, file.At.Date);
        if (file.Values.Date(SinceName) is not { } since)
        {
            return date < start.AddDays(UsualDays) ? start : date.AddDays(-UsualDays);
        }

        if (since < start)
        {
            file.Values.Refuse(l["{0} is before this negotiation. Its board begins on {1}.", l.Date(since), l.Date(start)]);
        }
        else if (since > date)
        {
            file.Values.Refuse(l["{0} is after the date of this board, {1}. Two dates up to it can be compared.", l.Date(since), l.Date(date)]);
        }

        return since;
    }
}
