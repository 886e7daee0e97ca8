using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Parties;

/// <summary>Parties and delegates as tables for files.</summary>
public static class PartyExport
{
    /// <summary>The parties, as they are listed.</summary>
    public static ExportTable Of(BoardSnapshot at, TableOrder<PartySort> order, string seenAt) => ExportTable.Of<ListedParty>(
        $"{at.Negotiation.Title}: parties",
        ExportTable.AboutOf(at, "The parties involved.", seenAt, order.Values),
        [
            new("key", ColumnType.Text, "Key of the party.", x => x.Party.Key),
            new("name", ColumnType.Text, "Name.", x => x.Party.Name),
            new("short_name", ColumnType.Text, "Name for narrow places.", x => x.Party.ShortName),
            new("roles", ColumnType.Text, "Its roles.", x => RowTexts.Joined(x.Party.Roles.Select(role => ScaleWord.Of(role.Role)))),
            new("principal", ColumnType.Truth, "Whether nothing can be concluded without it.", x => x.IsPrincipal),
            new("since", ColumnType.Day, "The day from which it takes part.", x => x.Party.Since),
            new("description", ColumnType.Text, "Description.", x => x.Party.Description),
            new("positions", ColumnType.Whole, "Issues on which a position of it is in force.", x => x.Positions.Count, "issues"),
            new("red_lines", ColumnType.Whole, "Of these, red lines.", x => x.RedLines, "issues"),
            new("delegates", ColumnType.Whole, "Delegates named.", x => x.Delegates.Count, "delegates"),
            new("sources", ColumnType.Text, "Where its roles are reported.",
                x => RowTexts.Cited(at.Board, x.Party.Roles.SelectMany(r => r.Citations))),
            new("source_keys", ColumnType.Text, "Keys of the sources.", x => RowTexts.SourceKeys(x.Party.Roles.SelectMany(r => r.Citations))),
        ],
        ListedParty.Of(at, order));

    /// <summary>The delegates: all, or those of some parties.</summary>
    public static ExportTable Delegates(
        BoardSnapshot at, ChosenSet<string> parties, IEnumerable<(string Name, string? Value)> filters, string seenAt) =>
        ExportTable.Of<PartyDelegate>(
            $"{at.Negotiation.Title}: delegates",
            ExportTable.AboutOf(at, "People who represent a party.", seenAt, filters),
            [
                new("key", ColumnType.Text, "Key of the delegate.", d => d.Key),
                new("party_key", ColumnType.Text, "Key of the party.", d => d.PartyKey),
                new("party", ColumnType.Text, "Name of the party.", d => at.Board.Parties[d.PartyKey].Name),
                new("name", ColumnType.Text, "Name, or a description where the source withholds it.", d => d.Name),
                new("anonymous", ColumnType.Truth, "Whether the source withholds the name.", d => d.Anonymous),
                new("office", ColumnType.Text, "Title and office.", d => d.Office),
                new("office_as_of", ColumnType.Day, "The day as of which the office is stated.", d => d.OfficeAsOf),
                .. RowTexts.Entered<PartyDelegate>(at.Board, d => d.Citations),
            ],
            at.Delegates.Where(d => parties.Passes(d.PartyKey)));
}
