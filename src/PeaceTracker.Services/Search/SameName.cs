using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Search;

/// <summary>Rows that nobody could tell apart by their names. That may be right, so it is asked about and not refused.</summary>
public static class SameName
{
    /// <summary>
    /// The row of its kind that stands on the board by the same name, as searches compare names; null where there is none, or where
    /// <paramref name="original"/>, which it is to replace, had that name already.
    /// </summary>
    public static IDescriptive? Of(NegotiationRecord record, IDescriptive row, IDescriptive? original)
    {
        ArgumentNullException.ThrowIfNull(row);
        var name = Folded(row);
        return name.Length == 0 || (original is not null && Folded(original) == name) || RecordSections.Of(row.GetType()) is not RecordList list
            ? null
            : list.In(record).OfType<IDescriptive>()
                .FirstOrDefault(other => other.Retracted is null && other.Key != row.Key && Folded(other) == name);
    }

    /// <summary>The new rows of a record, as against <paramref name="before"/>, whose names stand on the board already, or twice among them; each
    /// name once.</summary>
    public static IReadOnlyList<string> Among(NegotiationRecord before, NegotiationRecord after) =>
    [
        .. from list in RecordSections.Lists
           where !list.HoldsEntries
           let known = list.In(before).Select(row => row.Key).ToHashSet(StringComparer.Ordinal)
           from row in list.In(after).OfType<IDescriptive>()
           where !known.Contains(row.Key) && Of(after, row, null) is not null
           group row by (list.Name, Folded(row)) into same
           select same.First().Words,
    ];

    private static string Folded(IDescriptive row) =>
        string.Join(' ', SearchText.Fold(row.Words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
