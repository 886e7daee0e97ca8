using PeaceTracker.Web.Features.Agreement;
using PeaceTracker.Web.Features.Claims;
using PeaceTracker.Web.Features.Drafts;
using PeaceTracker.Web.Features.Import;
using PeaceTracker.Web.Features.Negotiations;
using PeaceTracker.Web.Features.Parties;
using PeaceTracker.Web.Features.Positions;
using PeaceTracker.Web.Features.Sources;
using PeaceTracker.Web.Features.Talks;

namespace PeaceTracker.Web.Hosting;

/// <summary>What can be had of boards as files, besides what the pages of issues, shares, pairs and changes give.</summary>
public static class BoardTables
{
    /// <summary>Maps the files of the features, and of all tables together.</summary>
    public static void MapBoardTables(this IEndpointRouteBuilder app)
    {
        app.MapPositionFiles();
        app.MapPartyFiles();
        app.MapTalksFiles();
        app.MapDraftFiles();
        app.MapClaimFiles();
        app.MapSourceFiles();
        app.MapImportTemplates();
        app.MapBriefing();
        app.MapNegotiationFiles();
    }
}
