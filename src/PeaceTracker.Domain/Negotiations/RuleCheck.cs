using System.Text.RegularExpressions;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>One run of the rules: what was found so far, the keys that exist, and the checks that all parts of a record share.</summary>
internal sealed partial class RuleCheck(NegotiationRecord record, NegotiationRecord? kept = null)
{
    /// <summary>After so many violations no more names are suggested: looking for them would cost a hostile file's reader minutes.</summary>
    private const int MaxSuggestions = 100;

    private readonly Dictionary<Type, KnownKeys> _known = [];

    public NegotiationRecord Record { get; } = record;

    public List<RuleViolation> Violations { get; } = [];

    /// <summary>Whether the row that is being looked at is live. One that was retracted or superseded may refer to another that was.</summary>
    public bool IsLive { get; set; } = true;

    public KnownKeys Sources => Known<Source>();

    public KnownKeys Parties => Known<Party>();

    public KnownKeys Delegates => Known<PartyDelegate>();

    public KnownKeys Dyads => Known<Dyad>();

    public KnownKeys Issues => Known<Issue>();

    public KnownKeys WorkingGroups => Known<WorkingGroup>();

    public KnownKeys Rounds => Known<Round>();

    public KnownKeys Drafts => Known<Draft>();

    public KnownKeys Claims => Known<Claim>();

    public ILookup<string, string> PartyOfDelegate { get; } = record.Delegates.ToLookup(d => d.Key, d => d.PartyKey);

    /// <summary>The keys of the rows of one type; asked for at the first reference to one.</summary>
    public KnownKeys Known<T>() where T : class, IRow<T>
    {
        if (!_known.TryGetValue(typeof(T), out var known))
        {
            var rows = Record.Rows<T>();
            var retracted = rows.Where(row => row is IDescriptive { Retracted: not null }).Select(row => row.Key);
            _known[typeof(T)] = known = new KnownKeys(RecordSections.Of<T>().Noun, rows.Select(row => row.Key), retracted);
        }

        return known;
    }

    public void Add(RulePath path, string message) => Violations.Add(new RuleViolation(path.ToString(), message));

    /// <summary>A short quotation of what was given, so that a hostile text does not fill the message.</summary>
    public static string Quote(string text) => $"“{TypedText.Shortened(text, 70)}”";

    public void Key(RulePath path, string key)
    {
        if (key.Length > TextLimits.Key || !KeyPattern().IsMatch(key))
        {
            Add(path,
                $"{Quote(key)} is not a key. Use lower-case letters and digits, joined by single hyphens, at most {TextLimits.Key} characters.");
        }
    }

    /// <summary>The keys of a section: each well formed, none twice. The first <paramref name="kept"/> are known to be.</summary>
    public void Keys(string section, IEnumerable<string> keys, int kept = 0)
    {
        var first = new Dictionary<string, int>(
            kept == 0 && keys.TryGetNonEnumeratedCount(out var count) ? count : 0, StringComparer.Ordinal);
        // Of those that are kept only what has the key of one that came: a large record has two hundred thousand.
        var came = kept == 0 ? null : keys.Skip(kept).ToHashSet(StringComparer.Ordinal);
        if (came is { Count: 0 })
        {
            return;
        }

        var i = 0;
        foreach (var key in keys)
        {
            if (i >= kept)
            {
                Key($"{section}[{i}].key", key);
            }

            if ((came is null || came.Contains(key)) && !first.TryAdd(key, i) && i >= kept)
            {
                Add($"{section}[{i}].key", $"The key {Quote(key)} is already used at {section}[{first[key]}]. Give this one another key.");
            }

            i++;
        }
    }

    /// <summary>The descriptive rows of one type, their keys checked first, each in turn the row that is looked at, with its path.</summary>
    public IEnumerable<(T Row, string Path)> Descriptive<T>() where T : class, IDescriptive<T>
    {
        var rows = Record.Rows<T>();
        var section = RecordSections.Of<T>().Name;
        Keys(section, rows.Select(row => row.Key));
        for (var i = 0; i < rows.Count; i++)
        {
            var path = $"{section}[{i}]";
            Row(path, rows[i]);
            yield return (rows[i], path);
        }
    }

