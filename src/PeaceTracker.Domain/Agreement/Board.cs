using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// One negotiation's whole record at one change number, immutable and safe to share between threads, from which the board of any
/// date is read. The snapshots most recently asked for are kept, because a board is asked for the same dates again and again: up to 64, and
/// fewer of a large board, so that what is kept has a bound; and that of the latest date, which is the present, whatever else is asked for.
/// </summary>
public sealed class Board
{
    private const int KeptSnapshots = 64;

    // Measured on 10,000 issues and 200,000 status events: a snapshot with its summary holds about 170 bytes an issue, a live record 200 bytes a row.
    private const int KeptIssues = 80_000;
    private const int KeptRows = 400_000;
    private readonly Recent<(DateOnly Date, DateOnly? KnownAt), BoardSnapshot> _snapshots;
    private readonly Recent<DateOnly, LiveRecord> _knownAt;
    private readonly Lazy<LiveRecord> _now;
    private readonly Lazy<IReadOnlyList<string>> _recorders;
    private readonly Lazy<DateOnly?> _recordedSince;
    private readonly Board? _undated;
    private volatile Board? _earlier;
    private volatile BoardSnapshot? _latest;

    /// <summary>The board of a record, as of a change number of the store.</summary>
    public Board(NegotiationRecord record, long changeNumber)
        : this(record, changeNumber, null)
    {
    }

    private Board(NegotiationRecord record, long changeNumber, Board? undated)
    {
        _undated = undated;
        Record = record;
        ChangeNumber = changeNumber;
        Issues = record.Issues.ToDictionary(i => i.Key, StringComparer.Ordinal);
        Parties = record.Parties.ToDictionary(p => p.Key, StringComparer.Ordinal);
        Dyads = record.Dyads.ToDictionary(d => d.Key, StringComparer.Ordinal);
        Sources = record.Sources.ToDictionary(s => s.Key, StringComparer.Ordinal);
        Delegates = record.Delegates.ToDictionary(d => d.Key, StringComparer.Ordinal);
        _snapshots = new(KeptSnapshots, asked => new BoardSnapshot(Live(asked.KnownAt), asked.Date, asked.KnownAt))
        {
            Weigh = snapshot => snapshot.Issues.Count,
            MostWeight = KeptIssues,
        };
        _knownAt = new(KeptSnapshots, day => new LiveRecord(this, Negotiation.EndOf(day)))
        {
            Weigh = live => live.StatusEvents.Count + live.Positions.Count + live.Claims.Count,
            MostWeight = KeptRows,
        };
        _now = new(() => new LiveRecord(this, null, _earlier is { _now.IsValueCreated: true } earlier ? earlier._now.Value : null));
        _recordedSince = new(() => RecordingsOf(record).Select(at => (DateOnly?)record.Negotiation.DayOf(at)).Min());
        _recorders = new(() =>
            [.. RecordersOf(record).Distinct(StringComparer.Ordinal).Where(name => name.Length > 0).Order(StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The day of the first entry or agenda version recorded; null where there is none. As known before it, the board is empty.
    /// </summary>
    public DateOnly? RecordedSince => _recordedSince.Value;

    /// <summary>Everything recorded, superseded entries included.</summary>
    public NegotiationRecord Record { get; }

    /// <summary>The negotiation.</summary>
    public Negotiation Negotiation => Record.Negotiation;

    /// <summary>The number of the newest change in it.</summary>
    public long ChangeNumber { get; }

    /// <summary>The board from which one that is judged as on a date was made; itself otherwise.</summary>
    internal Board Undated => _undated ?? this;

    /// <summary>Issues by key, also those on no agenda now.</summary>
    public IReadOnlyDictionary<string, Issue> Issues { get; }

    /// <summary>Parties by key.</summary>
    public IReadOnlyDictionary<string, Party> Parties { get; }

    /// <summary>Dyads by key.</summary>
    public IReadOnlyDictionary<string, Dyad> Dyads { get; }

    /// <summary>Sources by key.</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; }

    /// <summary>Delegates by key.</summary>
    public IReadOnlyDictionary<string, PartyDelegate> Delegates { get; }

    /// <summary>Who entered what the feed of changes shows, by name.</summary>
    public IReadOnlyList<string> Recorders => _recorders.Value;

    /// <summary>How a dyad is called: "Ukraine–Russia", in the order in which it names its parties.</summary>
    public string DyadName(Dyad dyad) => $"{Parties[dyad.FirstPartyKey].Label}–{Parties[dyad.SecondPartyKey].Label}";

    /// <summary>
    /// The board as the world stood at the end of <paramref name="date"/>, by all that is recorded now; with
    /// <paramref name="knownAt"/>, by what was recorded at the end of that day in the negotiation's time zone. Before the first agenda no
    /// issue is in scope.
    /// </summary>
    public BoardSnapshot AsOf(DateOnly date, DateOnly? knownAt = null) => Undated.Find(date, knownAt);

    /// <summary>
    /// The board of a record that came of this one's. As long as it is not settled, what it is asked for is carried on from here where it can be.
    /// </summary>
    public Board Continue(NegotiationRecord record, long changeNumber) => new(record, changeNumber) { _earlier = this };

    /// <summary>Lets the board go from which it was continued: what is asked for from now on is made anew.</summary>
    public void Settle() => _earlier = null;

    /// <summary>The dates on which a share can have changed (status events, agenda versions and judgements), oldest first.</summary>
    public IReadOnlyList<DateOnly> ChangeDates(DateOnly? knownAt = null) => Undated.Live(knownAt).Dates;

    /// <summary>
    /// The board as it was judged on a date: its rows say what held then. Boards of other dates are read from the one it was made of.
    /// </summary>
    internal Board Judged(DateOnly date, DateTime? before)
    {
        var record = Record.JudgedOn(date, before);
        return ReferenceEquals(record, Record) ? this : new Board(record, ChangeNumber, this);
    }

    // Going through all dates pushes out what is kept of dates, but not what everybody reads. The end of time is asked for only by forms.
    private BoardSnapshot Find(DateOnly date, DateOnly? knownAt)
    {
        if (knownAt is null && _latest is { } latest && latest.Date == date)
        {
            return latest;
        }

        var snapshot = _snapshots.Get((date, knownAt));
        if (knownAt is null && date < DateOnly.MaxValue && !(_latest?.Date > date))
        {
            _latest = snapshot;
        }

        return snapshot;
    }

    private static IEnumerable<string> RecordersOf(NegotiationRecord record) =>
        RowsOf<IEntry>(record).Select(entry => entry.RecordedBy).Concat(
            RowsOf<IDescriptive>(record).SelectMany(row => row.News(DateOnly.MaxValue)).Concat(record.Negotiation.News(DateOnly.MaxValue))
                .Select(news => news.RecordedBy ?? ""));

    private static IEnumerable<DateTime> RecordingsOf(NegotiationRecord record) =>
        RowsOf<IEntry>(record).Select(entry => entry.RecordedAt).Concat(record.AgendaVersions.Select(a => a.RecordedAt));

    private static IEnumerable<T> RowsOf<T>(NegotiationRecord record) where T : IRow =>
        RecordSections.Lists.SelectMany(list => list.In(record).OfType<T>());

    private LiveRecord Live(DateOnly? knownAt) => knownAt is { } day ? _knownAt.Get(day) : _now.Value;
}
