using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Issues;

/// <summary>Reads an <see cref="IssueQuery"/> from an address. An empty value counts as none: a form sends one for a field left alone.</summary>
public static class IssueQueryReader
{
    /// <summary>The query of an address whose values <paramref name="value"/> gives by name; null where one can't be used, and <paramref name="bad"/> then says which.</summary>
    public static IssueQuery? Read(Func<string, string?> value, BoardSnapshot at, out BadValue? bad)
    {
        BadValue? first = null;
        var query = new IssueQuery
        {
            Text = Text(),
            Level = Scale<Level>("level"),
            Category = OneOf("category", at.Board.Record.Issues.Select(i => i.Category).Distinct()),
            Dyad = OneOf("dyad", at.Board.Dyads.Keys),
            Party = OneOf("party", at.Board.Parties.Keys),
            Group = OneOf("group", at.Board.Record.WorkingGroups.Select(g => g.Key)),
            Basis = Scale<Basis>("basis"),
            Sort = Given("sort") is { } sort && Among("sort", sort, Sorts) ? Enum.GetValues<IssueSort>().First(s => IssueQuery.Word(s) == sort.TrimStart('-')) : default,
            Descending = Given("sort")?.StartsWith('-') ?? false,
            Page = Number("page") is not { } page ? 1 : page >= 1 ? page : Refuse<int>("page", Given("page")!, ["1", "2", "3"]),
            Size = Given("size") is { } size && Among("size", size, IssueQuery.Sizes.Select(s => s.ToString(CultureInfo.InvariantCulture)))
                ? int.Parse(size, CultureInfo.InvariantCulture) : IssueQuery.Sizes[0],
        };
        bad = first;
        return first is null ? query : null;

        string? Given(string name) => value(name)?.Trim() is { Length: > 0 } given ? given : null;

        string? Text() => Given("q") is not { } text || text.Length <= SearchText.MaxLength ? Given("q") : Refuse<string>("q", text[..20] + "…", []);

        T? Scale<T>(string name) where T : struct, Enum =>
            Given(name) is { } word && Among(name, word, Enum.GetValues<T>().Select(IssueQuery.Word)) ? Enum.GetValues<T>().First(v => IssueQuery.Word(v) == word) : null;

        string? OneOf(string name, IEnumerable<string> allowed) => Given(name) is { } given && Among(name, given, allowed) ? given : null;

        int? Number(string name) => Given(name) is not { } given ? null
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

        bool Among(string name, string given, IEnumerable<string> allowed)
        {
            var all = allowed.ToList();
            if (all.Contains(given, StringComparer.Ordinal))
            {
                return true;
            }

            Refuse<string>(name, given, all);
            return false;
        }

        T? Refuse<T>(string name, string given, IReadOnlyList<string> allowed)
        {
            first ??= new BadValue(name, given, allowed);
            return default;
        }
    }

    private static IEnumerable<string> Sorts => Enum.GetValues<IssueSort>().Select(IssueQuery.Word).SelectMany(s => new[] { s, "-" + s });
}

/// <summary>A value of an address that can't be used.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value.</param>
/// <param name="Allowed">Values that can be used; empty for a text that is too long.</param>
public sealed record BadValue(string Name, string Value, IReadOnlyList<string> Allowed);
