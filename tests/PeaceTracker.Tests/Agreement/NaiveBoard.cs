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
    public IEnumerable<StatusEvent> Live =>
        _known.Where(e => e.Kind == EntryKind.Change && !TakenOut(e)).Select(InPlaceOf).OfType<StatusEvent>();

    public (Level Level, bool Claimed) Between(string issue, string dyad)
    {
        var events = Live.Where(e => e.IssueKey == issue && e.DyadKey == dyad && e.OccurredOn <= date).ToList();
        var last = events.Where(e => e.OccurredOn == events.Max(o => o.OccurredOn)).ToList();
        last = last.Where(e => !last.Exists(other => other.OrderInDay > e.OrderInDay)).ToList();
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
    public List<(Level Level, bool Claimed)> Judged(string issue) => [.. JudgedBy(issue).Select(key => Between(issue, key))];

    /// <summary>Those of them between which it is not agreed on record.</summary>
    public List<string> Blocking(string issue) => [.. JudgedBy(issue).Where(key => !IsAgreed(issue, key))];

    /// <summary>How many issues are agreed on record, can't be told, and are counted between a dyad.</summary>
    public (int Met, int Unknown, int Total) SharedBy(string dyad)
    {
        var issues = Agenda.Where(issue => Dyads(issue).Contains(dyad) && Between(issue, dyad).Level != Level.NotApplicable).ToList();
        return (
            issues.Count(issue => IsAgreed(issue, dyad)),
            issues.Select(issue => Between(issue, dyad)).Count(d => d.Level == Level.Unknown || (d.Claimed && WeakestFirst.IndexOf(d.Level) >= 4)),
            issues.Count);
    }

    /// <summary>The dyads to which none of those compared is lower.</summary>
    public List<string> Lowest
    {
        get
        {
            var all = record.Dyads.Select(d => (d.Key, Share: SharedBy(d.Key))).Where(d => d.Share.Total > 0).ToList();
            var compared = all.Exists(d => Required(d.Key)) ? all.FindAll(d => Required(d.Key)) : all;
            return [.. compared.Where(d => compared.TrueForAll(o => d.Share.Met * o.Share.Total <= o.Share.Met * d.Share.Total)).Select(d => d.Key)];
        }
    }

    /// <summary>Whether an issue is counted: not where it names dyads and applies to none of them.</summary>
    public bool Counts(string issue) => Dyads(issue).Count == 0 || Dyads(issue).Any(dyad => Between(issue, dyad).Level != Level.NotApplicable);

    public IReadOnlyList<string> Dyads(string issue)
    {
        var row = record.Issues.Single(i => i.Key == issue);
        return Held([.. row.Earlier.Select(e => (e.Until, e.RecordedAt, e.DyadKeys))], row.DyadKeys);
    }

    public int Salience(string issue)
    {
        var row = record.Issues.Single(i => i.Key == issue);
        return Held([.. row.Earlier.Select(e => (e.Until, e.RecordedAt, e.Salience))], row.Salience);
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

    private List<string> JudgedBy(string issue)
    {
        var applying = Dyads(issue).Where(key => Between(issue, key).Level != Level.NotApplicable).ToList();
        return applying.Exists(Required) ? applying.FindAll(Required) : applying;
    }

    private bool IsAgreed(string issue, string dyad) => Between(issue, dyad) is (var level, false) && WeakestFirst.IndexOf(level) >= 4;

    private bool Required(string dyad)
    {
        var row = record.Dyads.Single(d => d.Key == dyad);
        return Held([.. row.Earlier.Select(e => (e.Until, e.RecordedAt, e.Required))], row.Required);
    }

    // Of the changes known, those whose day has come have been made; what holds is what the next one would end.
    private T Held<T>(List<(DateOnly Until, DateTime RecordedAt, T Was)> changes, T now)
    {
        var made = changes.Count(c => IsKnown(c.RecordedAt, knownAt) && c.Until <= date);
        return made < changes.Count ? changes[made].Was : now;
    }

    private StatusEvent? Last(StatusEvent entry) => _known.LastOrDefault(s => s.SupersedesKey == entry.Key && !TakenOut(s));

    private bool TakenOut(StatusEvent entry) => Last(entry) is { } last && InPlaceOf(last) is null;

    private StatusEvent? InPlaceOf(StatusEvent entry) =>
        Last(entry) is { } last ? InPlaceOf(last) : entry.Kind == EntryKind.Retraction ? null : entry;

    private static bool IsKnown(DateTime at, DateOnly? knownAt) =>
        knownAt is not { } day || at < day.ToDateTime(TimeOnly.MinValue).AddDays(1);
}
