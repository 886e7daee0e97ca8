using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Tests.Agreement;

/// <summary>
/// The method once more, written from its text as directly as can be, slow and without a line of the calculators: what these must
/// agree with on every generated board.
/// </summary>
internal sealed class NaiveBoard(NegotiationRecord record, DateOnly date, DateOnly? knownAt)
{
    // The order of the levels, weakest first; deferred counts as not agreed and so stands below all that is.
    private static readonly List<Level> WeakestFirst =
    [
        Level.NotDiscussed, Level.Disputed, Level.Narrowing, Level.Deferred, Level.AgreedInPrinciple, Level.TextAgreed, Level.Concluded,
    ];

    private readonly List<StatusEvent> _known =
    [
        .. record.StatusEvents.Where(e => IsKnown(e.RecordedAt, knownAt)).OrderBy(e => e.RecordedAt).ThenBy(e => e.Key, StringComparer.Ordinal),
    ];

    public IReadOnlyList<string> Agenda =>
        record.AgendaVersions.Where(a => a.InForceFrom <= date && IsKnown(a.RecordedAt, knownAt))
            .OrderByDescending(a => a.InForceFrom).ThenByDescending(a => a.Number).FirstOrDefault()?.IssueKeys ?? [];

    /// <summary>What stands of each change: itself, or its last correction, or nothing.</summary>
    public IEnumerable<StatusEvent> Standing =>
        _known.Where(e => e.Kind == EntryKind.Change && !TakenOut(e)).Select(InPlaceOf).OfType<StatusEvent>();

    public (Level Level, bool Claimed) Between(string issue, string dyad)
    {
        var events = Standing.Where(e => e.IssueKey == issue && e.DyadKey == dyad && e.OccurredOn <= date).ToList();
        var last = events.Where(e => e.OccurredOn == events.Max(o => o.OccurredOn)).ToList();
        foreach (var level in (Level[])[.. WeakestFirst, Level.NotApplicable])
        {
            if (last.Exists(e => e.Level == level))
            {
                return (level, last.Where(e => e.Level == level).All(e => e.Basis == Basis.Claimed));
            }
        }

        return (Level.Unknown, false);
    }

    /// <summary>The dyads over which an issue is judged.</summary>
    public List<(Level Level, bool Claimed)> Judged(string issue)
    {
        var applying = record.Issues.Single(i => i.Key == issue).DyadKeys
            .Select(key => (Dyad: record.Dyads.Single(d => d.Key == key), Is: Between(issue, key)))
            .Where(d => d.Is.Level != Level.NotApplicable).ToList();
        var required = applying.Where(d => d.Dyad.Required).ToList();
        return [.. (required.Count > 0 ? required : applying).Select(d => d.Is)];
    }

    /// <summary>"met", "not met" or "unknown", against the levels that are enough.</summary>
    public string Verdict(string issue, IReadOnlyList<Level> enough, bool withClaimed)
    {
        var dyads = Judged(issue);
        if (dyads.Exists(d => d.Level != Level.Unknown && !enough.Contains(d.Level)))
        {
            return "not met";
        }

        return dyads.Count > 0 && dyads.TrueForAll(d => enough.Contains(d.Level) && (withClaimed || !d.Claimed)) ? "met" : "unknown";
    }

    public Level LevelOf(string issue)
    {
        var dyads = Judged(issue);
        var known = dyads.Where(d => d.Level != Level.Unknown).ToList();
        if (known.Count == 0 || (known.Count < dyads.Count && known.TrueForAll(d => WeakestFirst.IndexOf(d.Level) >= 4)))
        {
            return Level.Unknown;
        }

        return WeakestFirst[known.Min(d => WeakestFirst.IndexOf(d.Level))];
    }

    private StatusEvent? Last(StatusEvent entry) => _known.LastOrDefault(s => s.SupersedesKey == entry.Key && !TakenOut(s));

    private bool TakenOut(StatusEvent entry) => Last(entry) is { } last && InPlaceOf(last) is null;

    private StatusEvent? InPlaceOf(StatusEvent entry) =>
        Last(entry) is { } last ? InPlaceOf(last) : entry.Kind == EntryKind.Retraction ? null : entry;

    private static bool IsKnown(DateTime at, DateOnly? knownAt) =>
        knownAt is not { } day || at < day.ToDateTime(TimeOnly.MinValue).AddDays(1);
}
