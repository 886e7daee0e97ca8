using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Search;

/// <summary>Words of a board that are spelt like ones that a search did not find: "Zelensky" for "Zelenskyy".</summary>
public static class NearSpelling
{
    private const int Shortest = 4; // below it, every other word is near

    /// <summary>
    /// The words of a search with each one that stands nowhere on the board replaced by the nearest that stands in a title: one letter away
    /// (added, left out, put for another, or two changed round), two for words of seven letters or more, both compared as the search folds them.
    /// Of equally near ones the one that comes first on the board. Null where there is none for one of them, or nothing to replace.
    /// </summary>
    public static string? Of(BoardSnapshot at, string? query)
    {
        var words = SearchText.Words(query);
        var candidates = RecordSections.Lists.SelectMany(list => SearchCandidates.Of(at, list)).ToList();
        var known = candidates.SelectMany(c => Split(c.Title)).DistinctBy(SearchText.Fold).Where(w => w.Length >= Shortest).ToList();
        List<string> near = [];
        foreach (var word in words)
        {
            var found = candidates.Exists(c => SearchText.Matches([word], c.Said.Prepend(c.Title)));
            if ((found ? word : Nearest(word, known)) is not { } better)
            {
                return null;
            }

            near.Add(better);
        }

        return near.SequenceEqual(words) ? null : string.Join(' ', near);
    }

    /// <summary>
    /// How many letters two texts are apart: the fewest that must be added, left out, put for others or changed round with their neighbour to
    /// make one of the other; 0 or more. Compared as given.
    /// </summary>
    public static int Distance(string a, string b)
    {
        var (before, last, now) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }

    private static string? Nearest(string word, IEnumerable<string> known)
    {
        var allowed = word.Length < Shortest ? 0 : word.Length < 7 ? 1 : 2;
        return known.Select(w => (Word: w, Folded: SearchText.Fold(w)))
            .Where(w => Math.Abs(w.Folded.Length - word.Length) <= allowed)
            .Select(w => (w.Word, Distance: Distance(word, w.Folded)))
            .Where(w => w.Distance <= allowed)
            .OrderBy(w => w.Distance).Select(w => w.Word).FirstOrDefault();
    }

    private static string[] Split(string title) =>
        title.Split([' ', ',', '.', ';', ':', '–', '—', '-', '/', '(', ')', '“', '”', '"', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
}
