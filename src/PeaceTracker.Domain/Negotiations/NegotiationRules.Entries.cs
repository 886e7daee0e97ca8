using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Domain.Negotiations;

public static partial class NegotiationRules
{
    /// <summary>More entries of one matter in one day than any talks had: a slip of the keyboard.</summary>
    private const int MostInOneDay = 99;

    internal static void StatusEvents(RuleCheck check)
    {
        var issues = new Lazy<ILookup<string, Issue>>(() => check.Record.Issues.ToLookup(i => i.Key, StringComparer.Ordinal));
        foreach (var (entry, path) in Entries<StatusEvent>(check, (a, b) => (a.IssueKey, a.DyadKey) == (b.IssueKey, b.DyadKey), "issue and pair"))
        {
            check.Reference($"{path}.issue", entry.IssueKey, check.Issues);
            check.Reference($"{path}.dyad", entry.DyadKey, check.Dyads);
            if (check.IsLive && check.Dyads.Contains(entry.DyadKey)
                && issues.Value[entry.IssueKey].FirstOrDefault() is { } issue
                && !issue.DyadKeys.Contains(entry.DyadKey) && !issue.Earlier.Any(e => e.DyadKeys.Contains(entry.DyadKey)))
            {
                check.Add(
                    $"{path}.dyad",
                    $"The issue {RuleCheck.Quote(entry.IssueKey)} does not apply to the pair {RuleCheck.Quote(entry.DyadKey)}. "
                    + "Use one of its pairs, or add this one to the issue’s pairs.");
            }

            check.Text($"{path}.rationale", entry.Rationale, TextLimits.Rationale);
            check.Reference($"{path}.round", entry.RoundKey, check.Rounds);
            check.Citations($"{path}.citations", entry.Citations, required: true);
        }
    }

    internal static void Positions(RuleCheck check)
    {
        foreach (var (position, path) in Entries<Position>(check, (a, b) => (a.PartyKey, a.IssueKey) == (b.PartyKey, b.IssueKey), "party and issue"))
        {
            check.Reference($"{path}.party", position.PartyKey, check.Parties);
            check.Reference($"{path}.issue", position.IssueKey, check.Issues);
            check.Text($"{path}.text", position.Text, TextLimits.Text);
            check.Reference($"{path}.round", position.RoundKey, check.Rounds);
            check.Citations($"{path}.citations", position.Citations, required: true);
        }
    }

    /// <summary>
    /// What all append-only entries have in common is checked first: keys, dates, and the chain of corrections and retractions. Then come the
    /// entries, each with its path, in turn the row that is looked at: a superseded one may refer to what was retracted.
    /// </summary>
    internal static IEnumerable<(T Entry, string Path)> Entries<T>(RuleCheck check, Func<T, T, bool> sameMatter, string matter)
        where T : class, IEntry<T>
    {
        var entries = check.Record.Rows<T>();
        var (section, kept) = (RecordSections.Of<T>().Name, check.Kept<T>());
        check.Keys(section, entries.Select(e => e.Key), kept);
        var chains = new Lazy<Chains<T>>(
            () =>
            {
                var byKey = ByKey(entries);
                return new(section, byKey, InLoops(entries, byKey), sameMatter, matter);
            });
        for (var i = kept; i < entries.Count; i++)
        {
            var (entry, path) = (entries[i], $"{section}[{i}]");
            Reason(check, $"{path}.reason", entry);
            check.Date($"{path}.occurredOn", entry.OccurredOn, entry.Precision);
            check.Between($"{path}.orderInDay", entry.OrderInDay, 0, MostInOneDay);
            check.Recorded(path, entry.RecordedAt, entry.RecordedBy);
            Supersedes(check, path, entry, chains);
        }

        // Where nothing that was added supersedes anything, nothing else stands otherwise than before.
        var added = entries.Skip(kept);
        var fallen = added.All(e => e.SupersedesKey is null && (kept > 0 || e.Kind == EntryKind.Change)) ? null : Fallen(entries);
        var again = kept > 0 && fallen is not null ? Superseded(added, chains.Value.ByKey) : [];
        for (var i = kept > 0 && again.Count == 0 ? kept : 0; i < entries.Count; i++)
        {
            if (i >= kept || again.Contains(entries[i].Key))
            {
                check.IsLive = fallen?.Contains(entries[i].Key) != true;
                yield return (entries[i], $"{section}[{i}]");
            }
        }
    }

