using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Negotiations;

public static partial class NegotiationRules
{
    private static void StatusEvents(RuleCheck check)
    {
        var events = check.Record.StatusEvents;
        Entries(check, "statusEvents", events, (a, b) => a.IssueKey == b.IssueKey && a.DyadKey == b.DyadKey, "issue and dyad");
        var live = LiveKeys(events);
        var dyadsOfIssue = check.Record.Issues.ToLookup(i => i.Key, i => i.DyadKeys.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        for (var i = 0; i < events.Count; i++)
        {
            var step = events[i];
            var path = $"statusEvents[{i}]";
            check.IsLive = live.Contains(step.Key);
            check.Reference($"{path}.issue", step.IssueKey, check.Issues);
            check.Reference($"{path}.dyad", step.DyadKey, check.Dyads);
            if (check.IsLive && check.Dyads.Contains(step.DyadKey)
                && dyadsOfIssue[step.IssueKey].FirstOrDefault() is { } dyads && !dyads.Contains(step.DyadKey))
            {
                check.Add($"{path}.dyad", $"The issue {RuleCheck.Quote(step.IssueKey)} does not apply to the dyad {RuleCheck.Quote(step.DyadKey)}. Use one of its dyads, or add this one to the issue's dyads.");
            }

            check.Text($"{path}.rationale", step.Rationale, TextLimits.Rationale);
            check.Reference($"{path}.round", step.RoundKey, check.Rounds);
            check.Citations($"{path}.citations", step.Citations, required: true);
        }
    }

    private static void Positions(RuleCheck check)
    {
        var positions = check.Record.Positions;
        Entries(check, "positions", positions, (a, b) => a.PartyKey == b.PartyKey && a.IssueKey == b.IssueKey, "party and issue");
        var live = LiveKeys(positions);
        for (var i = 0; i < positions.Count; i++)
        {
            var position = positions[i];
            var path = $"positions[{i}]";
            check.IsLive = live.Contains(position.Key);
            check.Reference($"{path}.party", position.PartyKey, check.Parties);
            check.Reference($"{path}.issue", position.IssueKey, check.Issues);
            check.Text($"{path}.text", position.Text, TextLimits.Text);
            check.Reference($"{path}.round", position.RoundKey, check.Rounds);
            check.Citations($"{path}.citations", position.Citations, required: true);
        }
    }

    /// <summary>What all append-only entries have in common: keys, dates, and the chain of corrections and retractions.</summary>
    private static void Entries<T>(
        RuleCheck check, string section, IReadOnlyList<T> entries, Func<T, T, bool> sameMatter, string matter) where T : class, IEntry
    {
        check.Keys(section, entries.Select(e => e.Key));
        var byKey = entries.ToLookup(e => e.Key, StringComparer.Ordinal);
        var known = new RuleCheck.KnownKeys("entry", entries.Select(e => e.Key));
        var loops = InLoops(entries, byKey);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            Reason(check, $"{section}[{i}].reason", entry);
            check.Date($"{section}[{i}].occurredOn", entry.OccurredOn, entry.Precision);
            check.Recorded($"{section}[{i}]", entry.RecordedAt, entry.RecordedBy);
            Supersedes(check, section, i, entry, byKey, known, loops, sameMatter, matter);
        }
    }

    private static void Reason(RuleCheck check, string path, IEntry entry)
    {
        check.Text(path, entry.Reason, TextLimits.Note);
        if (entry.Kind == EntryKind.Change && entry.Reason is not null)
        {
            check.Add(path, "Only a correction or a retraction has a reason. Leave reason out.");
        }
    }

    /// <summary>The keys of the live entries: a superseded one may refer to what was retracted.</summary>
    private static HashSet<string> LiveKeys<T>(IReadOnlyList<T> entries) where T : class, IEntry =>
        [.. LiveEntries.Of(entries.DistinctBy(e => e.Key), null).Select(e => e.Key)];

    private static void Supersedes<T>(
        RuleCheck check, string section, int index, T entry, ILookup<string, T> byKey, RuleCheck.KnownKeys known, HashSet<string> loops, Func<T, T, bool> sameMatter, string matter) where T : class, IEntry
    {
        var path = $"{section}[{index}].supersedes";
        if (entry.Kind == EntryKind.Change)
        {
            if (entry.SupersedesKey is not null)
            {
                check.Add(path, "A change supersedes nothing. Make it a correction or a retraction, or leave supersedes out.");
            }

            return;
        }

        var word = entry.Kind == EntryKind.Correction ? "correction" : "retraction";
        if (entry.SupersedesKey is not { } key)
        {
            check.Add(path, $"A {word} must say which entry it supersedes. Give that entry's key.");
        }
        else if (byKey[key].FirstOrDefault() is not { } earlier)
        {
            check.Add(path, $"There is no {RuleCheck.Quote(key)} in {section}. " + (check.Nearest(known, key) is { } nearest ? $"Did you mean '{nearest}'?" : "Give the key of the entry that it supersedes."));
        }
        else if (loops.Contains(entry.Key))
        {
            check.Add(path, $"The chain of what supersedes what comes back to this {word}. Let it supersede an earlier entry.");
        }
        else
        {
            if (!sameMatter(entry, earlier))
            {
                check.Add(path, $"{RuleCheck.Quote(key)} is about another {matter}. A {word} keeps to the {matter} of the entry that it supersedes.");
            }

            if (entry.RecordedAt < earlier.RecordedAt)
            {
                check.Add($"{section}[{index}].recordedAt", $"The {word} was recorded before {RuleCheck.Quote(key)}, which it supersedes. Correct one of the two moments.");
            }
        }
    }

    /// <summary>The keys of entries that supersede themselves in the end.</summary>
    private static HashSet<string> InLoops<T>(IReadOnlyList<T> entries, ILookup<string, T> byKey) where T : class, IEntry
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var loops = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in entries)
        {
            var chain = new List<string>();
            var onChain = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var entry = start; entry is not null && done.Add(entry.Key); entry = entry.SupersedesKey is { } key ? byKey[key].FirstOrDefault() : null)
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
    }
}
