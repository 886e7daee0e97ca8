using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Export;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Claims;

/// <summary>Claims and their appearances as files: all that match.</summary>
public static class ClaimFiles
{
    /// <summary>Maps the files.</summary>
    public static void MapClaimFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles("claims", file => Of(file, ClaimExport.Of));
        app.MapBoardFiles("claim-appearances", file => Of(file, ClaimExport.Appearances));
    }

    private static ExportTable Of(BoardFile file, Func<ClaimTable, IEnumerable<(string Name, string? Value)>, string, ExportTable> make)
    {
        var query = ClaimAddress.Read(file.Values, file.At);
        return make(
            ClaimTable.Of(file.At, query), query.Filters().Select(f => (f.Name, f.Value)),
            file.Absolute(file.Dated.To("claims", query.FiltersAndOrder())));
    }
}
