namespace PeaceTracker.Web.Reading;

/// <summary>Words that stand in one text with commas between them, some of which may have commas of their own.</summary>
public static class WordList
{
    /// <summary>The words: the longest that is known wherever one begins, else what stands up to the next comma.</summary>
    public static IEnumerable<string> Split(string text, IReadOnlyList<string> known)
    {
        var withCommas = known.Where(k => k.Contains(',', StringComparison.Ordinal)).ToList();
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var word = withCommas.Where(k => Begins(rest, k)).MaxBy(k => k.Length) ?? rest.Split(',', 2)[0].TrimEnd();
            if (word.Length > 0)
            {
                yield return word;
            }

            rest = rest[word.Length..].TrimStart();
            rest = rest.StartsWith(',') ? rest[1..].TrimStart() : rest;
        }
    }

    // At its end the text ends, or a comma follows.
    private static bool Begins(string text, string word) =>
        word.Length > 0 && text.StartsWith(word, StringComparison.Ordinal) && text[word.Length..].TrimStart() is "" or [',', ..];
}
