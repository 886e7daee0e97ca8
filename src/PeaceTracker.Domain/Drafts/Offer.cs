using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Drafts;

/// <summary>Something put on the table by a party, with conditions and a validity.</summary>
public sealed record Offer : IDescriptive<Offer>
{
    /// <summary>Key, unique in the negotiation.</summary>
    public required string Key { get; init; }

    /// <summary>What is offered, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What is offered, in one or two sentences.</summary>
    public string? Text { get; init; }

    /// <summary>Key of the party that offers.</summary>
    public required string ByPartyKey { get; init; }

    /// <summary>Keys of the parties it is offered to.</summary>
    public IReadOnlyList<string> ToPartyKeys { get; init; } = [];

    /// <summary>Keys of the issues it bears on.</summary>
    public IReadOnlyList<string> IssueKeys { get; init; } = [];

    /// <summary>Conditions, each in a few words.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>The day it was put on the table.</summary>
    public required DateOnly OfferedOn { get; init; }

    /// <summary>How long it is valid.</summary>
    public required Validity Validity { get; init; }

    /// <summary>Its last day; only with <see cref="Validity.UntilDate"/>.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The day on which it was accepted, withdrawn or refused, if it was.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>How it ended, with <see cref="EndedOn"/>.</summary>
    public OfferEnd? End { get; init; }

    /// <summary>Where it stands; at least one.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who entered it; empty if that is not kept.</summary>
    public string RecordedBy { get; init; } = "";

    /// <summary>Key of the round that it came out of, if it did and one is known.</summary>
    public string? RoundKey { get; init; }

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    /// <summary>Its state on a day: ended counts from the day itself, lapsed from the day after the last.</summary>
    public OfferState StateOn(DateOnly date) =>
        EndedOn is { } ended && ended <= date
            ? End switch
            {
                OfferEnd.Accepted => OfferState.Accepted,
                OfferEnd.Refused => OfferState.Refused,
                OfferEnd.Withdrawn or null => OfferState.Withdrawn,
            }
            : Validity == Validity.UntilDate && ValidUntil < date ? OfferState.Lapsed : OfferState.Open;

    string IRow.Words => Title;

    IEnumerable<HappenedDay> IRow.Happened() =>
    [
        new HappenedDay("offeredOn", OfferedOn),
        .. EndedOn is { } ended ? [new HappenedDay("endedOn", ended)] : Array.Empty<HappenedDay>(),
    ];

    IEnumerable<CitedPlace> IRow.Cited() => Citations.At("citations", OfferedOn);

    Findable? IRow.Findable(DateOnly on) => new(Title, [Text, .. Conditions]);

    Offer IRow<Offer>.WithKey(string key) => this with { Key = key };

    Offer IRow<Offer>.Stamped(DateTime now, string by) => this with { RecordedAt = now, RecordedBy = by };

    IDescriptive? IDescriptive.AsOf(DateOnly date, DateTime? before) => OfferedOn <= date ? this : null;

    // What is on the table is stated as a whole: where approval is asked for, its form is for managers.
    object? IDescriptive.StatedOutcome => null;

    IEnumerable<News> IDescriptive.News(DateOnly on) =>
    [
        new News(OfferedOn)
        {
            Title = Title,
            IssueKeys = IssueKeys,
            PartyKey = ByPartyKey,
            RoundKey = RoundKey,
            PartyKeys = ToPartyKeys,
            Text = Text,
            Citations = Citations,
            RecordedAt = RecordedAt,
            RecordedBy = RecordedBy,
        },
    ];

    Offer IDescriptive<Offer>.WithRetraction(Retraction? retraction) => this with { Retracted = retraction };

    Offer IDescriptive<Offer>.Edited(DateTime now, string by) => this;

    RuleViolation? IDescriptive<Offer>.Loses(Offer before) => null;

    bool IDescriptive<Offer>.MovesFigure(Offer? before) => false;
}

/// <summary>How long an offer stands.</summary>
public enum Validity
{
    /// <summary>No end is given.</summary>
    OpenEnded,
    /// <summary>Until a date.</summary>
    UntilDate,
    /// <summary>It won't stand for ever, but no date is given.</summary>
    NotForEver,
}

/// <summary>How an offer ended.</summary>
public enum OfferEnd
{
    /// <summary>Accepted.</summary>
    Accepted,
    /// <summary>Taken back by the party that made it.</summary>
    Withdrawn,
    /// <summary>Refused.</summary>
    Refused,
}

/// <summary>An offer's state on a date.</summary>
public enum OfferState
{
    /// <summary>On the table.</summary>
    Open,
    /// <summary>Its last day has passed.</summary>
    Lapsed,
    /// <summary>Accepted.</summary>
    Accepted,
    /// <summary>Taken back.</summary>
    Withdrawn,
    /// <summary>Refused.</summary>
    Refused,
}
