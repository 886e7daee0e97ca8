using System.Collections.Concurrent;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Domain.Agreement;

/// <summary>The board as it stood on a date; immutable. Only what had happened by then, and was known by then, is on it.</summary>
public sealed partial class BoardSnapshot
{
    private static readonly IReadOnlyDictionary<string, int> NoPlaces = new Dictionary<string, int>();

    private readonly LiveRecord _live;
    private readonly Lazy<ScopeShares> _shares;
    private readonly Lazy<IReadOnlyList<Remaining>> _remaining;
    private readonly IReadOnlyDictionary<string, int> _places;
    private readonly Lazy<IReadOnlyList<DyadShares>> _dyads;
    private readonly Lazy<LowestDyads> _lowestDyads;
    private readonly Lazy<ShareHistory> _history;
    private readonly Lazy<DyadHistory> _dyadHistory;
    private readonly Lazy<IReadOnlyList<Position>> _positionsInForce;
    private readonly Lazy<IReadOnlyDictionary<string, Source>> _knownSources;
    private readonly ConcurrentDictionary<Type, HashSet<string>> _there = new();

    internal BoardSnapshot(LiveRecord live, DateOnly date, DateOnly? knownAt)
        : this(live, date, knownAt, live.JudgedOn(date))
    {
    }

    private BoardSnapshot(LiveRecord live, DateOnly date, DateOnly? knownAt, Board board)
    {
        (Board, _live, Date, KnownAt) = (board, live, date, knownAt);
        Agenda = live.AgendaOn(date);
        (Issues, _places) = Agenda is null ? ([], NoPlaces) : live.StandingsOn(board, Agenda, date);
        _shares = new(() => ScopeShares.Over(Issues.Where(i => i.Applies)));
        _remaining = new(() => Domain.Agreement.Remaining.Ranked(this));
        _dyads = new(() => DyadShares.Of(this));
        _lowestDyads = new(() => LowestDyads.Of(Dyads.Select(d => (d.Dyad.Key, d.Dyad.Required, d.Shares.Agreed))));
        _history = new(() => ShareHistory.Of(this));
        _dyadHistory = new(() => DyadHistory.Of(this));
        _knownSources = new(() => board.Record.Sources.Where(IsLive).ToDictionary(s => s.Key, StringComparer.Ordinal));
        _positionsInForce = new(() =>
        {
            var inForce = live.PositionsInForce(date).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
            return [.. Positions.Where(p => inForce.Contains(p.Key))];
        });
    }

    /// <summary>The board, judged as on the date: salience, dyads, links, names are those that held then.</summary>
    public Board Board { get; }

    /// <summary>The date, at its end.</summary>
    public DateOnly Date { get; }

    /// <summary>The day as of whose end the record is read; null for all that is recorded.</summary>
    public DateOnly? KnownAt { get; }

    /// <summary>The moment (UTC) before which the record is read: the end of <see cref="KnownAt"/> in the negotiation's time zone; null for all that
    /// is recorded.</summary>
    public DateTime? KnownBefore => _live.Before;

    /// <summary>The negotiation.</summary>
    public Negotiation Negotiation => Board.Negotiation;

    /// <summary>The agenda in force; null before the first.</summary>
    public AgendaVersion? Agenda { get; }

    /// <summary>The issues in scope, in the order of the agenda.</summary>
    public IReadOnlyList<IssueStanding> Issues { get; }

    /// <summary>The last date before this one on which something changed (a level, a position, a claim, the agenda, a draft, an offer, a round); null
    /// where none is.</summary>
    public DateOnly? ChangedBefore => _live.AllDates.Where(d => d < Date).Select(d => (DateOnly?)d).LastOrDefault();

    /// <summary>The next date on which something changed; null where none is recorded.</summary>
    public DateOnly? ChangedAfter => _live.AllDates.Where(d => d > Date).Select(d => (DateOnly?)d).FirstOrDefault();

    /// <summary>
    /// The dates from one day to another on which something changed, also those after the snapshot's, oldest first: of more than
    /// <paramref name="most"/>, that many evenly spaced.
    /// </summary>
    public IReadOnlyList<DateOnly> ChangedBetween(DateOnly from, DateOnly to, int most = 400) =>
        [.. ShareHistory.Thin([.. _live.AllDates.Where(d => d >= from && d <= to)], most)];

    /// <summary>Parties at or around the table.</summary>
    public IEnumerable<Party> Parties => Described<Party>();

    /// <summary>Delegates named.</summary>
    public IEnumerable<PartyDelegate> Delegates => Described<PartyDelegate>();

    /// <summary>Sources published.</summary>
    public IEnumerable<Source> Sources => Described<Source>();

    /// <summary>
    /// The sources known, by key: also those published only after the date, because what they told of earlier days is on the board of those days.
    /// What cites a source that is not among them does so without it.
    /// </summary>
    public IReadOnlyDictionary<string, Source> KnownSources => _knownSources.Value;

    /// <summary>Live status events, newest first.</summary>
    public IEnumerable<StatusEvent> StatusEvents => NewestFirst(_live.StatusEvents);

    /// <summary>Live positions, also those since changed, newest first.</summary>
    public IEnumerable<Position> Positions => NewestFirst(_live.Positions);

