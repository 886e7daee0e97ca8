using System.Globalization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Issues;

/// <summary>The numbered list of issues in force from a date, until the next version.</summary>
public sealed record AgendaVersion : IDescription<AgendaVersion>
{
    /// <summary>Number, from 1 up in order of date.</summary>
    public required int Number { get; init; }

    /// <summary>What the list is: "28 points", "issues the article names".</summary>
    public required string Title { get; init; }

    /// <summary>The first day on which it is in force.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Keys of the issues in scope, in the order of the agenda.</summary>
    public IReadOnlyList<string> IssueKeys { get; init; } = [];

    /// <summary>How it differs from the version before.</summary>
    public IReadOnlyList<ScopeChange> ScopeChanges { get; init; } = [];

    /// <summary>
    /// How many issues changed by each kind of scope change, kinds without any left out: additions by the issues that came, all others
    /// by those that left.
    /// </summary>
    public IEnumerable<(ScopeChangeKind Kind, int Issues)> ChangedIssues => ScopeChanges
        .GroupBy(change => change.Kind)
        .OrderBy(changes => changes.Key)
        .Select(changes => (changes.Key, changes.Sum(c => c.Kind == ScopeChangeKind.Added ? c.ToIssueKeys.Count : c.FromIssueKeys.Count)));

    /// <summary>Whether the negotiators published the list themselves (against one drawn up by editors).</summary>
    public bool Published { get; init; }

    /// <summary>Where the list, or the change, is reported.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who entered it; empty where that is not kept.</summary>
    public string RecordedBy { get; init; } = "";

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    string IRow.Key => Number.ToString(CultureInfo.InvariantCulture);

    string IRow.Words => Title;

    IEnumerable<HappenedDay> IRow.Happened() => [];

    IEnumerable<Citation> IRow.Cited() => Citations;

    Findable? IRow.Findable(DateOnly on) => null;

    AgendaVersion IRow<AgendaVersion>.WithKey(string key) => this;

    AgendaVersion IRow<AgendaVersion>.Stamped(DateTime now, string by) => this with { RecordedAt = now, RecordedBy = by };

    IDescription? IDescription.AsOf(DateOnly date, DateTime? before) => InForceFrom <= date ? this : null;

    IEnumerable<News> IDescription.News(DateOnly on) =>
    [
        new News(InForceFrom)
        {
            Title = Title,
            IssueKeys = ScopeChanges.Count == 0 ? IssueKeys : [.. ScopeChanges.SelectMany(c => c.FromIssueKeys.Concat(c.ToIssueKeys))],
            Text = string.Join(" ", ScopeChanges.Select(c => c.Note).OfType<string>()),
            Citations = Citations,
            RecordedAt = RecordedAt,
            RecordedBy = RecordedBy,
        },
    ];

    AgendaVersion IDescription<AgendaVersion>.WithRetraction(Retraction retraction) => this with { Retracted = retraction };

    AgendaVersion IDescription<AgendaVersion>.Edited(DateTime now, string by) => this;

    RuleViolation? IDescription<AgendaVersion>.Loses(AgendaVersion before) => null;

    bool IDescription<AgendaVersion>.MovesFigure(AgendaVersion? before) => true;
}
