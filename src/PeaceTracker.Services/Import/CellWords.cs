using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Import;

/// <summary>Cells as they are meant: without what can't be seen, with the letters that an escape stands for, whatever the file did to them.</summary>
internal static partial class CellWords
{
    /// <summary>The most letters of a cell that are taken in; far more than any text of a board may have, so that the rules still say so.</summary>
    public const int Most = 100_000;

    // What spreadsheet programs show in the place of a value that they can't work out.
    private static readonly HashSet<string> Errors = new(StringComparer.OrdinalIgnoreCase)
    {
        "#REF!", "#N/A", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#VALUE!", "#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA",
    };

    /// <summary>What stands for a formula that was never worked out.</summary>
    public const string NoValue = "#VALUE!";

    /// <summary>Whether a cell shows that a formula of the spreadsheet went wrong.</summary>
    public static bool IsError(string cell) => cell.Length > 0 && cell[0] == '#' && Errors.Contains(cell);

    /// <summary>A cell as it is meant.</summary>
    public static string Clean(string cell)
    {
        if (cell.Length == 0)
        {
            return "";
        }

        var text = cell.Length > Most ? cell[..Most] : cell;
        text = text.Contains('\\', StringComparison.Ordinal) ? Escape().Replace(text, Unescape) : text;
        text = text.Contains("_x", StringComparison.Ordinal) ? WorkbookEscape().Replace(text, Unescape) : text;
        return Blanks(TypedText.Clean(text, lines: true).Text);
    }

    /// <summary>A cell of a CSV file: also without the apostrophe by which such files keep a text from being run as a formula.</summary>
    public static string CleanCsv(string cell) => Clean(cell.Contains('\'', StringComparison.Ordinal) ? Guard().Replace(cell, "") : cell);

    // All blanks but line breaks are spaces.
    private static string Blanks(string text)
    {
        StringBuilder? other = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ' && text[i] != '\n' && char.GetUnicodeCategory(text[i]) == UnicodeCategory.SpaceSeparator)
            {
                other ??= new StringBuilder(text);
                other[i] = ' ';
            }
        }

        return (other?.ToString() ?? text).Trim();
    }

    private static string Unescape(Match match) =>
        ((char)ushort.Parse(match.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    // \u2019 left as six letters by another program.
    [GeneratedRegex(@"\\u(?<hex>[0-9a-fA-F]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    // _x000D_ as workbooks write what XML can't hold.
    [GeneratedRegex(@"_x(?<hex>[0-9a-fA-F]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex WorkbookEscape();

    [GeneratedRegex("""^'(?=[\s"]*[=+\-@\0＝＋－＠]|[\t\r\n])|(?<=[;\t|\r\n])'(?=[\s"]*[=+\-@\0＝＋－＠])""", RegexOptions.CultureInvariant)]
    private static partial Regex Guard();
}
