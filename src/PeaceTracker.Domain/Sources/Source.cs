using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Domain.Sources;

/// <summary>A publication on which facts of the board rest.</summary>
public sealed record Source : IDescriptive<Source>
{
    /// <summary>Key, unique in the negotiation.</summary>
    public required string Key { get; init; }

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>What it is about, in our own words if the printed headline must not be repeated.</summary>
    public required string Headline { get; init; }

    /// <summary>Author or dateline, if given.</summary>
    public string? Byline { get; init; }

    /// <summary>The date exactly as printed ("Dec. 15, 2026"); null where none is.</summary>
    public string? DateAsPrinted { get; init; }

    /// <summary>The date that the editor resolved it to; of a week the Monday, of a month the first day.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>Whether nothing more is known of its date than that it was out by <see cref="PublishedOn"/>, the day on which it was found.</summary>
    public bool NoLaterThan { get; init; }

    /// <summary>Why the editor resolved the date this way, if none is printed, or if it differs from the printed one or is doubtful.</summary>
    public string? DateNote { get; init; }

    /// <summary>Address, if it is public.</summary>
    public string? Url { get; init; }

    /// <summary>Address of a copy in an archive, which stays when the first one dies.</summary>
    public string? ArchivedUrl { get; init; }

    /// <summary>BCP 47 tag of its language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Reliability of the publisher, A to F (Admiralty code).</summary>
    public required Reliability Reliability { get; init; }

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    /// <summary>When it was published, as exactly as that is known.</summary>
    public DateAsKnown Published => new(PublishedOn, Precision);

    string IRow.Words => Headline;

    string IRow.RecordedBy => "";

    IEnumerable<HappenedDay> IRow.Happened() => [new HappenedDay("publishedOn", PublishedOn)];

    IEnumerable<CitedPlace> IRow.Cited() => [];

    Findable? IRow.Findable(DateOnly on) => new(Headline, [Publisher, Byline, DateNote]);

    Source IRow<Source>.WithKey(string key) => this with { Key = key };

    Source IRow<Source>.Stamped(DateTime now, string by) => this with { RecordedAt = now };

    IDescriptive? IDescriptive.AsOf(DateOnly date, DateTime? before) => PublishedOn <= date ? this : null;

    object? IDescriptive.StatedOutcome => null;

    IEnumerable<News> IDescriptive.News(DateOnly on) => [];

    Source IDescriptive<Source>.WithRetraction(Retraction? retraction) => this with { Retracted = retraction };

    Source IDescriptive<Source>.Edited(DateTime now, string by) => this;

    RuleViolation? IDescriptive<Source>.Loses(Source before) => null;

    bool IDescriptive<Source>.MovesFigure(Source? before) => false;
}
