using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>
/// A generated board in few words: what a property gets, what a failure prints, and what is made smaller. Days as in
/// <see cref="RecordBuilder"/>.
/// </summary>
/// <param name="Dyads">The dyads.</param>
/// <param name="Issues">The issues.</param>
/// <param name="Agendas">The agenda versions.</param>
/// <param name="Entries">The status events, each superseding an earlier one if any.</param>
/// <param name="Positions">The positions.</param>
/// <param name="AsOf">The day as of which the board is read.</param>
/// <param name="KnownAt">The day at which it is known, or all days.</param>
public sealed record BoardPlan(
    IReadOnlyList<DyadPlan> Dyads,
    IReadOnlyList<IssuePlan> Issues,
    IReadOnlyList<AgendaPlan> Agendas,
    IReadOnlyList<EntryPlan> Entries,
    IReadOnlyList<PositionPlan> Positions,
    int AsOf,
    int? KnownAt)
{
    /// <summary>The last day of which anything is generated.</summary>
    public const int LastDay = 20;

    /// <summary>The last day on which anything is recorded.</summary>
    public const int LastRecorded = 40;

    public NegotiationRecord Record()
    {
        var builder = new RecordBuilder().StaleAfter(5);
        for (var i = 0; i < Dyads.Count; i++)
        {
            builder.Dyad(DyadKey(i), Dyads[i].Required);
            foreach (var was in Ordered(Dyads[i].Earlier, c => c.Until, c => c.Recorded))
            {
                builder.WasRequired(DyadKey(i), was.Plan.Until, was.Plan.Required, was.Recorded);
            }
        }

        for (var i = 0; i < Issues.Count; i++)
        {
            string[] dependsOn = [.. Issues[i].DependsOn.Where(o => o < Issues.Count && o != i).Distinct().Select(IssueKey)];
            builder.Issue(IssueKey(i), Issues[i].Salience, DyadKeysOf(Issues[i].Dyads), dependsOn);
            var first = Agendas.Where(a => a.Issues.Contains(i)).Select(a => a.From).DefaultIfEmpty(1).Min();
            foreach (var was in Ordered(Issues[i].Earlier.Where(c => c.Until > first), c => c.Until, c => c.Recorded))
            {
                builder.WasJudged(IssueKey(i), was.Plan.Until, was.Plan.Salience, DyadKeysOf(was.Plan.Dyads), was.Recorded);
            }
        }

        foreach (var agenda in Agendas.OrderBy(a => a.From))
        {
            builder.Agenda(agenda.From, [.. agenda.Issues.Where(i => i < Issues.Count).Select(IssueKey)], recorded: agenda.Recorded);
        }

        foreach (var position in Positions.Where(p => p.Issue < Issues.Count))
        {
            builder.Position("p" + position.Party, IssueKey(position.Issue), position.Stance, position.On);
        }

        var record = builder.Build();
        return record with
        {
            AgendaVersions = Agendas.Count == 0 ? [] : record.AgendaVersions,
            StatusEvents = [.. Entries.Select(Event).OfType<StatusEvent>()],
        };
    }

    public Board Board() => new(Record(), 1);

    public BoardSnapshot Snapshot() => Of(Record());

    /// <summary>The plan's own dates of another record.</summary>
    public BoardSnapshot Of(NegotiationRecord record) => new Board(record, 1).AsOf(RecordBuilder.Day(AsOf), Known);

    public DateOnly? Known => KnownAt is { } day ? RecordBuilder.Day(day) : null;

    /// <summary>The moment before which it is known, or null for all days.</summary>
    public DateTime? KnownBefore => KnownAt is { } day ? RecordBuilder.EndOf(day) : null;

    public static string IssueKey(int issue) => string.Create(CultureInfo.InvariantCulture, $"issue-{issue}");

    public static string EntryKey(int number) => string.Create(CultureInfo.InvariantCulture, $"e{number}");

    public override string ToString()
    {
        var known = KnownAt?.ToString(CultureInfo.InvariantCulture) ?? "all";
        var dyads = string.Join(' ', Dyads.Select((dyad, i) => DyadKey(i) + dyad));
        var lines = new List<string> { $"as of {AsOf}, known at {known}; dyads {dyads}" };
        lines.AddRange(Issues.Select((issue, i) =>
            $"{IssueKey(i)}: salience {issue.Salience}, dyads {string.Join(' ', DyadKeysOf(issue.Dyads))} {string.Join(", ", issue.Earlier)}"));
        lines.AddRange(Agendas.OrderBy(a => a.From).Select(a => $"agenda from {a.From}, recorded {a.Recorded}: {string.Join(' ', a.Issues)}"));
        lines.AddRange(Entries.Select(e => Event(e) is { } made
            ? $"{made.Key} {made.Kind} {made.SupersedesKey}: {made.IssueKey} {made.DyadKey} {made.Level} {made.Basis} "
                + $"on {e.On}.{e.OrderInDay}, recorded {e.Recorded}.{e.Hour}h"
            : $"e{e.Number} on nothing"));
        lines.AddRange(Positions.Select(p => p.ToString()));
        return string.Join("\n  ", lines);
    }

    private static string DyadKey(int dyad) => string.Create(CultureInfo.InvariantCulture, $"p{dyad}-q{dyad}");

    private string[] DyadKeysOf(IReadOnlyList<bool> named) => [.. Enumerable.Range(0, Dyads.Count).Where(d => named[d]).Select(DyadKey)];

    // Changes are kept in order of their days, each recorded no earlier than the one before.
    private static IEnumerable<(T Plan, int Recorded)> Ordered<T>(IEnumerable<T> changes, Func<T, int> until, Func<T, int> recorded)
    {
        var last = 0;
        foreach (var change in changes.DistinctBy(until).OrderBy(until))
        {
            last = Math.Max(last, recorded(change));
            yield return (change, last);
        }
    }

    /// <summary>Null where the issue or its dyad was left out.</summary>
    private StatusEvent? Event(EntryPlan entry)
    {
        if (Issues.Count == 0 || DyadKeysOf(Issues[entry.Issue % Issues.Count].Dyads) is not { Length: > 0 } dyads)
        {
            return null;
        }

        return new StatusEvent
        {
            Key = EntryKey(entry.Number),
            Kind = entry.Kind,
            SupersedesKey = entry.Supersedes is { } superseded ? EntryKey(superseded) : null,
            IssueKey = IssueKey(entry.Issue % Issues.Count),
            DyadKey = dyads[entry.Dyad % dyads.Length],
            Level = entry.Level,
            Basis = entry.Basis,
            Rationale = "Because.",
            Citations = [RecordBuilder.Cited],
            OccurredOn = RecordBuilder.Day(entry.On),
            OrderInDay = entry.OrderInDay,
            RecordedAt = RecordBuilder.At(entry.Recorded, entry.Hour),
        };
    }
}

