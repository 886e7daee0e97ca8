using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Positions;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Positions;

/// <summary>How an address asks for rows and columns of the matrix.</summary>
public static class MatrixAddress
{
    private const string Text = "q", Category = "category", Party = "party", Dyad = "dyad", Level = "level", Stance = "stance";
    private const string RedLines = "redlines", Stale = "stale", Sort = "sort", Size = "size";

    /// <summary>Whether each cell leads to the form in which is recorded what happened to it.</summary>
    public const string Record = "record";

    /// <summary>The filters.</summary>
    public static IReadOnlyList<AddressFilter<MatrixQuery>> Filters(this MatrixQuery query) =>
    [
        new(Text, query.Text, query with { Text = null }),
        new(Category, query.Categories.Text(), query with { Categories = [] }),
        new(Party, query.Parties.Text(), query with { Parties = [] }),
        new(Dyad, query.Dyads.Text(), query with { Dyads = [] }),
        new(Level, query.Levels.Text, query with { Levels = default }),
        new(Stance, query.Stances.Text(), query with { Stances = [] }),
        new(RedLines, query.RedLines ? AddressValues.Yes : null, query with { RedLines = false }),
        new(Stale, query.Stale ? AddressValues.Yes : null, query with { Stale = false }),
    ];

    /// <summary>Everything, null where it is the default.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Values(this MatrixQuery query) =>
    [
        .. query.Filters().Select(f => (f.Name, f.Value)),
        (Sort, query.Order == MatrixOrder.Agenda && !query.Descending ? null : (query.Descending ? "-" : "") + Word(query.Order, query.OrderKey)),
        (Size, query.Size == MatrixQuery.Sizes[0] ? null : query.Size.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>An order as addresses write it: "salience", "party:ukraine".</summary>
    public static string Word(MatrixOrder order, string? key = null) => key is null ? ScaleWord.Of(order) : $"{ScaleWord.Of(order)}:{key}";

    /// <summary>Reads what an address asks of a board.</summary>
    public static MatrixQuery Read(AddressValues values, BoardSnapshot at)
    {
        var l = values.L;
        var query = new MatrixQuery
        {
            Text = values.Text(Text),
            Categories = values.Filters(Category, l["category"], at.Board.Record.Issues.Select(i => i.Category)),
            Parties = values.Filters(Party, l["party"], at.Board.Record.Parties.Select(p => p.Key)),
            Dyads = values.Filters(Dyad, l["pair"], at.Board.Record.Dyads.Select(d => d.Key)),
            Levels = LevelFilter.Read(values.Several(Level, LevelFilter.Words)),
            Stances = values.Filters<Domain.Positions.Stance>(Stance),
            RedLines = values.Ticked(RedLines),
            Stale = values.Ticked(Stale),
            Size = values.Size(Size, MatrixQuery.Sizes),
        };
        var orders = MatrixQuery.Orders(at.Board).ToDictionary(o => Word(o.Order, o.Key));
        var (word, descending) = values.Sort(Sort, orders.Keys);
        var (order, key) = word is null ? default : orders[word];
        return query with { Order = order, OrderKey = key, Descending = descending };
    }
}
