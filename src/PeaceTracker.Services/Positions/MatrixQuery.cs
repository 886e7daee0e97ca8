using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Issues;

namespace PeaceTracker.Services.Positions;

/// <summary>
/// What a reader asks of the matrix. Parties and dyads narrow its columns, and its rows to the issues that concern them; level,
/// stance and red lines are asked of the columns that are left.
/// </summary>
public sealed record MatrixQuery
{
    /// <summary>The numbers of rows that a page may have, the first by default; the last for paper.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [50, 100, 200];

    /// <summary>Words that an issue's title, category, description or key must all have; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>The categories.</summary>
    public ChosenSet<string> Categories { get; init; }

    /// <summary>Keys of the parties shown.</summary>
    public ChosenSet<string> Parties { get; init; }

    /// <summary>Keys of the dyads shown.</summary>
    public ChosenSet<string> Dyads { get; init; }

    /// <summary>Levels, one of which a shown dyad has on the issue.</summary>
    public LevelFilter Levels { get; init; }

    /// <summary>Stances, one of which a shown party has on the issue.</summary>
    public ChosenSet<Stance> Stances { get; init; }

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

    /// <summary>The same in another order; asked again for its own order, turned round.</summary>
    public MatrixQuery OrderedBy(MatrixOrder order, string? key = null) =>
        this with { Order = order, OrderKey = key, Descending = IsOrderedBy(order, key) && !Descending };

    /// <summary>Whether this is the order.</summary>
    public bool IsOrderedBy(MatrixOrder order, string? key = null) => Order == order && OrderKey == key;

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
