using System.Globalization;
using PeaceTracker.Services.Issues;

namespace PeaceTracker.Services.Search;

/// <summary>
/// The values of an address, read one by one by name; the first that can't be used stays in <see cref="Bad"/>. An empty value
/// counts as none: a form sends one for a field left alone.
/// </summary>
public sealed class AddressValues(Func<string, string?> value)
{
    /// <summary>The word by which a box of a form is ticked.</summary>
    public const string Yes = "yes";

    /// <summary>The first value that can't be used; null where all can.</summary>
    public BadValue? Bad { get; private set; }

    /// <summary>What is given; null for nothing.</summary>
    public string? Given(string name) => value(name)?.Trim() is { Length: > 0 } given ? given : null;

    /// <summary>Words to search for.</summary>
    public string? Text(string name) =>
        Given(name) is not { } text || text.Length <= SearchText.MaxLength ? Given(name) : Refuse<string>(name, text[..20] + "…", []);

    /// <summary>A value of a scale, as <see cref="IssueQuery.Word"/> writes it.</summary>
    public T? Scale<T>(string name) where T : struct, Enum =>
        OneOf(name, Enum.GetValues<T>().Select(IssueQuery.Word)) is { } word ? Enum.GetValues<T>().First(v => IssueQuery.Word(v) == word) : null;

    /// <summary>One of the values that are allowed.</summary>
    public string? OneOf(string name, IEnumerable<string> allowed)
    {
        if (Given(name) is not { } given)
        {
            return null;
        }

        var all = allowed.ToList();
        return all.Contains(given, StringComparer.Ordinal) ? given : Refuse<string>(name, given, all);
    }

    /// <summary>Whether a box is ticked.</summary>
    public bool Ticked(string name) => OneOf(name, [Yes]) is not null;

    /// <summary>The number of a page, from 1.</summary>
    public int Page(string name) => Given(name) is not { } given ? 1
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 ? page : Refuse<int>(name, given, ["1", "2", "3"]);

    /// <summary>The rows of a page, the first of the sizes by default.</summary>
    public int Size(string name, IReadOnlyList<int> sizes) =>
        OneOf(name, sizes.Select(s => s.ToString(CultureInfo.InvariantCulture))) is { } size ? int.Parse(size, CultureInfo.InvariantCulture) : sizes[0];

    /// <summary>An order, turned round by a minus in front.</summary>
    public (string? Order, bool Descending) Sort(string name, IEnumerable<string> orders)
    {
        var given = Given(name);
        var descending = given?.StartsWith('-') ?? false;
        var all = orders.ToList();
        var order = given is null ? null : descending ? given[1..] : given;
        return order is null || all.Contains(order, StringComparer.Ordinal)
            ? (order, descending)
            : (Refuse<string>(name, given!, [.. all.SelectMany(o => new[] { o, "-" + o })]), false);
    }

    private T? Refuse<T>(string name, string given, IReadOnlyList<string> allowed)
    {
        Bad ??= new BadValue(name, given, allowed);
        return default;
    }
}

/// <summary>A value of an address that can't be used.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value.</param>
/// <param name="Allowed">Values that can be used; empty for a text that is too long.</param>
public sealed record BadValue(string Name, string Value, IReadOnlyList<string> Allowed);