    // The first of each key.
    private static Dictionary<string, T> ByKey<T>(IReadOnlyList<T> entries) where T : class, IEntry
    {
        var byKey = new Dictionary<string, T>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            byKey.TryAdd(entry.Key, entry);
        }

        return byKey;
    }

    // The keys of those that don't stand: only what supersedes or is superseded can be one.
    private static HashSet<string> Fallen<T>(IReadOnlyList<T> entries) where T : class, IEntry
    {
        var fallen = entries.Where(e => e.SupersedesKey is not null || e.Kind != EntryKind.Change)
            .SelectMany(e => e.SupersedesKey is { } key ? [e.Key, key] : new[] { e.Key }).ToHashSet(StringComparer.Ordinal);
        fallen.ExceptWith(LiveEntries.Of(entries.Where(e => fallen.Contains(e.Key)).DistinctBy(e => e.Key), null).Select(e => e.Key));
        return fallen;
    }

    /// <summary>The keys of what entries supersede, and of what that superseded, which may stand again.</summary>
    private static HashSet<string> Superseded<T>(IEnumerable<T> entries, Dictionary<string, T> byKey) where T : class, IEntry
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in entries)
        {
            for (var key = start.SupersedesKey; key is not null && keys.Add(key); key = byKey.GetValueOrDefault(key)?.SupersedesKey)
            {
            }
        }

        return keys;
    }

    private static void Reason(RuleCheck check, RulePath path, IEntry entry)
    {
        check.Text(path, entry.Reason, TextLimits.Note);
        if (entry.Kind == EntryKind.Change && entry.Reason is not null)
        {
            check.Add(path, "Only a correction or a retraction has a reason. Leave reason out.");
        }
    }

    private static void Supersedes<T>(RuleCheck check, string at, T entry, Lazy<Chains<T>> lookup) where T : class, IEntry<T>
    {
        var path = $"{at}.supersedes";
        if (entry.Kind == EntryKind.Change)
        {
            if (entry.SupersedesKey is not null)
            {
                check.Add(path, "A change supersedes nothing. Make it a correction or a retraction, or leave supersedes out.");
            }

            return;
        }

        var chains = lookup.Value;
        var word = entry.Kind == EntryKind.Correction ? "correction" : "retraction";
        if (entry.SupersedesKey is not { } key)
        {
            check.Add(path, $"A {word} must say which entry it supersedes. Give that entry’s key.");
        }
        else if (chains.ByKey.GetValueOrDefault(key) is not { } earlier)
        {
            var hint = check.Nearest(check.Known<T>(), key) is { } nearest
                ? $"Did you mean “{nearest}”?"
                : "Give the key of the entry that it supersedes.";
            check.Add(path, $"There is no {RuleCheck.Quote(key)} in {chains.Section}. {hint}");
        }
        else if (chains.InLoops.Contains(entry.Key))
        {
            check.Add(path, $"This {word} supersedes itself by way of others. Make it supersede an earlier entry.");
        }
        else
        {
            if (!chains.SameMatter(entry, earlier))
            {
                check.Add(
                    path,
                    $"{RuleCheck.Quote(key)} is about another {chains.Matter}. "
                    + $"A {word} must be about the same {chains.Matter} as the entry it supersedes.");
            }

            if (entry.RecordedAt < earlier.RecordedAt)
            {
                check.Add(
                    $"{at}.recordedAt",
                    $"The {word} was recorded before {RuleCheck.Quote(key)}, which it supersedes. Correct one of the two times.");
            }
        }
    }

    /// <summary>The keys of entries that supersede themselves in the end.</summary>
    private static HashSet<string> InLoops<T>(IReadOnlyList<T> entries, Dictionary<string, T> byKey) where T : class, IEntry
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var loops = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in entries.Where(e => e.SupersedesKey is not null))
        {
            var chain = new List<string>();
            var onChain = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var entry = start; entry is not null && done.Add(entry.Key); entry = Superseded(entry))
            {
                onChain[entry.Key] = chain.Count;
                chain.Add(entry.Key);
                if (entry.SupersedesKey is { } next && onChain.TryGetValue(next, out var back))
                {
                    loops.UnionWith(chain.Skip(back));
                }
            }
        }

        return loops;

        T? Superseded(T entry) => entry.SupersedesKey is { } key ? byKey.GetValueOrDefault(key) : null;
    }

    /// <summary>The entries of a section by key, and what holds for those that supersede another.</summary>
    private sealed record Chains<T>(string Section, Dictionary<string, T> ByKey, HashSet<string> InLoops, Func<T, T, bool> SameMatter, string Matter);
}
