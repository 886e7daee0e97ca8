using System.Globalization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Issues;

/// <summary>
/// A list of issues in force from a day, until the next one in time. Versions can be entered in any order: one that becomes known late is put
/// before others.
/// </summary>
public sealed record AgendaVersion : IDescriptive<AgendaVersion>
{
    /// <summary>Number by which it is known, from 1 up in the order in which the versions were entered; in time they follow their days.</summary>
    public required int Number { get; init; }

    /// <summary>What the list is: "28 points", "issues the article names".</summary>
    public required string Title { get; init; }

    /// <summary>The first day on which it is in force.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Keys of the issues in scope, in the order of the agenda.</summary>
    public IReadOnlyList<string> IssueKeys { get; init; } = [];

    /// <summary>
    /// How many points the list has, where that is known and the issues named are not said to be all of them: "28 points, of which ten are
    /// named"; null where it has as many as are named, or nothing is known.
    /// </summary>
    public int? Points { get; init; }

    /// <summary>How many issues it names: N of the shares, as far as they apply to a pair.</summary>
    public int Named => IssueKeys.Count;

    /// <summary>How many points the list has: the number of which a claim speaks; as many as are named unless it is said to have more.</summary>
    public int PointCount => Points ?? Named;

    /// <summary>How it differs from the version before it in time.</summary>
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

    /// <summary>Who entered it; empty if that is not kept.</summary>
    public string RecordedBy { get; init; } = "";

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    string IRow.Key => Number.ToString(CultureInfo.InvariantCulture);

    string IRow.Words => Title;

    IEnumerable<HappenedDay> IRow.Happened() => [];

    IEnumerable<CitedPlace> IRow.Cited() => Citations.At("citations", InForceFrom);

    Findable? IRow.Findable(DateOnly on) => new(Title, [.. ScopeChanges.Select(change => change.Note)]);

    AgendaVersion IRow<AgendaVersion>.WithKey(string key) => this;

    AgendaVersion IRow<AgendaVersion>.Stamped(DateTime now, string by) => this with { RecordedAt = now, RecordedBy = by };

    IDescriptive? IDescriptive.AsOf(DateOnly date, DateTime? before) => InForceFrom <= date ? this : null;

    object? IDescriptive.StatedOutcome => null;

    IEnumerable<News> IDescriptive.News(DateOnly on) =>
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

    AgendaVersion IDescriptive<AgendaVersion>.WithRetraction(Retraction? retraction) => this with { Retracted = retraction };

    AgendaVersion IDescriptive<AgendaVersion>.Edited(DateTime now, string by) => this;

    RuleViolation? IDescriptive<AgendaVersion>.Loses(AgendaVersion before) => null;

    bool IDescriptive<AgendaVersion>.MovesFigure(AgendaVersion? before) => true;

    /// <summary>
    /// The versions whose scope changes have to be others since one came, moved in time or went: what still holds of them stays, the rest of the
    /// difference to the version that is now before them is said as issues added and dropped. The rows are those of a record, live or not.
    /// </summary>
    internal static IEnumerable<AgendaVersion> Follow(IReadOnlyList<AgendaVersion> rows)
    {
        AgendaVersion? before = null;
        foreach (var version in rows.Where(row => row.Retracted is null).OrderBy(row => row.InForceFrom))
        {
            var changes = ScopeChange.Between(before?.IssueKeys ?? version.IssueKeys, version.IssueKeys, version.ScopeChanges);
            if (changes.Count != version.ScopeChanges.Count || changes.Except(version.ScopeChanges).Any())
            {
                yield return version with { ScopeChanges = changes };
            }

            before = version;
        }
    }
}
