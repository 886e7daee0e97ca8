namespace PeaceTracker.Domain.Changes;

/// <summary>Folds corrections and retractions: which entries stand, as the record was known at a moment.</summary>
public static class LiveEntries
{
    /// <summary>
    /// The entries that stand when the record is read as known before the moment <paramref name="before"/> (UTC; null: all that is
    /// recorded), in order of <see cref="IEntry.OccurredOn"/>, then of their order in the day, then of recording, then of key.
    /// A correction replaces what it supersedes; a correction of a correction replaces both. A retraction
    /// takes out the entry that it supersedes and all that this entry did, so retracting a correction brings back what was
    /// corrected, and retracting a retraction what was retracted. Of several that supersede the same entry the last recorded
    /// decides, of the same moment the one with the later key: one change never yields more than one live entry.
    /// A retraction itself says nothing about the world and is never among the result. The order in which entries are given does
    /// not matter. A correction of an entry that is not there stands by itself; entries that supersede each other in a loop
    /// don't stand (the rules of the record refuse both).
    /// </summary>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> entries, DateTime? before) where T : class, IEntry
    {
        var known = entries.Where(e => IsKnown(e.RecordedAt, before)).ToList();
        return
        [
            .. (known.TrueForAll(e => e.Kind == EntryKind.Change) ? known : Folded(known))
                .OrderBy(e => e.OccurredOn).ThenBy(e => e.OrderInDay).ThenBy(e => e.RecordedAt).ThenBy(e => e.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The order of <see cref="Of"/>.</summary>
    internal static int Compare(IEntry one, IEntry other) =>
        one.OccurredOn.CompareTo(other.OccurredOn) is not 0 and var byDay ? byDay
        : one.OrderInDay.CompareTo(other.OrderInDay) is not 0 and var byOrder ? byOrder
        : one.RecordedAt.CompareTo(other.RecordedAt) is not 0 and var byRecording ? byRecording
        : string.CompareOrdinal(one.Key, other.Key);

    /// <summary>
    /// By the key of every known entry, also one that was corrected, the entry that stands for it: the live one of its chain of corrections and
    /// retractions. What points to an entry follows its corrections by it. An entry whose chain has none that stands is not in it.
    /// </summary>
    public static IReadOnlyDictionary<string, T> InPlace<T>(IEnumerable<T> entries, DateTime? before) where T : class, IEntry
    {
        var known = entries.Where(e => IsKnown(e.RecordedAt, before)).DistinctBy(e => e.Key).ToDictionary(e => e.Key, StringComparer.Ordinal);
        var firsts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in known.Values)
        {
            Resolve(entry);
        }

        var live = Of(known.Values, before).ToDictionary(e => firsts[e.Key], StringComparer.Ordinal);
        return known.Keys.Where(key => live.ContainsKey(firsts[key])).ToDictionary(key => key, key => live[firsts[key]], StringComparer.Ordinal);

        // Down to the first of the chain, or to one whose first is known; a loop ends where it began, and nothing of it stands.
        void Resolve(T entry)
        {
            var path = new List<string>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (!firsts.ContainsKey(entry.Key) && seen.Add(entry.Key))
            {
                path.Add(entry.Key);
                if (entry.Kind == EntryKind.Change || entry.SupersedesKey is null || !known.TryGetValue(entry.SupersedesKey, out var earlier))
                {
                    break;
                }

                entry = earlier;
            }

            var first = firsts.GetValueOrDefault(entry.Key, entry.Key);
            path.ForEach(key => firsts[key] = first);
        }
    }

    /// <summary>Whether something recorded at <paramref name="recordedAt"/> (UTC) was known before a moment; null means now, with all that is
    /// recorded.</summary>
    public static bool IsKnown(DateTime recordedAt, DateTime? before) => before is null || recordedAt < before.Value;

    /// <summary>Whether a descriptive row was in the record before a moment: entered, and not yet retracted; null means now.</summary>
    public static bool IsLive(IDescriptive row, DateTime? before) =>
        IsKnown(row.RecordedAt, before) && !(row.Retracted is { } retraction && IsKnown(retraction.At, before));

    private static IEnumerable<T> Folded<T>(List<T> known) where T : class, IEntry
    {
        var keys = known.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var isFirst = known.ToLookup(e => e.Kind == EntryKind.Change || e.SupersedesKey is null || !keys.Contains(e.SupersedesKey));
        var superseders = isFirst[false]
            .OrderBy(e => e.RecordedAt).ThenBy(e => e.Key, StringComparer.Ordinal)
            .ToLookup(e => e.SupersedesKey!, StringComparer.Ordinal);

        // Each entry before those that supersede it; a list and no recursion, so that no depth of corrections exhausts the stack.
        var ordered = isFirst[true].ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            ordered.AddRange(superseders[ordered[i].Key]);
        }

        // Backwards: what replaces each entry; null for a retraction in force; none for an entry taken out.
        var inPlaceOf = new Dictionary<string, T?>(StringComparer.Ordinal);
        for (var i = ordered.Count - 1; i >= 0; i--)
        {
            var entry = ordered[i];
            var decisive = superseders[entry.Key].LastOrDefault(s => inPlaceOf.ContainsKey(s.Key));
            if (decisive is null)
            {
                inPlaceOf[entry.Key] = entry.Kind == EntryKind.Retraction ? null : entry;
            }
            else if (inPlaceOf[decisive.Key] is { } replacement)
            {
                inPlaceOf[entry.Key] = replacement;
            }
        }

        return isFirst[true].Select(e => inPlaceOf.GetValueOrDefault(e.Key)).OfType<T>();
    }
}
