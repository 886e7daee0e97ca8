using PeaceTracker.Services.Export;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <content>Filters by the board's own words: one of them, or several.</content>
public sealed partial class AddressValues
{
    // An address can hold thousands of words; so many are named.
    private const int MostPutAside = 20;

    /// <summary>
    /// A filter by one of the board's own words. One that is not among them may have been renamed since the address was shared: it is put
    /// aside with a sentence, and narrows nothing. <paramref name="what"/> it is, as a reader calls it: "category".
    /// </summary>
    public string? Filter(string name, string what, IEnumerable<string> allowed) =>
        Filter(name, allowed, given => NotThere(what, given));

    /// <summary>The same by one of its names; <paramref name="sentence"/> says in its own words of one that is put aside.</summary>
    public string? Filter(string name, IEnumerable<string> allowed, Func<string, string> sentence)
    {
        var all = allowed.ToList();
        if (!CanPutAside || Given(name) is not { } given || _given[name].Count > 1 || all.Contains(given, StringComparer.Ordinal))
        {
            return OneOf(name, all);
        }

        _putAside.Add(sentence(Shortened(given)));
        return null;
    }

    /// <summary>
    /// Filters by several of the board's own words, with commas between them or each given by itself, in the order in which they are allowed. Those
    /// that are not among the allowed ones are put aside, each with a sentence.
    /// </summary>
    public ChosenSet<string> Filters(string name, string what, IEnumerable<string> allowed) => Filters(name, allowed, given => NotThere(what, given));

    /// <summary>The same; <paramref name="sentence"/> says in its own words of one that is put aside.</summary>
    public ChosenSet<string> Filters(string name, IEnumerable<string> allowed, Func<string, string> sentence)
    {
        var all = allowed.Distinct().ToList();
        var given = Several(name, all, sentence).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(given.Contains)];
    }

    /// <summary>The same by words that every board has: of one that is put aside it is said which there are.</summary>
    public ChosenSet<string> Filters(string name, IReadOnlyList<string> words) => Filters(name, words, given => NoValue(name, given, words));

    /// <summary>The same by values of a scale, as <see cref="ScaleWord"/> writes them.</summary>
    public ChosenSet<T> Filters<T>(string name) where T : struct, Enum
    {
        var given = Filters(name, [.. Enum.GetValues<T>().Order().Select(ScaleWord.Of)]);
        return [.. Enum.GetValues<T>().Where(value => given.Has(ScaleWord.Of(value)))];
    }

    /// <summary>The same in the order in which they are given.</summary>
    public IReadOnlyList<string> Several(string name, string what, IEnumerable<string> allowed) =>
        Several(name, [.. allowed], given => NotThere(what, given));

    /// <summary>A range of days; one that ends before it begins is refused.</summary>
    public DayRange Days()
    {
        var days = new DayRange(Date(AddressFilter.FirstDay), Date(AddressFilter.LastDay));
        if (days.From > days.To)
        {
            Refuse(l["The first day, {0}, is after the last, {1}. Put the earlier one first.", l.Date(days.From!.Value), l.Date(days.To!.Value)]);
        }

        return days;
    }

    /// <summary>The same by words that every board has.</summary>
    public IReadOnlyList<string> Several(string name, IReadOnlyList<string> words) => Several(name, [.. words], given => NoValue(name, given, words));

    private List<string> Several(string name, List<string> allowed, Func<string, string> sentence)
    {
        var given = _given.GetValueOrDefault(name).SelectMany(text => WordList.Split(text ?? "", allowed)).Distinct().ToList();
        foreach (var other in given.Except(allowed, StringComparer.Ordinal).Take(MostPutAside))
        {
            if (!CanPutAside)
            {
                Refuse(NoValue(name, other, allowed));
                return [];
            }

            _putAside.Add(sentence(Shortened(other)));
        }

        return [.. given.Intersect(allowed, StringComparer.Ordinal)];
    }
}
