using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Drafts;

/// <summary>A text under negotiation, with its versions.</summary>
public sealed record Draft : IDescription<Draft>
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

    string IRow.Words => Title;

    string IRow.RecordedBy => "";

    IEnumerable<HappenedDay> IRow.Happened() => Versions.Select((version, i) => new HappenedDay($"versions[{i}].date", version.Date));

    IEnumerable<Citation> IRow.Cited() => Versions.SelectMany(version => version.Citations);

    Findable? IRow.Findable(DateOnly on) => new(Title, [.. Versions.Select(version => version.Note)]);

    Draft IRow<Draft>.WithKey(string key) => this with { Key = key };

    Draft IRow<Draft>.Stamped(DateTime now, string by) => Stamped(now, by);

    IDescription? IDescription.AsOf(DateOnly date, DateTime? before) =>
        Versions.Where(v => v.Date <= date && LiveEntries.IsKnown(v.RecordedAt, before)).OrderBy(v => v.Number).ToList() is { Count: > 0 } versions
            ? this with { Versions = versions }
            : null;

    IEnumerable<News> IDescription.News(DateOnly on) => Versions.Select(version => new News(version.Date)
    {
        Title = Title,
        IssueKeys = IssueKeys,
        PartyKeys = [.. version.HeldByKeys, .. version.NotSeenByKeys],
        Version = version.Number,
        Text = version.Note,
        Citations = version.Citations,
        RecordedAt = version.RecordedAt,
        RecordedBy = version.RecordedBy,
    });

    Draft IDescription<Draft>.WithRetraction(Retraction retraction) => this with { Retracted = retraction };

    Draft IDescription<Draft>.Edited(DateTime now, string by) => Stamped(now, by);

    // A version is a line of the feed: it may be corrected, and is known by the moment of its recording.
    RuleViolation? IDescription<Draft>.Loses(Draft before) =>
        before.Versions.Where((version, i) => Versions.Count <= i || Versions[i].RecordedAt != version.RecordedAt).FirstOrDefault() is { } lost
            ? new RuleViolation(
                "versions",
                $"Version {lost.Number} is on the board, with the moment of its recording: correct what is wrong in it, or retract the draft. "
                + "It can't be taken out or moved.")
            : null;

    bool IDescription<Draft>.MovesFigure(Draft? before) => false;

    // New versions are entered when the draft is saved; those that were there keep their moment.
    private Draft Stamped(DateTime now, string by) => this with
    {
        RecordedAt = RecordedAt == default ? now : RecordedAt,
        Versions = [.. Versions.Select(v => v.RecordedAt == default ? v with { RecordedAt = now, RecordedBy = by } : v)],
    };
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
