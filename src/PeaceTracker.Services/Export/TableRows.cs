using System.Collections;

namespace PeaceTracker.Services.Export;

/// <summary>The rows of a table of things: each is made of its thing when it is asked for, since a file is written row by row.</summary>
internal sealed class TableRows<T>(IReadOnlyList<ExportColumn<T>> columns, IReadOnlyList<T> things) : IReadOnlyList<IReadOnlyList<object?>>
{
    public int Count => things.Count;

    public IReadOnlyList<object?> this[int index] => Row(things[index]);

    public IEnumerator<IReadOnlyList<object?>> GetEnumerator() => things.Select(Row).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private object?[] Row(T thing) => [.. columns.Select(column => column.Value(thing))];
}
