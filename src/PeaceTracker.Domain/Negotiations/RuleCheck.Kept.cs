using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>What need not be held against the rules again, because it stands in a record that was kept.</summary>
internal sealed partial class RuleCheck
{
    /// <summary>
    /// How many of the first entries of a type need not be looked at: they stand in the record that was kept, to which rows were only added.
    /// What they refer to is there as it was, and no row that was added can break a rule for them, but one that lets them stand again.
    /// </summary>
    public int Kept<T>() where T : class, IEntry<T> => _onlyAdded.Value ? kept!.Rows<T>().Count : 0;

    /// <summary>Whether all descriptions are those of the record that was kept, to which nothing but entries was added.</summary>
    public bool OnlyEntriesCame => _onlyAdded.Value
        && RecordSections.Lists.All(list => list.HoldsEntries || ReferenceEquals(list.In(Record), list.In(kept!)));

    private readonly Lazy<bool> _onlyAdded = new(() => kept is not null && ReferenceEquals(kept.Negotiation, record.Negotiation)
        && RecordSections.Lists.All(list => BeginsWith(list.In(record), list.In(kept))));

    private static bool BeginsWith(IReadOnlyList<IRow> rows, IReadOnlyList<IRow> first)
    {
        if (ReferenceEquals(rows, first))
        {
            return true;
        }

        var same = rows.Count >= first.Count;
        for (var i = 0; same && i < first.Count; i++)
        {
            same = ReferenceEquals(rows[i], first[i]);
        }

        return same;
    }
}
