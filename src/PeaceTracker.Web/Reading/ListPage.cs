using System.Globalization;

namespace PeaceTracker.Web.Reading;

/// <summary>One page of a long list.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Size">Rows a page.</param>
/// <param name="Total">Rows of the whole list.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, int Number, int Size, int Total);

/// <summary>How lists are cut into pages. Which page an address asks for is read by <see cref="AddressValues"/>.</summary>
public static class ListPage
{
    /// <summary>The name of a page's number in addresses.</summary>
    public const string Name = "page";

    /// <summary>A page's number as a query value; the first needs none.</summary>
    public static (string Name, string? Value) Value(int number) =>
        (Name, number == 1 ? null : number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Rows in front of a page.</summary>
    public static int Skip(int number, int size) => (int)Math.Min((number - 1L) * size, int.MaxValue);

    /// <summary>The number of the last page; the first is there also where the list is empty.</summary>
    public static int Last(int total, int size) => Math.Max(1, (int)((total + size - 1L) / size));
}
