using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// What came to a record since another state of it, where nothing but entries that correct nothing was added: then what was arranged of the one can
/// be carried on for the other, and need not be made anew.
/// </summary>
internal sealed class AddedEntries
{
    // Of more, sorting all of them is as quick.
    private const int Most = 2_000;

    private readonly Dictionary<Type, IReadOnlyList<IEntry>> _of;

    private AddedEntries(Dictionary<Type, IReadOnlyList<IEntry>> of)
    {
        _of = of;
        StatusEvents = [.. Of(typeof(StatusEvent)).Cast<StatusEvent>()];
        Positions = [.. Of(typeof(Position)).Cast<Position>()];
        Issues = StatusEvents.Select(e => e.IssueKey).Concat(Positions.Select(p => p.IssueKey)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The status events among them.</summary>
    public IReadOnlyList<StatusEvent> StatusEvents { get; }

    /// <summary>The positions among them.</summary>
    public IReadOnlyList<Position> Positions { get; }

    /// <summary>The keys of the issues that they are about.</summary>
    public IReadOnlySet<string> Issues { get; }

    /// <summary>The days on which they happened.</summary>
    public IEnumerable<DateOnly> Days => _of.Values.SelectMany(entries => entries).Select(entry => entry.OccurredOn);

    /// <summary>Those of a type, in the order in which they came.</summary>
    public IReadOnlyList<IEntry> Of(Type rowType) => _of[rowType];

    /// <summary>What came between two states; null where something else changed, too.</summary>
    public static AddedEntries? Between(NegotiationRecord then, NegotiationRecord now)
    {
        if (!ReferenceEquals(then.Negotiation, now.Negotiation))
        {
            return null;
        }

        var added = new Dictionary<Type, IReadOnlyList<IEntry>>();
        foreach (var list in RecordSections.Lists)
        {
            var (before, after) = (list.In(then), list.In(now));
            if (!list.HoldsEntries)
            {
                if (!ReferenceEquals(before, after))
                {
                    return null;
                }
            }
            else if (Appended(before, after) is { } entries)
            {
                added[list.RowType] = entries;
            }
            else
            {
                return null;
            }
        }

        return new AddedEntries(added);
    }

    // What corrects an entry stands by itself as long as that is not there: an entry that somebody waited for changes more than itself.
    private static IReadOnlyList<IEntry>? Appended(IReadOnlyList<IRow> before, IReadOnlyList<IRow> after)
    {
        if (ReferenceEquals(before, after))
        {
            return [];
        }

        if (after.Count < before.Count || after.Count - before.Count > Most)
        {
            return null;
        }

        IReadOnlyList<IEntry> added = [.. after.Skip(before.Count).Cast<IEntry>()];
        var keys = added.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < before.Count; i++)
        {
            if (!ReferenceEquals(before[i], after[i]) || (((IEntry)before[i]).SupersedesKey is { } superseded && keys.Contains(superseded)))
            {
                return null;
            }
        }

        return added.All(entry => entry.Kind == EntryKind.Change) ? added : null;
    }
}
