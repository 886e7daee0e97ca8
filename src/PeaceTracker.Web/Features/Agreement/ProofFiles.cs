using PeaceTracker.Services.Agreement;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>The proof as a file.</summary>
public static class ProofFiles
{
    /// <summary>The name of the page, and of the file.</summary>
    public const string Page = "proof";

    /// <summary>Maps the file.</summary>
    public static void MapProofFile(this IEndpointRouteBuilder app) => app.MapBoardFile(Page, "json", file =>
    {
        var json = ProofFile.Json(ProofView.Of(file.At), ProofWords.Formulas(file.Values.L), file.Absolute(file.Dated.Proof));
        return Task.FromResult(
            KeptElsewhere.File(file.Http.HttpContext, json, "application/json; charset=utf-8", BoardFiles.Name(file.At, Page, "json")));
    });
}
