using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Import;

/// <summary>The words of a scale, as files have them: those of our own files, those of the pages, and usual others.</summary>
internal sealed class ScaleWords<T> where T : struct, Enum
{
    private readonly Dictionary<string, T> _words = new(StringComparer.Ordinal);

    private ScaleWords(IReadOnlyList<ImportChoice> choices) => Choices = choices;

    /// <summary>The values that can be chosen, with their words.</summary>
    public IReadOnlyList<ImportChoice> Choices { get; }

    /// <summary>Each value with its words, that of the pages first.</summary>
    public static ScaleWords<T> Of(params IEnumerable<(T Value, string Words)> values)
    {
        var all = values.Select(value => (value.Value, Words: value.Words.Split('|'))).ToList();
        var scale = new ScaleWords<T>([.. all.Select(value => new ImportChoice(ScaleWord.Of(value.Value), value.Words[0]))]);
        foreach (var (value, words) in all)
        {
            foreach (var word in words.Append(ScaleWord.Of(value)))
            {
                scale._words[Heading.Fold(word)] = value;
            }
        }

        return scale;
    }

    /// <summary>The value of a word; null where it is none of the scale's.</summary>
    public T? Read(string word) => word is not ['-' or '−', ..] && _words.TryGetValue(Heading.Fold(word), out var value) ? value : null;
}
