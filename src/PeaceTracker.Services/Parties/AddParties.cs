using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Parties;

/// <summary>A party of a table, by the name that the table's pairs have for it.</summary>
/// <param name="Id">That name.</param>
/// <param name="At">Its place in the form.</param>
/// <param name="Row">The party.</param>
public sealed record PartyLine(string Id, string At, Party Row);

/// <summary>A pair of a table: of parties on the board, by their keys, or of the same table.</summary>
public sealed record PairLine(string At, string First, string Second, bool Required);

/// <summary>Adds several parties, and pairs of them, all or none.</summary>
public sealed record AddParties(string Slug, IReadOnlyList<PartyLine> Parties, IReadOnlyList<PairLine> Pairs) : BoardCommand(Slug)
{
    /// <inheritdoc />
    public override string What => "parties-added";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (Parties.Count + Pairs.Count == 0)
        {
            return SaveResult.Refuse("Nothing has been entered yet: name a party, or tick a pair.");
        }

        var keys = Parties.ToDictionary(party => party.Id, party => edit.Add(party.Row, party.At).Key, StringComparer.Ordinal);
        foreach (var pair in Pairs)
        {
            var (first, second) = (keys.GetValueOrDefault(pair.First, pair.First), keys.GetValueOrDefault(pair.Second, pair.Second));
            edit.Add(new Dyad { Key = "", FirstPartyKey = first, SecondPartyKey = second, Required = pair.Required }, pair.At);
        }

        return null;
    }

    internal override string Summary(RecordEdit edit) =>
        $"Added: {string.Join(", ", Parties.Select(party => party.Row.Name))}{(Parties.Count > 0 && Pairs.Count > 0 ? "; " : "")}"
        + (Pairs.Count switch { 0 => "", 1 => "1 pair", var many => $"{many} pairs" }) + ".";
}
