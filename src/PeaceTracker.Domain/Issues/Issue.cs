using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Issues;

/// <summary>A matter under negotiation.</summary>
public sealed record Issue : IDescriptive<Issue>, IJudged<Issue>
{
    /// <summary>The salience of a core issue, the highest.</summary>
    public const int CoreSalience = 5;

    /// <summary>Key, unique in the negotiation.</summary>
    public required string Key { get; init; }

    /// <summary>Title: "Territory".</summary>
    public required string Title { get; init; }

    /// <summary>Category: "Security". One of the words the negotiation uses; categories are no fixed list.</summary>
    public required string Category { get; init; }

    /// <summary>What is at stake, in one or two sentences.</summary>
    public string? Description { get; init; }

    /// <summary>Weight 1 to 5, 5 being a core issue.</summary>
    public required int Salience { get; init; }

    /// <summary>Keys of the dyads to which the issue applies.</summary>
    public IReadOnlyList<string> DyadKeys { get; init; } = [];

    /// <summary>Keys of the issues it depends on (linkage).</summary>
    public IReadOnlyList<Linkage> DependsOn { get; init; } = [];

    /// <summary>Where the issue is named.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    /// <summary>How it was judged before salience, dyads or links changed from a day on, in order of days; empty where they never did.</summary>
    public IReadOnlyList<EarlierIssue> Earlier { get; init; } = [];

    /// <summary>The issue as it was judged on a date, as the record was known before a moment (UTC; null: now).</summary>
    public Issue On(DateOnly date, DateTime? before = null) => Judgements.On(Earlier, date, before) is { } earlier
        ? this with { Salience = earlier.Salience, DyadKeys = earlier.DyadKeys, DependsOn = earlier.DependsOn }
        : this;

    /// <summary>Whether it is a core issue.</summary>
    public bool IsCore => Salience == CoreSalience;

    string IRow.Words => Title;

    string IRow.RecordedBy => "";

    IEnumerable<HappenedDay> IRow.Happened() => [];

    IEnumerable<CitedPlace> IRow.Cited() => Citations.At("citations");

    Findable? IRow.Findable(DateOnly on) => new(Title, [Description, Category, Key]);

    Issue IRow<Issue>.WithKey(string key) => this with { Key = key };

    Issue IRow<Issue>.Stamped(DateTime now, string by) => this with { RecordedAt = now };

    IDescriptive? IDescriptive.AsOf(DateOnly date, DateTime? before) => this;

    object? IDescriptive.StatedOutcome => null;

    IEnumerable<News> IDescriptive.News(DateOnly on) =>
        Judgements.News(this, on, (issue, day) => issue.On(day)).Select(news => news with { IssueKey = Key, Title = Title });

    Issue IDescriptive<Issue>.WithRetraction(Retraction? retraction) => this with { Retracted = retraction };

    Issue IDescriptive<Issue>.Edited(DateTime now, string by) => this with
    {
        Earlier = [.. Earlier.Select(e => e.RecordedAt == default ? e with { RecordedAt = now, RecordedBy = by } : e)],
    };

    RuleViolation? IDescriptive<Issue>.Loses(Issue before) => null;

    bool IDescriptive<Issue>.MovesFigure(Issue? before) =>
        before is not null && (Category != before.Category || Judgements.Differ(this, before, Weighed));

    IReadOnlyList<IEarlier> IJudged<Issue>.Earlier => Earlier;

    /// <inheritdoc />
    public bool IsJudgedAs(Issue other) => Salience == other.Salience && Same(DyadKeys, other.DyadKeys)
        && Same(DependsOn.Select(link => link.IssueKey), other.DependsOn.Select(link => link.IssueKey));

    /// <inheritdoc />
    public Issue DatedEarlier(IReadOnlyList<DateOnly> days) => this with { Earlier = [.. Earlier.Zip(days, (e, day) => e with { Until = day })] };

    /// <inheritdoc />
    public Issue JudgedFrom(DateOnly day, Issue before) => this with
    {
        Earlier =
        [
            .. before.Earlier,
            new EarlierIssue
            {
                Until = day, Salience = before.Salience, DyadKeys = before.DyadKeys, DependsOn = before.DependsOn, RecordedAt = default,
            },
        ],
    };

    // Links move no figure; the category does, for levels are counted by it.
    private static (int, string) Weighed(Issue issue, DateOnly day) =>
        issue.On(day) is var on ? (on.Salience, string.Join(' ', on.DyadKeys.Order(StringComparer.Ordinal))) : default;

    private static bool Same(IEnumerable<string> keys, IEnumerable<string> others) => keys.ToHashSet(StringComparer.Ordinal).SetEquals(others);
}

/// <summary>A link to an issue on which another depends, and why.</summary>
public sealed record Linkage
{
    /// <summary>Key of the issue depended on.</summary>
    public required string IssueKey { get; init; }

    /// <summary>Why it depends on it.</summary>
    public string? Note { get; init; }
}
