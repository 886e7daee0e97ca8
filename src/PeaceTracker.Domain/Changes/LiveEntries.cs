namespace PeaceTracker.Domain.Changes;

/// <summary>Folds corrections and retractions: which entries stand, as the record was known at a moment.</summary>
public static class LiveEntries
{
    /// <summary>
    /// The entries that stand when the record is read as known at the end of <paramref name="knownAt"/> (UTC; null: all that is
    /// recorded), in order of <see cref="IEntry.OccurredOn"/>, then of recording, then of key.
    /// An entry stands unless a standing correction or retraction supersedes it, so retracting a correction brings the first
    /// entry back. A retraction itself says nothing about the world and is never among the result.
    /// The order in which entries are given does not matter. An entry can only be superseded by one recorded at the same time
    /// or later (the rules of the record see to that), and of two at the same moment the later key decides.
    /// </summary>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> entries, DateOnly? knownAt) where T : IEntry
    {
        var known = entries.Where(e => IsKnown(e.RecordedAt, knownAt)).ToList();
        var superseded = new HashSet<string>(StringComparer.Ordinal);
        var bySupersededKey = known.Where(e => e.SupersedesKey is not null).ToLookup(e => e.SupersedesKey!, StringComparer.Ordinal);
        if (bySupersededKey.Count > 0)
        {
            var verdicts = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (var entry in known)
            {
                if (!Stands(entry.Key, bySupersededKey, verdicts))
                {
                    superseded.Add(entry.Key);
                }
            }
        }

        return known
            .Where(e => e.Kind != EntryKind.Retraction && !superseded.Contains(e.Key))
            .OrderBy(e => e.OccurredOn).ThenBy(e => e.RecordedAt).ThenBy(e => e.Key, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Whether something recorded at <paramref name="recordedAt"/> (UTC) was known at the end of the day <paramref name="knownAt"/>; null means now, with all that is recorded.</summary>
    public static bool IsKnown(DateTime recordedAt, DateOnly? knownAt) =>
        knownAt is null || DateOnly.FromDateTime(recordedAt) <= knownAt.Value;

    private static bool Stands<T>(string key, ILookup<string, T> bySupersededKey, Dictionary<string, bool> verdicts) where T : IEntry
    {
        if (verdicts.TryGetValue(key, out var verdict))
        {
            return verdict;
        }

        // Set before the descent, so that a loop in a faulty record ends (the rules refuse such a record).
        verdicts[key] = true;
        verdict = !bySupersededKey[key].Any(e => Stands(e.Key, bySupersededKey, verdicts));
        verdicts[key] = verdict;
        return verdict;
    }
}
