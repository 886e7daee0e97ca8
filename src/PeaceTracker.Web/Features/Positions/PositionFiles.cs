using PeaceTracker.Services.Export;
using PeaceTracker.Services.Positions;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Positions;

/// <summary>Positions and the matrix as files.</summary>
public static class PositionFiles
{
    private const string IssueName = "issue", PartyName = "party";

    /// <summary>Maps the files.</summary>
    public static void MapPositionFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles("positions", file =>
        {
            var issues = file.Values.Filters(IssueName, file.Values.L["issue"], file.At.Board.Record.Issues.Select(i => i.Key));
            var parties = file.Values.Filters(PartyName, file.Values.L["party"], file.At.Board.Record.Parties.Select(p => p.Key));
            return PositionExport.Of(
                file.At, issues, parties, [(IssueName, issues.Text()), (PartyName, parties.Text())],
                file.Absolute(issues.One() is { } issue ? file.Dated.Issue(issue)
                    : parties.One() is { } party ? file.Dated.Party(party) : file.Dated.Matrix));
        });
        app.MapBoardPicture<MatrixImage>("matrix", file =>
            MatrixAddress.Read(file.Values, file.At) is var query && file.Values.Refusal is null
                ? [(nameof(MatrixImage.View), MatrixView.Of(file.At, query))] : null);
        app.MapBoardFiles("matrix", file =>
        {
            var query = MatrixAddress.Read(file.Values, file.At);
            return PositionExport.Matrix(
                MatrixView.Of(file.At, query), query.Filters().Select(f => (f.Name, f.Value)),
                file.Absolute(file.Dated.To("matrix", query.Values())));
        });
    }
}
