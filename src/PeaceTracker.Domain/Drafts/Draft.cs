using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Drafts;

/// <summary>A text under negotiation, with its versions.</summary>
public sealed record Draft : IDescription
{
    /// <summary>Key, unique in the negotiation.</summary>
    public required string Key { get; init; }

    /// <summary>Title: "Text on territory".</summary>
    public required string Title { get; init; }

    /// <summary>Key of the working group that writes it, if one does.</summary>
    public string? WorkingGroupKey { get; init; }

    /// <summary>Keys of the issues it covers.</summary>
    public IReadOnlyList<string> IssueKeys { get; init; } = [];

    /// <summary>Its versions, by number.</summary>
    public IReadOnlyList<DraftVersion> Versions { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    /// <summary>
    /// The number of the first version that <paramref name="later"/> has not where it was; null where it has them all. A version is a line of
    /// the feed: it may be corrected, and is known by the moment of its recording.
    /// </summary>
    public int? FirstLostIn(Draft later) => Versions
        .Where((version, i) => later.Versions.Count <= i || later.Versions[i].RecordedAt != version.RecordedAt).Select(version => (int?)version.Number).FirstOrDefault();
}

/// <summary>One version of a draft.</summary>
public sealed record DraftVersion
{
    /// <summary>Number, from 1 up.</summary>
    public required int Number { get; init; }

    /// <summary>The day of the version.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Pages, if known.</summary>
    public int? Pages { get; init; }

    /// <summary>Points, if known.</summary>
    public int? Points { get; init; }

    /// <summary>Passages still in brackets, if known.</summary>
    public int? BracketedPassages { get; init; }

    /// <summary>Keys of the parties that hold it.</summary>
    public IReadOnlyList<string> HeldByKeys { get; init; } = [];

    /// <summary>Keys of the parties that have not seen it yet.</summary>
    public IReadOnlyList<string> NotSeenByKeys { get; init; } = [];

    /// <summary>What is new or notable in it.</summary>
    public string? Note { get; init; }

    /// <summary>Where it stands; at least one.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who entered it; empty where that is not kept.</summary>
    public string RecordedBy { get; init; } = "";
}
