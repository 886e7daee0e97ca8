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
            var issue = file.Values.Filter(IssueName, file.Values.L["issue"], file.At.Board.Issues.Keys);
            var party = file.Values.Filter(PartyName, file.Values.L["party"], file.At.Board.Parties.Keys);
            return PositionExport.Of(
                file.At, issue, party, [(IssueName, issue), (PartyName, party)],
                file.Absolute(issue is not null ? file.Dated.Issue(issue) : party is not null ? file.Dated.Party(party) : file.Dated.Matrix));
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
