namespace PeaceTracker.Domain.Negotiations;

/// <summary>Finds the name that was probably meant by one that is not known.</summary>
public static class NearestName
{
    /// <summary>More candidates than this are not searched: a suggestion is a courtesy and must not cost seconds.</summary>
    private const int MaxCandidates = 2000;

    /// <summary>The candidate that differs from <paramref name="name"/> by few letters; null where none does.</summary>
    public static string? Among(IReadOnlyCollection<string> candidates, string name)
    {
        if (name.Length is 0 or > TextLimits.Key || candidates.Count > MaxCandidates)
        {
            return null;
        }

        var allowed = Math.Max(1, name.Length / 3);
        return candidates
            .Where(c => Math.Abs(c.Length - name.Length) <= allowed)
            .Select(c => (Name: c, Distance: Distance(c, name)))
            .Where(c => c.Distance <= allowed)
            .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;
    }

    /// <summary>Levenshtein's distance, letters compared without case.</summary>
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