    public void Reference(RulePath path, string? key, KnownKeys known)
    {
        if (key is null)
        {
            return;
        }

        if (known.Contains(key))
        {
            if (IsLive && known.IsRetracted(key))
            {
                Add(path, $"The {known.Noun} {Quote(key)} was retracted. Name another one, or remove this first.");
            }

            return;
        }

        Add(path, $"There is no {known.Noun} {Quote(key)}. " +
            (Nearest(known, key) is { } nearest ? $"Did you mean “{nearest}”?"
                : "Use a key from this negotiation, or add what is missing."));
    }

    public string? Nearest(KnownKeys known, string key) => Violations.Count < MaxSuggestions ? NearestName.Among(known.All, key) : null;

    /// <summary>A list of references: each known, none twice.</summary>
    public void References(RulePath path, IReadOnlyList<string> keys, KnownKeys known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Count; i++)
        {
            Reference($"{path}[{i}]", keys[i], known);
            if (!seen.Add(keys[i]))
            {
                Add($"{path}[{i}]", $"{Quote(keys[i])} is listed twice. Remove one of them.");
            }
        }
    }

    /// <summary>A delegate named beside a party must sit for that party.</summary>
    public void DelegateOf(RulePath path, string? delegateKey, string? partyKey)
    {
        Reference(path, delegateKey, Delegates);
        if (delegateKey is not null && partyKey is not null && PartyOfDelegate[delegateKey].FirstOrDefault() is { } sitsFor && sitsFor != partyKey)
        {
            Add(path, $"The delegate {Quote(delegateKey)} represents {Quote(sitsFor)}, not {Quote(partyKey)}. Name a delegate of that party, or " +
                "the other party.");
        }
    }

    /// <summary>When and by whom something was entered.</summary>
    public void Recorded(RulePath path, DateTime at, string by)
    {
        Stamp($"{path}.recordedAt", at);
        if (by.Length > 0)
        {
            Text($"{path}.recordedBy", by, TextLimits.Title);
        }
    }

    /// <summary>A descriptive row: from here on it is the one that is looked at.</summary>
    public void Row(RulePath path, IDescriptive row)
    {
        IsLive = row.Retracted is null;
        if (row.Retracted is { } retraction)
        {
            Stamp($"{path}.retracted.at", retraction.At);
            Text($"{path}.retracted.reason", retraction.Reason, TextLimits.Note);
            if (retraction.By.Length > 0)
            {
                Text($"{path}.retracted.by", retraction.By, TextLimits.Title);
            }

            if (retraction.At < row.RecordedAt)
            {
                Add($"{path}.retracted.at", "It was retracted before it was recorded. Correct one of the two times.");
            }
        }
    }

    public void Citations(RulePath path, IReadOnlyList<Citation> citations, bool required = false)
    {
        if (required && citations.Count == 0)
        {
            Add(path, "There is no citation. Say where it is reported: a source and a locator.");
        }

        for (var i = 0; i < citations.Count; i++)
        {
            Citation($"{path}[{i}]", citations[i]);
        }
    }

    public void Citation(RulePath path, Citation citation)
    {
        Reference($"{path}.source", citation.SourceKey, Sources);
        Text($"{path}.locator", citation.Locator, TextLimits.Title);
        Text($"{path}.paraphrase", citation.Paraphrase, TextLimits.Text);
        Between($"{path}.credibility", citation.Credibility, 1, 6);
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyPattern();

    /// <summary>The keys that exist in one section, with the word for what they name.</summary>
    internal sealed class KnownKeys(string noun, IEnumerable<string> keys, IEnumerable<string>? retracted = null)
    {
        private readonly HashSet<string> _retracted = new(retracted ?? [], StringComparer.Ordinal);

        public string Noun { get; } = noun;

        public HashSet<string> All { get; } = new(keys, StringComparer.Ordinal);

        public bool Contains(string key) => All.Contains(key);

        public bool IsRetracted(string key) => _retracted.Contains(key);
    }
}
