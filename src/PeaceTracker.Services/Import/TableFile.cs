namespace PeaceTracker.Services.Import;

/// <summary>A file with tables, as it was read.</summary>
/// <param name="Name">The file's name, as it came.</param>
/// <param name="Format">What it is, for people: "CSV in UTF-8, cells separated by semicolons".</param>
/// <param name="Sheets">Its sheets that hold anything; a CSV file is one sheet.</param>
public sealed record TableFile(string Name, string Format, IReadOnlyList<TableSheet> Sheets)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long Largest = 50L * 1024 * 1024;

    /// <summary>What is said of one that is larger.</summary>
    public static string TooLarge =>
        $"It is larger than {Largest / (1024 * 1024)} MB, the most that is read at once. Split it into several files.";

    /// <summary>The most rows that are read of all sheets together.</summary>
    public const int MostRows = 200_000;

    /// <summary>The most cells of a row.</summary>
    public const int MostColumns = 500;
}

/// <summary>One sheet of a file.</summary>
/// <param name="Name">Its name; empty for that of a CSV file.</param>
/// <param name="Hidden">Whether the spreadsheet program hides it.</param>
/// <param name="Rows">Its rows that hold anything.</param>
public sealed record TableSheet(string Name, bool Hidden, IReadOnlyList<SheetRow> Rows);

/// <summary>A row of a sheet.</summary>
/// <param name="Number">Its number, as a spreadsheet program shows it.</param>
/// <param name="Cells">Its cells, without what can't be seen and blanks round them; empty where nothing stands.</param>
public sealed record SheetRow(int Number, string[] Cells)
{
    /// <summary>The cell of a column; empty where the row is shorter.</summary>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}

/// <summary>What came of reading a file.</summary>
public abstract record TableRead
{
    /// <summary>It holds tables.</summary>
    public sealed record Opened(TableFile File) : TableRead;

    /// <summary>It can't be used, for that reason.</summary>
    public sealed record Refused(string Sentence) : TableRead;
}

/// <summary>Why a file is not read, in a sentence for whoever brought it.</summary>
internal sealed class UnreadableTable(string sentence) : Exception(sentence);
