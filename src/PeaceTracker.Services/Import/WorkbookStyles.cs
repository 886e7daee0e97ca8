using System.Globalization;
using System.Text.RegularExpressions;

namespace PeaceTracker.Services.Import;

/// <summary>What the numbers of a workbook's cells are meant as, by the form in which they are shown.</summary>
internal sealed partial class WorkbookStyles
{
    private enum Form
    {
        Plain,
        Day,
        Percent,
    }

    private readonly List<Form> _forms = [];

    /// <summary>Whether days are counted from 1904 on, as old programs did.</summary>
    public bool From1904 { get; init; }

    /// <summary>Reads the part that holds them.</summary>
    public static WorkbookStyles Read(WorkbookParts parts, string name, bool from1904)
    {
        var styles = new WorkbookStyles { From1904 = from1904 };
        using var xml = parts.Open(name);
        if (xml is null)
        {
            return styles;
        }

        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var ofCells = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                ofCells = xml.NodeType == System.Xml.XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml is { NodeType: System.Xml.XmlNodeType.Element, LocalName: "numFmt" })
            {
                codes[WorkbookParts.Attribute(xml, "numFmtId") ?? ""] = WorkbookParts.Attribute(xml, "formatCode") ?? "";
            }
            else if (ofCells && xml is { NodeType: System.Xml.XmlNodeType.Element, LocalName: "xf" })
            {
                styles._forms.Add(FormOf(WorkbookParts.Attribute(xml, "numFmtId") ?? "", codes));
            }
        }

        return styles;
    }

    /// <summary>A number as the cell shows it: a day, a percentage, or a plain number.</summary>
    public string Shown(string raw, string? style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return raw;
        }

        var form = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _forms.Count
            ? _forms[index]
            : Form.Plain;
        return form switch
        {
            Form.Day => DayOf(number) ?? Plain(number),
            Form.Percent => Plain(number * 100) + "%",
            Form.Plain => Plain(number),
        };
    }

    // Fifteen digits, as spreadsheet programs show at most: 0.1 + 0.2 is 0.3.
    private static string Plain(double number) => Math.Abs(number) < 1e15
        ? decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
            .ToString("0.###############", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    // Up to day 60 these programs count a 29 February 1900 that there was not; no board has such days.
    private string? DayOf(double number)
    {
        var days = Math.Floor(number) + (From1904 ? 1462 : 0);
        return days is > 60 and < 2_958_466
            ? new DateOnly(1899, 12, 30).AddDays((int)days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private static Form FormOf(string id, Dictionary<string, string> codes)
    {
        if (codes.TryGetValue(id, out var code))
        {
            var bare = Literal().Replace(code, "").Split(';')[0];
            return bare.Contains('%', StringComparison.Ordinal) ? Form.Percent
                : DayLetters().IsMatch(bare) && !bare.Contains("General", StringComparison.OrdinalIgnoreCase) ? Form.Day
                : Form.Plain;
        }

        return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number switch
        {
            9 or 10 => Form.Percent,
            (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => Form.Day,
            _ => Form.Plain,
        } : Form.Plain;
    }

    // What stands in quotation marks, brackets and after a backslash is shown as it is.
    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|\\.|_.
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex("[dy]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayLetters();
}
