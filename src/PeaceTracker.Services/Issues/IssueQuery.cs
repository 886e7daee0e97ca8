using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Issues;

/// <summary>What a reader asks of the list of issues: the filters that narrow it, its order, and how much of it at once.</summary>
public sealed record IssueQuery
{
    /// <summary>The numbers of rows that a page may have, the first by default.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    /// <summary>Words that an issue's title, category, description or key must all have; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>The levels, between one of the chosen dyads where there are any, else over the board.</summary>
    public LevelFilter Levels { get; init; }

    /// <summary>The categories.</summary>
    public ChosenSet<string> Categories { get; init; }

    /// <summary>Keys of dyads: the issue applies to one of them, and what is asked of its level is asked between that one.</summary>
    public ChosenSet<string> Dyads { get; init; }

    /// <summary>Keys of parties, one of which the issue concerns: it has a position on it, or is one of a dyad to which it applies.</summary>
    public ChosenSet<string> Parties { get; init; }

    /// <summary>Keys of working groups, one of which negotiates the issue.</summary>
    public ChosenSet<string> Groups { get; init; }

    /// <summary>The bases of the level; an unknown level rests on neither.</summary>
    public ChosenSet<Basis> Bases { get; init; }

    /// <summary>Only issues that are not agreed in principle or better over the board, on record: what remains.</summary>
    public bool Open { get; init; }

    /// <summary>Only issues on which a party has a red line: one of a chosen dyad, where there are any.</summary>
    public bool RedLines { get; init; }

    /// <summary>Only issues whose level shown fell from agreed in principle or better.</summary>
    public bool Reopened { get; init; }

    /// <summary>Only issues on whose level shown entries of one date disagree.</summary>
    public bool Contested { get; init; }

    /// <summary>Only issues of which no evidence is newer than the staleness limit.</summary>
    public bool Stale { get; init; }

    /// <summary>Only core issues.</summary>
    public bool Core { get; init; }

    /// <summary>Only issues whose level shown rests on one publisher.</summary>
    public bool SinglePublisher { get; init; }

    /// <summary>The order.</summary>
    public IssueSort Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>Rows a page, one of <see cref="Sizes"/>.</summary>
    public int Size { get; init; } = Sizes[0];

    /// <summary>The same in another order; asked again for its own order, turned round.</summary>
    public IssueQuery SortedBy(IssueSort sort) => this with
    {
        Sort = sort,
        Descending = sort == Sort ? !Descending : sort is IssueSort.Salience or IssueSort.Evidence or IssueSort.Since or IssueSort.Objections,
    };
}

/// <summary>The orders of the list of issues.</summary>
public enum IssueSort
{
    /// <summary>As the agenda has them.</summary>
    Agenda,
    /// <summary>By title.</summary>
    Title,
    /// <summary>By category, then as the agenda has them.</summary>
    Category,
    /// <summary>By salience, then as the agenda has them.</summary>
    Salience,
    /// <summary>By level, the weakest first, deferred and unknown last.</summary>
    Level,
    /// <summary>By date of the newest evidence; none is oldest.</summary>
    Evidence,
    /// <summary>By the day since which the level holds; none is oldest.</summary>
    Since,
    /// <summary>By how many parties object or reject.</summary>
    Objections,
    /// <summary>What remains, as ranked by <see cref="Domain.Agreement.Remaining"/>; what is agreed comes last.</summary>
    Remaining,
}
