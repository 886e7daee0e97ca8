using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>One formal attempt to bring protagonists to agreement; the root of everything on its board.</summary>
public sealed record Negotiation : IRow, IJudged<Negotiation>
{
    /// <summary>Slug in the address, unique and never changed: "russia-ukraine-2025".</summary>
    public required string Slug { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Short title for narrow places; the title where null.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>What is negotiated, in one or two sentences.</summary>
    public required string Description { get; init; }

    /// <summary>Whether countries and events are invented; said on every page that shows it.</summary>
    public bool Fictional { get; init; }

    /// <summary>The first day for which the board can be shown.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>Days after which evidence is stale.</summary>
    public int StalenessDays { get; init; } = 30;

    /// <summary>Whether an outcome of talks must be approved by a second person before the board moves.</summary>
    public bool RequiresApproval { get; init; }

    /// <summary>Whether readers see its board; one that says nothing of it is published.</summary>
    public Publication Publication { get; init; }

    /// <summary>Why its board was taken off, in one sentence; null unless it was.</summary>
    public string? TakenOffReason { get; init; }

    /// <summary>
    /// IANA name of the time zone whose days are the board's: "Europe/Kyiv". It decides what today is, and on which day something
    /// was recorded. Moments themselves are kept in UTC.
    /// </summary>
    public string TimeZone { get; init; } = BoardDays.Utc;

    /// <summary>The staleness limit before it changed from a day on, in order of days; empty where it never did.</summary>
    public IReadOnlyList<EarlierStaleness> Earlier { get; init; } = [];

    /// <summary>Which claim was chosen to stand beside the computed share, in the order of recording; empty where nobody chose.</summary>
    public IReadOnlyList<HeadlineChoice> HeadlineChoices { get; init; } = [];

    /// <summary>The negotiation as it was judged on a date, as the record was known before a moment (UTC; null: now).</summary>
    public Negotiation On(DateOnly date, DateTime? before = null) =>
        Judgements.On(Earlier, date, before) is { } earlier ? this with { StalenessDays = earlier.StalenessDays } : this;

    /// <summary>Whether readers see its board.</summary>
    public bool IsPublished => Publication == Publication.Published;

    /// <summary>The short title where there is one.</summary>
    public string Label => ShortTitle ?? Title;

    /// <summary>The day to which a moment (UTC) belongs in the negotiation's time zone.</summary>
    public DateOnly DayOf(DateTime moment) => BoardDays.Of(TimeZone).DayOf(moment);

    /// <summary>The moment (UTC) at which a day is over in the negotiation's time zone.</summary>
    public DateTime EndOf(DateOnly day) => BoardDays.Of(TimeZone).EndOf(day);

    /// <summary>
    /// What it tells the feed: the staleness limit that changed, each on the day from which the later one holds, and each choice of the headline
    /// claim on the day of choosing.
    /// </summary>
    public IEnumerable<News> News(DateOnly on) => Judgements.News(this, on, (negotiation, day) => negotiation.On(day))
        .Concat(HeadlineChoices.Where(choice => DayOf(choice.RecordedAt) <= on).Select(choice => new News(DayOf(choice.RecordedAt))
        {
            IsHeadline = true, ClaimKey = choice.ClaimKey, Text = choice.Reason, RecordedAt = choice.RecordedAt, RecordedBy = choice.RecordedBy,
        }))
        .Select(news => news with { Title = Label });

    IReadOnlyList<IEarlier> IJudged<Negotiation>.Earlier => Earlier;

    /// <inheritdoc />
    public bool IsJudgedAs(Negotiation other) => StalenessDays == other.StalenessDays;

    /// <inheritdoc />
    public Negotiation DatedEarlier(IReadOnlyList<DateOnly> days) =>
        this with { Earlier = [.. Earlier.Zip(days, (e, day) => e with { Until = day })] };

    /// <inheritdoc />
    public Negotiation JudgedFrom(DateOnly day, Negotiation before) => this with
    {
        Earlier = [.. before.Earlier, new EarlierStaleness { Until = day, StalenessDays = before.StalenessDays, RecordedAt = default }],
    };

    /// <summary>The same as it is kept instead of an earlier version: a judgement that is new in it is stamped.</summary>
    public Negotiation Edited(DateTime now, string by) => Earlier.All(e => e.RecordedAt != default) ? this : this with
    {
        Earlier = [.. Earlier.Select(e => e.RecordedAt == default ? e with { RecordedAt = now, RecordedBy = by } : e)],
    };

    string IRow.Key => Slug;

    string IRow.Words => Title;

    // It was there from the first change on, which says when and by whom.
    DateTime IRow.RecordedAt => default;

    string IRow.RecordedBy => "";

    IEnumerable<HappenedDay> IRow.Happened() => [];

    IEnumerable<CitedPlace> IRow.Cited() => [];

    Findable? IRow.Findable(DateOnly on) => null;
}