    /// <summary>The positions in force, newest first: of each party the newest live one on each issue, whether it is on the agenda or not.</summary>
    public IEnumerable<Position> PositionsInForce => _positionsInForce.Value;

    /// <summary>The party's live position on the same issue that a live position took the place of; null where it was the first.</summary>
    public Position? PositionBefore(Position position) => _live.PositionBefore(position);

    /// <summary>Live claims, newest first, each with the appearances that were added to it and published by the date.</summary>
    public IEnumerable<Claim> Claims => _live.Claims.Where(c => c.OccurredOn <= Date).Reverse().Select(claim => _live.WithAdded(claim, Date));

    /// <summary>The claim that stands for an entry of that key: itself, or what corrected it since; null where none does, or not yet.</summary>
    public Claim? ClaimInPlaceOf(string key) =>
        _live.ClaimInPlaceOf(key) is { } claim && claim.OccurredOn <= Date ? _live.WithAdded(claim, Date) : null;

    /// <summary>The keys of entries in whose place a live claim stands by corrections, so that what pointed to them leads to it.</summary>
    public IEnumerable<string> EarlierKeys(Claim claim) => _live.EarlierKeys(claim);

    /// <summary>The choices of the headline claim, the newest first.</summary>
    public IEnumerable<HeadlineChoice> HeadlineChoices =>
        Negotiation.HeadlineChoices.Where(choice => LiveEntries.IsKnown(choice.RecordedAt, KnownBefore)).Reverse();

    /// <summary>
    /// Status events, positions and claims, newest first, also those that were corrected or retracted, and the corrections and
    /// retractions themselves. They are put in order once for a state of the record, so reading the first few costs little.
    /// </summary>
    public IEnumerable<KnownEntry> Entries => _live.EntriesUpTo(Date);

    /// <summary>How many of these there are.</summary>
    public int EntryCount => _live.EntryCountUpTo(Date);

    /// <summary>Agenda versions in force by the date, newest first.</summary>
    public IEnumerable<AgendaVersion> Agendas => _live.Agendas.Where(a => a.InForceFrom <= Date).Reverse();

    /// <summary>Rounds announced or begun by the date.</summary>
    public IEnumerable<Round> Rounds => Described<Round>().OrderBy(r => r.StartsOn);

    /// <summary>Working groups known to exist, also those that ended.</summary>
    public IEnumerable<WorkingGroup> WorkingGroups => Described<WorkingGroup>();

    /// <summary>Drafts of which a version existed, with the versions up to the date.</summary>
    public IEnumerable<Draft> Drafts => Described<Draft>();

    /// <summary>Offers made, also those that have ended.</summary>
    public IEnumerable<Offer> Offers => Described<Offer>().OrderByDescending(o => o.OfferedOn);

    /// <summary>
    /// The rows of a list as they stood, without the parts that came later, for whoever shows all kinds alike: live entries newest first,
    /// descriptive rows in the order of the record unless they are shown in one of their own.
    /// </summary>
    public IEnumerable<IRow> Rows(RecordList list) => list.RowType switch
    {
        var type when type == typeof(Claim) => Claims,
        _ when list.HoldsEntries => _live.LiveOf(list.RowType).Where(entry => entry.OccurredOn <= Date).Reverse(),
        var type when type == typeof(AgendaVersion) => Agendas,
        var type when type == typeof(Round) => Rounds,
        var type when type == typeof(Offer) => Offers,
        _ => Described(list.In(Board.Record).Cast<IDescriptive>()),
    };

    /// <summary>
    /// Whether the row of a key was there on the date, as the board shows it: announced, published or at the table by then, and known. What
    /// names a row that was not there does so without a link, since it has no page on that date.
    /// </summary>
    public bool Has<T>(string key) where T : class, IDescriptive =>
        _there.GetOrAdd(typeof(T), _ => Described<T>().Select(row => row.Key).ToHashSet(StringComparer.Ordinal)).Contains(key);

    /// <summary>The standing of an issue in scope; null where the key is not on the agenda in force.</summary>
    public IssueStanding? Issue(string key) => _places.TryGetValue(key, out var place) ? Issues[place] : null;

    /// <summary>The standing of an issue whether on the agenda in force (then numbered) or not (then number 0); null where the key is none.</summary>
    public IssueStanding? IssueOnOrOffAgenda(string key) =>
        Issue(key) ?? (Board.Issues.TryGetValue(key, out var issue) && IsLive(issue) ? OffAgenda(issue) : null);

    private bool IsLive(IDescriptive row) => LiveEntries.IsLive(row, KnownBefore);

    private IEnumerable<T> Described<T>() where T : class, IDescriptive => Described(Board.Record.Rows<T>()).Cast<T>();

    private IEnumerable<IDescriptive> Described(IEnumerable<IDescriptive> rows) =>
        rows.Where(IsLive).Select(row => row.AsOf(Date, KnownBefore)).OfType<IDescriptive>();

    private IEnumerable<T> NewestFirst<T>(IReadOnlyList<T> entries) where T : IEntry
    {
        for (var i = LiveRecord.CountUpTo(entries, Date) - 1; i >= 0; i--)
        {
            yield return entries[i];
        }
    }

    private IssueStanding OffAgenda(Issue issue)
    {
        var made = 0;
        return StandingsOverTime.CourseOf(Board, issue, 0, _live).On(Date, ref made);
    }
}
