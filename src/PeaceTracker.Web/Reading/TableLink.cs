namespace PeaceTracker.Web.Reading;

/// <summary>A table of a page that can be had as files.</summary>
/// <param name="Words">What the table is called.</param>
/// <param name="Name">What its files are called.</param>
/// <param name="Query">What narrows and orders it, besides the moment.</param>
public sealed record TableLink(string Words, string Name, IEnumerable<(string Name, string? Value)> Query)
{
    /// <summary>A table that nothing narrows.</summary>
    public TableLink(string words, string name) : this(words, name, [])
    {
    }

    /// <summary>A table of one thing: <paramref name="by"/> it is narrowed.</summary>
    public TableLink(string words, string name, (string Name, string? Value) by) : this(words, name, [by])
    {
    }
}
