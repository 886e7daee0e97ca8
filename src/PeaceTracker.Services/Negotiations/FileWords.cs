namespace PeaceTracker.Services.Negotiations;

/// <summary>What stands after <c>export</c> or <c>import</c> at the command line.</summary>
/// <param name="Plain">The words that are no option.</param>
/// <param name="WithHistory">Whether the history goes along.</param>
internal sealed record FileWords(IReadOnlyList<string> Plain, bool WithHistory)
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>Nothing was done, and the sentence says why.</summary>
    public const int Refused = 1;

    /// <summary>It was not understood.</summary>
    public const int Misused = 2;

    private const string WithoutHistory = "--without-history";

    /// <summary>Reads the words; null where one is not understood. Settings of the program are passed over: <c>--Name:Of=value</c>.</summary>
    public static FileWords? Read(IReadOnlyList<string> words)
    {
        var rest = words.Where(word => !(word.StartsWith("--", StringComparison.Ordinal) && word.Contains('='))).ToList();
        var plain = rest.Where(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
        var options = rest.Except(plain).ToList();
        return options.TrueForAll(option => option == WithoutHistory) ? new FileWords(plain, options.Count == 0) : null;
    }

    /// <summary>Says a sentence and returns the code with which the program ends.</summary>
    public static async Task<int> SayAsync(TextWriter writer, string sentence, int code)
    {
        await writer.WriteLineAsync(sentence);
        return code;
    }

    /// <summary>What is wrong with a file, the first lines of it.</summary>
    public static string Listed<T>(IReadOnlyList<T> errors)
    {
        const int Most = 50;
        var more = errors.Count > Most ? $"{Environment.NewLine}  and {errors.Count - Most} more" : "";
        return string.Join(Environment.NewLine, errors.Take(Most).Select(error => $"  {error}")) + more;
    }
}
