using System.Collections.Concurrent;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Domain.Agreement;

/// <summary>The entries of a record that stand as it was known before a moment, arranged so that any date can be read off quickly.</summary>
internal sealed partial class LiveRecord
{
    private static readonly Comparer<IEntry> InOrder = Comparer<IEntry>.Create(LiveEntries.Compare);

    private readonly NegotiationRecord _record;
    private readonly Dictionary<(string Issue, string Dyad), LevelStep[]> _paths;
    private readonly Dictionary<string, List<Position>> _positionsByIssue;
    private readonly Dictionary<Type, IReadOnlyList<IEntry>> _liveOf;
    private readonly Lazy<List<KnownEntry>> _entries;
    private readonly Lazy<IReadOnlyDictionary<string, Claim>> _claimsInPlace;
    private readonly Lazy<ILookup<string, ClaimAppearance>> _added;
    private readonly Dictionary<DateOnly, DatePrecision> _precisions;
    private readonly IReadOnlyList<DateOnly> _judgementDays;
    private readonly Lazy<Board>[] _judged;
    private readonly Lazy<ShareWalk> _shares;
    private readonly Func<string, Lazy<ShareWalk>> _walk;
    private readonly Lazy<DyadHistory> _dyadHistory;
    private readonly ConcurrentDictionary<string, Lazy<ShareWalk>> _sharesOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Board Judged, int Agenda), StandingsOverTime> _overTime = new();
    private int _made;

    /// <summary>
    /// Arranges a record as it was known before a moment. Where it is that of <paramref name="earlier"/> with some entries added, what was arranged
    /// there is carried on.
    /// </summary>
    public LiveRecord(Board board, DateTime? before, LiveRecord? earlier = null)
    {
        var record = board.Record;
        (Before, _record) = (before, record);
        Added = earlier is null || before is not null ? null : AddedEntries.Between(earlier._record, record);
        _judgementDays = record.JudgementDays(before);
        _judged =
        [
            .. _judgementDays.Select(day => day.AddDays(-1)).Append(DateOnly.MaxValue)
                .Select(day => new Lazy<Board>(() => board.Judged(day, before))),
        ];
        _shares = new(() => new ShareWalk(board, this, null));
        _walk = dyad => new Lazy<ShareWalk>(() => new ShareWalk(board, this, dyad));
        _dyadHistory = new(() => DyadHistory.Whole(this, record.Dyads.Where(dyad => LiveEntries.IsLive(dyad, before))));
        // In methods of their own: what a lambda here captured of the earlier one would be held by all the others, and so would the one before it.
        _liveOf = Added is null ? AllOf(record, before) : Continued(earlier!, Added);
        StatusEvents = [.. _liveOf[typeof(StatusEvent)].Cast<StatusEvent>()];
        Positions = [.. _liveOf[typeof(Position)].Cast<Position>()];
        Claims = [.. _liveOf[typeof(Claim)].Cast<Claim>()];
        _claimsInPlace = new(() => LiveEntries.InPlace(record.Claims, before));
        _added = new(() => _liveOf[typeof(ClaimAppearance)].Cast<ClaimAppearance>().Where(added => ClaimInPlaceOf(added.ClaimKey) is not null)
            .ToLookup(added => ClaimInPlaceOf(added.ClaimKey)!.Key, StringComparer.Ordinal));
        Agendas = [.. record.AgendaVersions.Where(a => LiveEntries.IsLive(a, before)).OrderBy(a => a.InForceFrom).ThenBy(a => a.Number)];
        _entries = new(() => Known(record, before));
        var exact = Agendas.Select(a => a.InForceFrom).Concat(_judgementDays).ToHashSet();
        if (Added is null)
        {
            _paths = PathsOf(StatusEvents);
            _positionsByIssue = Positions.GroupBy(p => p.IssueKey).ToDictionary(g => g.Key, g => g.ToList());
            Dates = [.. StatusEvents.Select(e => e.OccurredOn).Concat(exact).Distinct().Order()];
            _precisions = PrecisionsOf(StatusEvents, exact);
            AllDates =
            [
                .. Dates.Concat(_liveOf.Values.SelectMany(entries => entries.Select(entry => entry.OccurredOn)))
                    .Concat(OfDescriptions(record, before)).Distinct().Order(),
            ];
            return;
        }

        _paths = new(earlier!._paths);
        var touched = Added.StatusEvents.Select(e => (e.IssueKey, e.DyadKey)).Distinct()
            .SelectMany(key => _paths.GetValueOrDefault(key, []).SelectMany(step => step.Events));
        foreach (var (key, path) in PathsOf([.. touched.Concat(Added.StatusEvents).Order<StatusEvent>(InOrder)]))
        {
            _paths[key] = path;
        }

        _positionsByIssue = new(earlier._positionsByIssue);
        foreach (var positions in Added.Positions.GroupBy(p => p.IssueKey))
        {
            _positionsByIssue[positions.Key] = [.. _positionsByIssue.GetValueOrDefault(positions.Key, []).Concat(positions).Order<Position>(InOrder)];
        }

        Dates = [.. earlier.Dates.Concat(Added.StatusEvents.Select(e => e.OccurredOn)).Distinct().Order()];
        AllDates = [.. earlier.AllDates.Concat(Added.Days).Distinct().Order()];
        _precisions = new(earlier._precisions);
        foreach (var (day, precision) in PrecisionsOf(Added.StatusEvents, exact))
        {
            _precisions[day] = _precisions.TryGetValue(day, out var known) && known < precision ? known : precision;
        }

        _shares = WalkOn(board, null, earlier, earlier._shares) ?? _shares;
        _entries = earlier._entries.IsValueCreated ? Made(With(earlier._entries.Value, Added)) : _entries;
        CarryOn(board, earlier);
    }

    /// <summary>What came since the record that this one was carried on from; null where it was made anew.</summary>
    public AddedEntries? Added { get; }

    /// <summary>The moment (UTC) before which the record is read; null for all that is recorded.</summary>
    public DateTime? Before { get; }

    /// <summary>Live status events, oldest first.</summary>
    public IReadOnlyList<StatusEvent> StatusEvents { get; }

    /// <summary>Live positions, oldest first.</summary>
    public IReadOnlyList<Position> Positions { get; }

    /// <summary>Live claims, oldest first.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The live claim in whose chain of corrections an entry of that key is; null where none is.</summary>
    public Claim? ClaimInPlaceOf(string key) => _claimsInPlace.Value.GetValueOrDefault(key);

    /// <summary>The keys of the other entries in a live claim's chain.</summary>
    public IEnumerable<string> EarlierKeys(Claim claim) =>
        _claimsInPlace.Value.Where(pair => pair.Value.Key == claim.Key && pair.Key != claim.Key).Select(pair => pair.Key);

    /// <summary>A live claim with the appearances that were added to it and published by a date, after its own.</summary>
    public Claim WithAdded(Claim claim, DateOnly date) =>
        _added.Value[claim.Key].Where(added => added.OccurredOn <= date).Select(added => added.Appearance).ToList() is { Count: > 0 } added
            ? claim with { Appearances = [.. claim.Appearances, .. added] }
            : claim;

    /// <summary>The live entries of a type, oldest first.</summary>
    public IReadOnlyList<IEntry> LiveOf(Type rowType) => _liveOf[rowType];

    /// <summary>Agenda versions known, by date.</summary>
    public IReadOnlyList<AgendaVersion> Agendas { get; }

    /// <summary>The agenda in force on a date; null before the first.</summary>
    public AgendaVersion? AgendaOn(DateOnly date) => Agendas.LastOrDefault(a => a.InForceFrom <= date);

    /// <summary>The dates on which a share can have changed (a level, the agenda, a judgement), oldest first.</summary>
    public IReadOnlyList<DateOnly> Dates { get; }

    /// <summary>The dates of all live entries and agenda versions, of draft versions, offers made or ended, rounds announced or held, oldest
    /// first.</summary>
    public IReadOnlyList<DateOnly> AllDates { get; }

    /// <summary>All entries known, the newest first, also those that no longer stand; of one day and moment in the order of the sections.</summary>
    public IReadOnlyList<KnownEntry> Entries => _entries.Value;

    /// <summary>How many of them are of a date or earlier.</summary>
    public int EntryCountUpTo(DateOnly date) => CountUpTo(date, Entries.Count, i => Entries[Entries.Count - 1 - i].Entry.OccurredOn);

    /// <summary>Those of them of a date or earlier.</summary>
    public IEnumerable<KnownEntry> EntriesUpTo(DateOnly date)
    {
        for (var i = Entries.Count - EntryCountUpTo(date); i < Entries.Count; i++)
        {
            yield return Entries[i];
        }
    }

    /// <summary>The shares over time of the dyad of a key, or of the whole board; made once.</summary>
    public ShareWalk Shares(string? dyadKey) => (dyadKey is null ? _shares : _sharesOf.GetOrAdd(dyadKey, _walk)).Value;

    /// <summary>The shares of each dyad over all dates; made once.</summary>
    public DyadHistory DyadHistory => _dyadHistory.Value;

    /// <summary>How exactly one of <see cref="Dates"/> is known: as the most exact of what changed on it.</summary>
    public DatePrecision PrecisionOn(DateOnly date) => _precisions.GetValueOrDefault(date);

    /// <summary>The board as it was judged on a date: from each day on which a judgement changed until the next it is the same one.</summary>
    public Board JudgedOn(DateOnly date) => _judged[_judgementDays.Count(day => day <= date)].Value;

    /// <summary>All steps of an issue between a dyad, oldest first.</summary>
    public LevelStep[] Path(string issueKey, string dyadKey) => _paths.GetValueOrDefault((issueKey, dyadKey), []);

    /// <summary>All positions on an issue, oldest first; of one day the one said to be later comes later, else the one recorded last.</summary>
    public IReadOnlyList<Position> PositionsOn(string issueKey) => _positionsByIssue.GetValueOrDefault(issueKey, []);

    /// <summary>The positions in force up to a date: of each party the newest on each issue; in no order.</summary>
    public IEnumerable<Position> PositionsInForce(DateOnly date) =>
        _positionsByIssue.Values.SelectMany(positions => IssueCourse.InForce(positions, date));

    /// <summary>The position of the same party on the same issue that comes before one of them; null where that is the first.</summary>
    public Position? PositionBefore(Position position) => _positionsByIssue.GetValueOrDefault(position.IssueKey)?
        .Where(p => p.PartyKey == position.PartyKey).TakeWhile(p => p.Key != position.Key).LastOrDefault();
}
