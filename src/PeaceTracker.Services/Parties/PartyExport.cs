using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Parties;

/// <summary>Parties and delegates as tables for files.</summary>
public static class PartyExport
{
    /// <summary>The parties that a query asks for, as they are listed; <paramref name="asked"/> is the query as the address says it.</summary>
    public static ExportTable Of(
        BoardSnapshot at, PartyQuery query, IEnumerable<(string Name, string? Value)> asked, string seenAt) => ExportTable.Of<ListedParty>(
        $"{at.Negotiation.Title}: parties",
        ExportTable.AboutOf(at, "The parties involved.", seenAt, asked),
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
        ListedParty.Of(at, query));

    /// <summary>The delegates: all, those of the parties that a query asks for, or of some of them.</summary>
    public static ExportTable Delegates(
        BoardSnapshot at, ChosenSet<string> parties, PartyQuery query, IEnumerable<(string Name, string? Value)> filters, string seenAt)
    {
        var asked = ListedParty.Of(at, query).Select(listed => listed.Party.Key).Where(parties.Passes).ToHashSet(StringComparer.Ordinal);
        return ExportTable.Of<PartyDelegate>(
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
            at.Delegates.Where(d => asked.Contains(d.PartyKey)));
    }
}
