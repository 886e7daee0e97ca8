namespace PeaceTracker.Services.Export;

/// <summary>The order of a table by one of its columns, on its page and in its files alike; the scale's first member is the usual one.</summary>
public sealed record TableOrder<T> where T : struct, Enum
{
    /// <summary>The name by which addresses ask for it, where a page has one list.</summary>
    public const string Name = "sort";

    private readonly IReadOnlyList<T> _largestFirst;

    /// <summary>The usual order; what a column <paramref name="largestFirst"/> holds is first shown from the largest or newest down.</summary>
    public TableOrder(params IReadOnlyList<T> largestFirst)
    {
        _largestFirst = largestFirst;
        Descending = largestFirst.Contains(default);
    }

    /// <summary>Whether none of the columns gives the usual order, so that it has no other way round.</summary>
    public bool UsualIsNoColumn { get; init; }

    /// <summary>The name by which addresses ask for this one.</summary>
    public string Called { get; init; } = Name;

    /// <summary>The column.</summary>
    public T By { get; init; }

    /// <summary>Whether the largest or newest stands first.</summary>
    public bool Descending { get; init; }

    /// <summary>The order as addresses and files say it, null where it is the usual one: "-facts".</summary>
    public string? Text => Is(default) && (UsualIsNoColumn || Descending == _largestFirst.Contains(default)) ? null
        : (Descending ? "-" : "") + ScaleWord.Of(By);

    /// <summary>The same with its name.</summary>
    public IReadOnlyList<(string Name, string? Value)> Values => [(Called, Text)];

    /// <summary>Whether rows are in order by a column.</summary>
    public bool Is(T by) => EqualityComparer<T>.Default.Equals(By, by);

    /// <summary>The order after a press on the heading of a column: by it, and where it is already, turned round.</summary>
    public TableOrder<T> Pressed(T by) => this with { By = by, Descending = Is(by) ? !Descending : _largestFirst.Contains(by) };

    /// <summary>Rows in order by a key; those without one come last either way, and equal ones stay as they were.</summary>
    public IReadOnlyList<TRow> Sorted<TRow>(IEnumerable<TRow> rows, Func<TRow, IComparable?> key)
    {
        var known = rows.OrderBy(row => key(row) is null);
        return [.. Descending ? known.ThenByDescending(key) : known.ThenBy(key)];
    }
}
