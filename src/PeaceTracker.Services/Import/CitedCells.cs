using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Import;

/// <summary>
/// Where a row stands, as tables say it: a source by name, key or address; or several as our own files list them, "publisher, place".
/// </summary>
internal static class CitedCells
{
    // The fields that say it; where an issue is named is no evidence of its level, which our own files have under the usual name.
    private const string Keys = "source_keys";

    /// <summary>The citations of a row; those that the row on the board has, where the table says the same or nothing.</summary>
    public static List<CitationForm> Read(RowValues values, IReadOnlyList<Citation> existing, string sources = "sources", string placed = "place")
    {
        if (!values.Has(sources) && !values.Has(Keys))
        {
            return CitationForm.Of(existing);
        }

        var (place, text) = (values.Line(placed), values.Line(sources));
        var keys = values.Has(Keys) ? values.KeysOf(Keys) : [];
        List<(string Key, string Place)> cited = keys.Count > 0
            ? text.Length > 0 ? Listed(values, sources, text, [.. keys.Select(values.Names.SourceOf).OfType<Source>()])
                : [.. keys.Select(key => (key, ""))]
            : text.Length > 0 ? Named(values, sources, text) : [];
        if (existing.Count > 0 && cited.SequenceEqual(existing.Select(c => (c.SourceKey, c.Locator)).Distinct()))
        {
            return CitationForm.Of(existing);
        }

        return
        [
            .. cited.Select(c => new CitationForm
            {
                SourceKey = c.Key, Locator = c.Place.Length > 0 ? c.Place : place, Paraphrase = values.Line("paraphrase"),
                Credibility = values.Whole("credibility") ?? new CitationForm().Credibility,
            }),
        ];
    }

    private static List<(string, string)> Named(RowValues values, string field, string text)
    {
        if (values.IsMeant(field, text))
        {
            return [(values.Meaning(field, text)!, "")];
        }

        var all = values.Names.Record.Sources.Where(source => source.Retracted is null).ToList();
        if (all.Exists(source => Begins(text, source)))
        {
            // A publisher of several sources names none of them.
            var alone = all.GroupBy(source => source.Publisher).Where(group => group.Count() == 1).Select(group => group.First());
            return Listed(values, field, text, [.. alone]);
        }

        return [.. RowValues.Parts(text).Select(part => values.Meaning(field, part)).OfType<string>().Distinct().Select(key => (key, ""))];
    }

    // "Publisher, place; Publisher, place", in which a place may have semicolons of its own.
    private static List<(string Key, string Place)> Listed(RowValues values, string field, string text, List<Source> sources)
    {
        var cited = new List<(string Key, string Place)>();
        var unused = sources.ToList();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var source = Of(unused, part) ?? Of(sources, part);
            if (source is not null)
            {
                unused.Remove(source);
                cited.Add((source.Key, part[source.Publisher.Length..].TrimStart(',', ' ')));
            }
            else if (cited.Count > 0)
            {
                cited[^1] = (cited[^1].Key, $"{cited[^1].Place}; {part}");
            }
            else
            {
                values.Meaning(field, part);
            }
        }

        // Two sources of one publisher, cited at the same place, are listed once.
        foreach (var source in unused.Where(_ => values.Has(Keys)))
        {
            cited.Add((source.Key, cited.Find(c => values.Names.SourceOf(c.Key)?.Publisher == source.Publisher).Place ?? ""));
        }

        return cited;
    }

    private static Source? Of(IEnumerable<Source> sources, string part) =>
        sources.Where(source => Begins(part, source)).MaxBy(source => source.Publisher.Length);

    private static bool Begins(string part, Source source) => part.StartsWith(source.Publisher, StringComparison.OrdinalIgnoreCase)
        && (part.Length == source.Publisher.Length || part[source.Publisher.Length] == ',');
}
