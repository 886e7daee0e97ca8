using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Talks;

/// <summary>A dated session of talks, held or announced.</summary>
public sealed record Round : IDescriptive<Round>
{
    /// <summary>Key, unique in the negotiation.</summary>
    public required string Key { get; init; }

    /// <summary>Title: "Berlin talks".</summary>
    public required string Title { get; init; }

    /// <summary>The day from which it was announced or known to be planned; the first day itself if nobody announced it.</summary>
    public required DateOnly AnnouncedOn { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, if it lasts longer than one day.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>How exactly the days are known.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>Planned, held or called off. A round is shown as planned on any date before it starts.</summary>
    public required RoundState State { get; init; }

    /// <summary>Whether the announced date is uncertain.</summary>
    public bool DateTentative { get; init; }

    /// <summary>Where, if known: "Berlin, Chancellery".</summary>
    public string? Place { get; init; }

    /// <summary>Whether the announced place is uncertain.</summary>
    public bool PlaceTentative { get; init; }

    /// <summary>Keys of the parties that host.</summary>
    public IReadOnlyList<string> HostKeys { get; init; } = [];

    /// <summary>Who takes part.</summary>
    public IReadOnlyList<Delegation> Delegations { get; init; } = [];

    /// <summary>Keys of the issues discussed or to be discussed.</summary>
    public IReadOnlyList<string> IssueKeys { get; init; } = [];

    /// <summary>Keys of the working groups that meet in it.</summary>
    public IReadOnlyList<string> WorkingGroupKeys { get; init; } = [];

    /// <summary>What came of it, in our own words; null where none is recorded. Shown from its last day on.</summary>
    public string? Outcome { get; init; }

    /// <summary>
    /// Where it is reported that it took place and what came of it: never what announced it. Empty in records of before it was asked for.
    /// </summary>
    public IReadOnlyList<Citation> OutcomeCitations { get; init; } = [];

    /// <summary>Where it was announced, and what is else said of it.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who entered it; empty if that is not kept.</summary>
    public string RecordedBy { get; init; } = "";

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    /// <summary>The last day, the first where it lasts one.</summary>
    public DateOnly LastDay => EndsOn ?? StartsOn;

    /// <summary>The last day on which it can have been: of a round known to the week or the month, the last of its last week or month.</summary>
    public DateOnly LastPossibleDay => DateAsKnown.Of(LastDay, Precision).Last;

    string IRow.Words => Title;

    IEnumerable<HappenedDay> IRow.Happened() =>
    [
        new HappenedDay("announcedOn", AnnouncedOn),
        .. State == RoundState.Held
            ? [new HappenedDay(
                "state", StartsOn, $"The round begins on {StartsOn:yyyy-MM-dd}: until then it is planned and can’t have an outcome.")]
            : Array.Empty<HappenedDay>(),
    ];

    IEnumerable<CitedPlace> IRow.Cited() =>
        Citations.At("citations", State == RoundState.Held && OutcomeCitations.Count == 0 ? new DateAsKnown(StartsOn, Precision) : AnnouncedOn)
            .Concat(OutcomeCitations.At("outcomeCitations", new DateAsKnown(StartsOn, Precision)));

    Findable? IRow.Findable(DateOnly on) => new(Title, [Place, LastDay <= on ? Outcome : null, .. Delegations.Select(delegation => delegation.Note)]);

    Round IRow<Round>.WithKey(string key) => this with { Key = key };

    Round IRow<Round>.Stamped(DateTime now, string by) => this with { RecordedAt = now, RecordedBy = by };

    IDescriptive? IDescriptive.AsOf(DateOnly date, DateTime? before) => AnnouncedOn <= date || StartsOn <= date
        ? LastDay <= date ? this : this with { Outcome = null, OutcomeCitations = [] }
        : null;

    // That it took place or was called off is an outcome, too, as is where that is reported.
    object? IDescriptive.StatedOutcome => Outcome is null && State == RoundState.Planned ? null
        : (State, Outcome, string.Join('\n', OutcomeCitations.Select(citation => $"{citation.SourceKey} {citation.Locator}")));

    IEnumerable<News> IDescriptive.News(DateOnly on) =>
    [
        // A round that nobody reports as held is only the news of its announcement.
        new News(this.PhaseOn(on) is RoundPhase.Held or RoundPhase.CalledOff ? StartsOn : AnnouncedOn)
        {
            Precision = Precision,
            Title = Title,
            IssueKeys = IssueKeys,
            PartyKeys = [.. HostKeys, .. Delegations.Select(delegation => delegation.PartyKey)],
            Text = LastDay <= on ? Outcome : null,
            Citations = LastDay <= on && (Outcome is not null || OutcomeCitations.Count > 0) ? OutcomeCitations : Citations,
            RecordedAt = RecordedAt,
            RecordedBy = RecordedBy,
        },
    ];

    Round IDescriptive<Round>.WithRetraction(Retraction? retraction) => this with { Retracted = retraction };

    Round IDescriptive<Round>.Edited(DateTime now, string by) => this;

    RuleViolation? IDescriptive<Round>.Loses(Round before) => null;

    bool IDescriptive<Round>.MovesFigure(Round? before) => false;
}

/// <summary>What became of a round.</summary>
public enum RoundState
{
    /// <summary>Announced; nothing says that it took place.</summary>
    Planned,
    /// <summary>It took place.</summary>
    Held,
    /// <summary>It was called off.</summary>
    CalledOff,
}

/// <summary>One party's people at a round.</summary>
public sealed record Delegation
{
    /// <summary>Key of the party.</summary>
    public required string PartyKey { get; init; }

    /// <summary>Keys of the delegates named.</summary>
    public IReadOnlyList<string> DelegateKeys { get; init; } = [];

    /// <summary>Anything else said of it: "led the US side".</summary>
    public string? Note { get; init; }
}
