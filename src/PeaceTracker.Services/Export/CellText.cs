using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PeaceTracker.Services.Export;

/// <summary>Texts as spreadsheets may get them.</summary>
public static partial class CellText
{
    /// <summary>The most letters of a cell of a workbook.</summary>
    public const int Most = 32_767;

    private const string Cut = " […] Cut here: a cell of a workbook holds 32,767 letters. The CSV and JSON files have the whole text.";

    /// <summary>
    /// A text for CSV: where a spreadsheet would take it for a formula, it is given an apostrophe in front. So is what follows a separator other than
    /// the file's own, because such a file is also opened by semicolons, tabs or bars, which then split the text into cells.
    /// </summary>
    public static string Safe(string text) => Formula().Replace(text, "'");

    /// <summary>
    /// A text for a workbook: as it is, without what XML can't hold, and cut between whole letters, with a note, where it is longer than a cell.
    /// </summary>
    public static string Fit(string text)
    {
        var valid = Valid(text);
        if (valid.Length <= Most)
        {
            return valid;
        }

        var end = Most - Cut.Length;
        var starts = StringInfo.ParseCombiningCharacters(valid[..(end + 1)]);
        return string.Concat(valid.AsSpan(0, starts.Last(start => start <= end)), Cut);
    }

    private static string Valid(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)))
        {
            valid.Append(rune);
        }

        return valid.ToString();
    }

    [GeneratedRegex("""^(?=[\s"]*[=+\-@\0＝＋－＠]|[\t\r\n])|(?<=[;\t|\r\n])(?=[\s"]*[=+\-@\0＝＋－＠])""")]
    private static partial Regex Formula();
}
