using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Positions;

/// <summary>
/// What a reader asks of the matrix. Party and dyad narrow its columns, and its rows to the issues that concern them; level,
/// stance and red lines are asked of the columns that are left.
/// </summary>
public sealed record MatrixQuery
{
    private const string PartyPrefix = "party:";
    private const string DyadPrefix = "dyad:";

    /// <summary>The numbers of rows that a page may have, the first by default; the last for paper.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [50, 100, 200];

    /// <summary>Words that an issue's title, category, description or key must all have; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>Key of the one party shown.</summary>
    public string? Party { get; init; }

    /// <summary>Key of the one dyad shown.</summary>
    public string? Dyad { get; init; }

    /// <summary>A level that a shown dyad has on the issue.</summary>
    public Level? Level { get; init; }

    /// <summary>A stance that a shown party has on the issue.</summary>
    public Stance? Stance { get; init; }

    /// <summary>Only issues on which a shown party has a red line.</summary>
    public bool RedLines { get; init; }

    /// <summary>Only issues whose evidence is stale.</summary>
    public bool Stale { get; init; }

    /// <summary>The order.</summary>
    public MatrixOrder Order { get; init; }

    /// <summary>Key of the party or dyad by whose column the rows are ordered; null for other orders.</summary>
    public string? OrderKey { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>Rows a page, one of <see cref="Sizes"/>.</summary>
    public int Size { get; init; } = Sizes[0];

    /// <summary>Whether something narrows the matrix.</summary>
    public bool IsFiltered => Filters.Any(f => f.Value is not null);

    /// <summary>The filters as address values, null where not set.</summary>
    public IReadOnlyList<(string Name, string? Value)> Filters =>
    [
        ("q", Text), ("category", Category), ("party", Party), ("dyad", Dyad), ("level", Level is { } level ? IssueQuery.Word(level) : null),
        ("stance", Stance is { } stance ? IssueQuery.Word(stance) : null), ("redlines", RedLines ? AddressValues.Yes : null), ("stale", Stale ? AddressValues.Yes : null),
    ];

    /// <summary>Everything as address values, null where it is the default.</summary>
    public IReadOnlyList<(string Name, string? Value)> Values =>
    [
        .. Filters,
        ("sort", Order == MatrixOrder.Agenda && !Descending ? null : (Descending ? "-" : "") + Word(Order, OrderKey)),
        ("size", Size == Sizes[0] ? null : Size.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>The same without one filter.</summary>
    public MatrixQuery Without(string filter) => filter switch
    {
        "q" => this with { Text = null },
        "category" => this with { Category = null },
        "party" => this with { Party = null },
        "dyad" => this with { Dyad = null },
        "level" => this with { Level = null },
        "stance" => this with { Stance = null },
        "redlines" => this with { RedLines = false },
        "stale" => this with { Stale = false },
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "No such filter."),
    };

    /// <summary>The same in another order; asked again for its own order, turned round.</summary>
    public MatrixQuery OrderedBy(MatrixOrder order, string? key = null) =>
        this with { Order = order, OrderKey = key, Descending = IsOrderedBy(order, key) && !Descending };

    /// <summary>Whether this is the order.</summary>
    public bool IsOrderedBy(MatrixOrder order, string? key = null) => Order == order && OrderKey == key;

    /// <summary>An order as addresses write it: "salience", "party:ukraine".</summary>
    public static string Word(MatrixOrder order, string? key = null) => order switch
    {
        MatrixOrder.Party => PartyPrefix + key,
        MatrixOrder.Dyad => DyadPrefix + key,
        MatrixOrder.Agenda or MatrixOrder.Salience or MatrixOrder.Category or MatrixOrder.Level or MatrixOrder.Objections or MatrixOrder.Evidence =>
            IssueQuery.Word(order),
    };

    /// <summary>The query of an address whose values <paramref name="value"/> gives by name; null where one can't be used, and <paramref name="bad"/> then says which.</summary>
    public static MatrixQuery? Read(Func<string, string?> value, BoardSnapshot at, out BadValue? bad)
    {
        var values = new AddressValues(value);
        var query = new MatrixQuery
        {
            Text = values.Text("q"),
            Category = values.OneOf("category", at.Board.Record.Issues.Select(i => i.Category).Distinct()),
            Party = values.OneOf("party", at.Board.Parties.Keys),
            Dyad = values.OneOf("dyad", at.Board.Dyads.Keys),
            Level = values.Scale<Level>("level"),
            Stance = values.Scale<Stance>("stance"),
            RedLines = values.Ticked("redlines"),
            Stale = values.Ticked("stale"),
            Size = values.Size("size", Sizes),
        };
        var orders = Orders(at.Board).ToDictionary(o => Word(o.Order, o.Key));
        var (word, descending) = values.Sort("sort", orders.Keys);
        var (order, key) = word is null ? default : orders[word];
        bad = values.Bad;
        return bad is null ? query with { Order = order, OrderKey = key, Descending = descending } : null;
    }

    /// <summary>Every order of a board's matrix.</summary>
    public static IEnumerable<(MatrixOrder Order, string? Key)> Orders(Board board) =>
        Enum.GetValues<MatrixOrder>().Where(o => o is not (MatrixOrder.Party or MatrixOrder.Dyad)).Select(o => (o, (string?)null))
            .Concat(board.Record.Parties.Select(p => (MatrixOrder.Party, (string?)p.Key)))
            .Concat(board.Record.Dyads.Select(d => (MatrixOrder.Dyad, (string?)d.Key)));
}

/// <summary>The orders of the matrix.</summary>
public enum MatrixOrder
{
    /// <summary>As the agenda has the issues.</summary>
    Agenda,
    /// <summary>By salience.</summary>
    Salience,
    /// <summary>By category.</summary>
    Category,
    /// <summary>By level over the board, the weakest first, deferred and unknown last.</summary>
    Level,
    /// <summary>By how many parties object or reject.</summary>
    Objections,
    /// <summary>By date of the newest evidence; none is oldest.</summary>
    Evidence,
    /// <summary>By the stance of one party, from rejects to accepts; issues on which it has none come last either way.</summary>
    Party,
    /// <summary>By the level between one dyad, the weakest first; issues that don't concern it come last either way.</summary>
    Dyad,
}
