using Microsoft.VisualBasic.FileIO;

namespace PeaceTracker.Services.Editing;

/// <summary>Rows of a table as they come from a spreadsheet: cells with tabs between them, those with line breaks in quotation marks.</summary>
public static class PastedTable
{
    /// <summary>The cells of each row that is not empty, without blanks round them; a text without a tab is one cell a line.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return Read(text, quoted: true);
        }
        catch (MalformedLineException)
        {
            // A quotation mark that belongs to the words: 5" pipes.
            return Read(text, quoted: false);
        }
    }

    private static List<IReadOnlyList<string>> Read(string text, bool quoted)
    {
        using var reader = new StringReader(text);
        using var parser = new TextFieldParser(reader) { Delimiters = ["\t"], HasFieldsEnclosedInQuotes = quoted, TrimWhiteSpace = true };
        List<IReadOnlyList<string>> rows = [];
        while (parser.ReadFields() is { } cells)
        {
            if (cells.Any(cell => cell.Length > 0))
            {
                rows.Add(cells);
            }
        }

        return rows;
    }
}
