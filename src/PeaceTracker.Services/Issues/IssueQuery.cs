using System.Text.Json;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Issues;

/// <summary>What a reader asks of the list of issues: the filters that narrow it, its order, and one page of it.</summary>
public sealed record IssueQuery
{
    /// <summary>The numbers of rows that a page may have, the first by default.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    /// <summary>Words that an issue's title, category, description or key must all have; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>The level, between the chosen dyad where there is one, else over the board.</summary>
    public Level? Level { get; init; }

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>Key of the dyad to which the issue applies.</summary>
    public string? Dyad { get; init; }

    /// <summary>Key of the party that the issue concerns: it has a position on it, or is one of a dyad to which it applies.</summary>
    public string? Party { get; init; }

    /// <summary>Key of the working group that negotiates the issue.</summary>
    public string? Group { get; init; }

    /// <summary>The basis of the level that is shown; an unknown level rests on neither.</summary>
    public Basis? Basis { get; init; }

    /// <summary>Only issues that are not agreed in principle or better over the board, on record: what remains.</summary>
    public bool Open { get; init; }

    /// <summary>The order.</summary>
    public IssueSort Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows a page, one of <see cref="Sizes"/>.</summary>
    public int Size { get; init; } = Sizes[0];

    /// <summary>Whether something narrows the list.</summary>
    public bool IsFiltered => Filters.Any(f => f.Value is not null);

    /// <summary>The filters as address values, null where not set.</summary>
    public IReadOnlyList<(string Name, string? Value)> Filters =>
    [
        ("q", Text), ("level", Level is { } level ? Word(level) : null), ("category", Category), ("dyad", Dyad), ("party", Party),
        ("group", Group), ("basis", Basis is { } basis ? Word(basis) : null),
        ("open", Open ? AddressValues.Yes : null),
    ];

    /// <summary>Everything as address values, null where it is the default.</summary>
    public IReadOnlyList<(string Name, string? Value)> Values =>
    [
        .. Filters,
        ("sort", Sort == IssueSort.Agenda && !Descending ? null : (Descending ? "-" : "") + Word(Sort)),
        ("size", Size == Sizes[0] ? null : Size.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("page", Page == 1 ? null : Page.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    /// <summary>The same without one filter, from the first page.</summary>
    public IssueQuery Without(string filter) => filter switch
    {
        "q" => this with { Text = null, Page = 1 },
        "level" => this with { Level = null, Page = 1 },
        "category" => this with { Category = null, Page = 1 },
        "dyad" => this with { Dyad = null, Page = 1 },
        "party" => this with { Party = null, Page = 1 },
        "group" => this with { Group = null, Page = 1 },
        "basis" => this with { Basis = null, Page = 1 },
        "open" => this with { Open = false, Page = 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "No such filter."),
    };

    /// <summary>The same in another order, from the first page; asked again for its own order, turned round.</summary>
    public IssueQuery SortedBy(IssueSort sort) => this with
    {
        Sort = sort,
        Descending = sort == Sort ? !Descending : sort is IssueSort.Salience or IssueSort.Evidence,
        Page = 1,
    };

    /// <summary>A value of a scale as addresses and files write it: "agreed-in-principle".</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
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
    /// <summary>What remains, as ranked by <see cref="Domain.Agreement.Remaining"/>; what is agreed comes last.</summary>
    Remaining,
}
