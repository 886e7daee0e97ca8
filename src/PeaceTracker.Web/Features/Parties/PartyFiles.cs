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
            var order = file.Values.Order(ListedParty.Usual);
            return PartyExport.Of(file.At, order, file.Absolute(file.Dated.To("parties", order.Values)));
        });
        app.MapBoardFiles("delegates", file =>
        {
            var party = file.Values.Filter(PartyName, file.Values.L["party"], file.At.Board.Parties.Keys);
            return PartyExport.Delegates(
                file.At, party, [(PartyName, party)], file.Absolute(party is null ? file.Dated.Parties : file.Dated.Party(party)));
        });
    }
}
