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

    private static string Folded(IDescriptive row) =>
        string.Join(' ', SearchText.Fold(row.Words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
