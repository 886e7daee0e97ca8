using PeaceTracker.Services.Export;
using PeaceTracker.Services.Parties;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Parties;

/// <summary>Parties and delegates as files.</summary>
public static class PartyFiles
{
    private const string PartyName = "party";

    /// <summary>Maps the files.</summary>
    public static void MapPartyFiles(this IEndpointRouteBuilder app)
    {
        app.MapBoardFiles("parties", file =>
        {
            var query = PartyAddress.Read(file.Values);
            return PartyExport.Of(file.At, query, query.Values(), file.Absolute(file.Dated.To("parties", query.Values())));
        });
        app.MapBoardFiles("delegates", file =>
        {
            var parties = file.Values.Filters(PartyName, file.Values.L["party"], file.At.Board.Record.Parties.Select(p => p.Key));
            var query = PartyAddress.Read(file.Values);
            return PartyExport.Delegates(
                file.At, parties, query, [(PartyName, parties.Text()), .. query.Filters().Values()],
                file.Absolute(parties.One() is { } party ? file.Dated.Party(party) : file.Dated.To("parties", query.Filters().Values())));
        });
    }
}
