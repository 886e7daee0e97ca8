namespace PeaceTracker.Web.Shared;

/// <summary>Breaks words into lines where nothing else does, as in an image.</summary>
public static class LineBreaks
{
    /// <summary>The lines of a text, none longer than <paramref name="most"/> characters; a longer word is cut.</summary>
    public static IReadOnlyList<string> Of(string text, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, most)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > most)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return line.Length == 0 ? lines : [.. lines, line];
    }

    // By whole characters: half of a surrogate pair is no text.
    private static IEnumerable<string> Pieces(string word, int most)
    {
        while (word.Length > most)
        {
            var cut = char.IsLowSurrogate(word[most]) ? most - 1 : most;
            yield return word[..cut];
            word = word[cut..];
        }

        yield return word;
    }
}
