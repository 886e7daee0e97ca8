using System.Text;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.SigningIn;

/// <summary>
/// Recognises the passwords that are tried first: one or two common words, names or keyboard patterns, with digits and marks
/// round them, in capitals, with 3 for e, or repeated; digits alone; keys in a row. By rule, because a list would miss the neighbours of what it
/// has, and by a list of the commonest, because no rule finds them all.
/// </summary>
internal static class CommonPasswords
{
    private const int MostWords = 2;
    private const int MostDigits = 8;
    private const int ShortestWalk = 3;
    private const int LongestChunk = 6;
    private const int FewCharacters = 5;

    private static readonly string[] Walks =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm",
        "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "!@#$%^&*()",
        "qweasdzxc", "147258369", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "zaq1xsw2cde3vfr4bgt5nhy6mju7",
    ];

    private static readonly Dictionary<char, string> Lookalikes = new()
    {
        ['0'] = "o", ['1'] = "il", ['2'] = "z", ['3'] = "e", ['4'] = "a", ['5'] = "s", ['6'] = "g", ['7'] = "t", ['8'] = "b", ['9'] = "g",
        ['@'] = "a", ['$'] = "s", ['!'] = "il", ['|'] = "il", ['+'] = "t", ['('] = "c",
    };

    private static readonly Lazy<string[]> CommonWords = new(() =>
        [.. Load("common-words.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()]);

    private static readonly Lazy<HashSet<string>> Commonest = new(() => [.. Load("common-passwords.txt")]);

    /// <summary>Whether a password is one of them; <paramref name="own"/> are words that are common for its owner alone.</summary>
    public static bool Has(string password, IReadOnlyList<string> own)
    {
        var text = TypedText.Normalized(password, NormalizationForm.FormKC).ToLowerInvariant();
        var letters = string.Concat(text.Where(char.IsLetterOrDigit));
        string[] words = [.. CommonWords.Value, .. own];
        return text.Distinct().Count() < FewCharacters
            || (letters.Length > 0 && (letters.All(char.IsDigit) || Commonest.Value.Contains(text)
                || new[] { text, letters, WithoutRuns(letters) }.Any(
                    one => Chunk(one).Length <= LongestChunk || Fewest(Chunk(one), words) <= MostWords)));
    }

    // A text in which each character stands once where it stood several times in a row: aabbcc is abc.
    private static string WithoutRuns(string text) => string.Concat(text.Where((c, i) => i == 0 || text[i - 1] != c));

    // The part of which a text is the repetition; the whole where it is none.
    private static string Chunk(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (Enumerable.Range(length, text.Length - length).All(i => text[i] == text[i - length]))
            {
                return text[..length];
            }
        }

        return text;
    }

    // The fewest words that a text is made of, digits, marks and keys in a row not counted; more than any limit where it isn't made of words.
    private static int Fewest(string text, string[] words)
    {
        var best = new int[text.Length + 1];
        Array.Fill(best, int.MaxValue / 2, 1, text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                Reach(at, 1, 0);
            }

            Reach(at, Digits(text, at), 0);
            for (var length = ShortestWalk; length <= Walk(text, at); length++)
            {
                Reach(at, length, 0);
            }

            foreach (var word in words)
            {
                if (StartsWith(text, at, word))
                {
                    Reach(at, word.Length, 1);
                }
            }
        }

        return best[text.Length];

        void Reach(int from, int length, int cost) => best[from + length] = Math.Min(best[from + length], best[from] + cost);
    }

    // A whole run of digits, as long as it could be a date or a year; a longer one was not chosen by a person.
    private static int Digits(string text, int at)
    {
        if (at > 0 && char.IsAsciiDigit(text[at - 1]))
        {
            return 0;
        }

        var length = text.Skip(at).TakeWhile(char.IsAsciiDigit).Count();
        return length <= MostDigits ? length : 0;
    }

    // How far a text goes on along a row of keys, the alphabet or one character, in either direction.
    private static int Walk(string text, int at)
    {
        var same = text.Skip(at).TakeWhile(c => c == text[at]).Count();
        return Math.Max(same, Walks.Max(row => Math.Max(Along(row, 1), Along(row, -1))));

        int Along(string row, int step)
        {
            var longest = 0;
            for (var start = 0; start < row.Length; start++)
            {
                var length = 0;
                while (at + length < text.Length && start + (length * step) is var place && place >= 0 && place < row.Length
                    && row[place] == text[at + length])
                {
                    length++;
                }

                longest = Math.Max(longest, length);
            }

            return longest;
        }
    }

    private static bool StartsWith(string text, int at, string word)
    {
        if (text.Length - at < word.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            var c = text[at + i];
            if (c != word[i] && !(Lookalikes.TryGetValue(c, out var letters) && letters.Contains(word[i], StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> Load(string name)
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#'));
    }
}
