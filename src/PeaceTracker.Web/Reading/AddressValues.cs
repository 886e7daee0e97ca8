using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Search;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>
/// The values of an address, read one by one by name; the sentence about the first that can't be used stays in <see cref="Refusal"/>.
/// An empty value counts as none: a form sends one for every field left alone. A value given twice is read as one text, and so
/// refused, except where several are taken.
/// </summary>
public sealed partial class AddressValues(string? query, IStringLocalizer<Text> l)
{
    /// <summary>The word by which a box of a form is ticked.</summary>
    public const string Yes = "yes";

    // A longer one would be somebody's text on our page.
    private const int Longest = 60;

    private readonly Dictionary<string, StringValues> _given = QueryHelpers.ParseQuery(query);
    private readonly List<string> _putAside = [];

    /// <summary>The values of the page at hand.</summary>
    public static AddressValues Of(NavigationManager navigation, IStringLocalizer<Text> l) =>
        new(new Uri(navigation.Uri).Query, l) { CanPutAside = true };

    /// <summary>The values of a request for a file, which has no room for a sentence: no filter is put aside.</summary>
    public static AddressValues Of(HttpRequest request, IStringLocalizer<Text> l) => new(request.QueryString.Value, l);

    /// <summary>An address: a path, and the values that are not empty.</summary>
    public static string Written(string path, IEnumerable<(string Name, string? Value)> values) =>
        QueryHelpers.AddQueryString(path, values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => KeyValuePair.Create(v.Name, v.Value)));

    /// <summary>The visible words, for sentences that refuse.</summary>
    public IStringLocalizer<Text> L => l;

    /// <summary>Why the address is refused, in a sentence; null while all that was read can be used.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whether a filter can be put aside: there is a page to say so on.</summary>
    public bool CanPutAside { get; init; }

    /// <summary>The filters that were put aside, each in a sentence.</summary>
    public IReadOnlyList<string> PutAside => _putAside;

    /// <summary>Refuses the address; only the first sentence is kept.</summary>
    public void Refuse(string sentence) => Refusal ??= sentence;

    /// <summary>Words to search for.</summary>
    public string? Text(string name)
    {
        if (_given.GetValueOrDefault(name).Count(v => !string.IsNullOrWhiteSpace(v)) > 1)
        {
            return Refused<string>(l["“{0}” is given more than once.", name]);
        }

        return Given(name) is { Length: > SearchText.MaxLength }
            ? Refused<string>(l["The search text is too long. It may have up to {0} characters.", SearchText.MaxLength]) : Given(name);
    }

    /// <summary>A text that goes into a field of a form, clean as such a field leaves it, and cut where it is longer than that.</summary>
    public string? Typed(string name, int limit) =>
        TypedText.Clean(_given.GetValueOrDefault(name).FirstOrDefault()).Text.Trim() is { Length: > 0 } text
            ? text.Length > limit ? text[..limit].TrimEnd() : text
            : null;

    /// <summary>A value of a scale, as <see cref="ScaleWord"/> writes it.</summary>
    public T? Scale<T>(string name) where T : struct, Enum =>
        OneOf(name, Enum.GetValues<T>().Select(ScaleWord.Of)) is { } word ? Enum.GetValues<T>().First(v => ScaleWord.Of(v) == word) : null;

    /// <summary>One of the values that are allowed.</summary>
    public string? OneOf(string name, IEnumerable<string> allowed)
    {
        if (Given(name) is not { } given)
        {
            return null;
        }

        var all = allowed.ToList();
        return all.Contains(given, StringComparer.Ordinal) ? given : Refused<string>(NoValue(name, given, all));
    }

    /// <summary>Whether a box is ticked.</summary>
    public bool Ticked(string name) => OneOf(name, [Yes]) is not null;

    /// <summary>A date.</summary>
    public DateOnly? Date(string name)
    {
        var text = AsGiven(name);
        return BoardAddress.TryRead(text, out var date)
            ? date : Refused<DateOnly?>(l["“{0}” is not a date. Write it as year, month and day: 2025-12-15.", text ?? ""]);
    }

    /// <summary>A share in whole percent, from 1 or <paramref name="least"/> to 100.</summary>
    public int? Percent(string name, int least = 1)
    {
        if (Given(name) is not { } given)
        {
            return null;
        }

        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent >= least && percent <= 100
            ? percent
            : Refused<int?>(l["“{0}” is not a share in per cent. Write a whole number from {1} to 100.", given, least]);
    }

    /// <summary>The number of a change, which are counted from 1; 0 where it stands for before the first.</summary>
    public long? Number(string name, long least = 1)
    {
        if (Given(name) is not { } given)
        {
            return null;
        }

        return long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : Refused<long?>(l["“{0}” is not the number of a change. Changes are numbered from 1.", given]);
    }

    /// <summary>How many there were already; 0 where nothing is said.</summary>
    public int Count(string name) => Given(name) is not { } given ? 0
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : Refused<int>(l["“{0}” is not a number of rows. Write a whole number, such as 1000, or leave it out.", given]);

    /// <summary>The rows of a page, the first of the sizes by default.</summary>
    public int Size(string name, IReadOnlyList<int> sizes) =>
        OneOf(name, sizes.Select(s => s.ToString(CultureInfo.InvariantCulture))) is { } size
            ? int.Parse(size, CultureInfo.InvariantCulture) : sizes[0];

    /// <summary>
    /// An order, turned round by a minus in front. One by a word of the board that it no longer has ("party:ukraine") is put aside with a
    /// sentence.
    /// </summary>
    public (string? Order, bool Descending) Sort(string name, IEnumerable<string> orders)
    {
        var given = Given(name);
        var descending = given?.StartsWith('-') ?? false;
        var all = orders.ToList();
        var order = descending ? given![1..] : given;
        if (CanPutAside && order?.Split(':', 2) is [var by, { Length: > 0 } key] && !all.Contains(order, StringComparer.Ordinal)
            && all.Exists(o => o.StartsWith(by + ":", StringComparison.Ordinal)))
        {
            _putAside.Add(l["This board has no “{0}” to sort by now; the usual order is shown.", Shortened(key)]);
            return default;
        }

        return order is null || all.Contains(order, StringComparer.Ordinal)
            ? (order, descending)
            : Refused<(string?, bool)>(NoValue(name, given!, all.SelectMany(o => new[] { o, "-" + o })));
    }

    /// <summary>The number of the page of a list, from 1.</summary>
    public int Page() => Given(ListPage.Name) is not { } given ? 1
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 ? page
        : Math.Max(1, Refused<int>(l["“{0}” is not a page. Pages are numbered from 1.", given]));

    /// <summary>
    /// The page of a list that the address asks for. One past the last is refused, or with <paramref name="orLast"/> the last is taken.
    /// The first is there also where the list is empty.
    /// </summary>
    public ListPage<T> Paged<T>(IReadOnlyList<T> all, int size, bool orLast = false)
    {
        var number = orLast ? Math.Min(Page(), ListPage.Last(all.Count, size)) : Page();
        return Paged([.. all.Skip(ListPage.Skip(number, size)).Take(size)], number, size, all.Count);
    }

    /// <summary>The same for a list of which only that page's <paramref name="items"/> were fetched.</summary>
    public ListPage<T> Paged<T>(IReadOnlyList<T> items, int number, int size, int total)
    {
        var last = ListPage.Last(total, size);
        if (number > last)
        {
            Refuse(l["There is no page {0} of this list. It has {1}.", number, l.Number(last, "{0} page", "{0} pages")]);
        }

        return new ListPage<T>(items, number, size, total);
    }

    private string? AsGiven(string name) => _given.TryGetValue(name, out var values) ? values.ToString() : null;

    private string? Given(string name) => AsGiven(name)?.Trim() is { Length: > 0 } given ? given : null;

    private string NotThere(string what, string given) => l["There is no {0} “{1}” on this board now; it may have been renamed.", what, given];

    private string NoValue(string name, string given, IEnumerable<string> allowed) =>
        l["“{1}” does not accept “{0}”. It accepts: {2}.", Shortened(given), name, string.Join(", ", allowed)];

    private static string Shortened(string given) => LineBreaks.Shortened(given, Longest);

    private T? Refused<T>(string sentence)
    {
        Refuse(sentence);
        return default;
    }
}
