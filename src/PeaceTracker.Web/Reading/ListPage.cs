namespace PeaceTracker.Web.Reading;

/// <summary>One page of a long list.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Size">Rows a page.</param>
/// <param name="Total">Rows of the whole list.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, int Number, int Size, int Total);
