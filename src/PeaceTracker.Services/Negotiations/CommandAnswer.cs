namespace PeaceTracker.Services.Negotiations;

/// <summary>What a command says to whoever runs the server, and the code with which the program then ends.</summary>
internal static class CommandAnswer
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>Nothing was done, and the sentence says why.</summary>
    public const int Refused = 1;

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