/// <summary>A dyad: whether it is required, and was until some days.</summary>
public sealed record DyadPlan(bool Required, IReadOnlyList<RequiredPlan> Earlier)
{
    public override string ToString() => $"{(Required ? " required" : "")} {string.Join(", ", Earlier)}";
}

/// <summary>Whether a dyad was required until a day.</summary>
public sealed record RequiredPlan(int Until, int Recorded, bool Required);

/// <summary>An issue: its salience, whether each of five dyads is named, what it depends on, and how it was judged until some days.</summary>
public sealed record IssuePlan(int Salience, IReadOnlyList<bool> Dyads, IReadOnlyList<int> DependsOn, IReadOnlyList<JudgedPlan> Earlier);

/// <summary>How an issue was judged until a day.</summary>
public sealed record JudgedPlan(int Until, int Recorded, int Salience, IReadOnlyList<bool> Dyads)
{
    public override string ToString() => $"until {Until} (recorded {Recorded}) {Salience} {string.Join("", Dyads.Select(d => d ? 1 : 0))}";
}

/// <summary>An agenda version of some issues.</summary>
public sealed record AgendaPlan(int From, int Recorded, IReadOnlyList<int> Issues);

/// <summary>A status event; issue and dyad are taken modulo what there is.</summary>
public sealed record EntryPlan(
    int Number, int Issue, int Dyad, Level Level, Basis Basis, int On, int OrderInDay, int Recorded, int Hour, EntryKind Kind, int? Supersedes);

/// <summary>A party's position.</summary>
public sealed record PositionPlan(int Party, int Issue, Stance? Stance, int On);
