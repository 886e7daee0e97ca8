namespace PeaceTracker.Services.Import;

/// <summary>Takes in the rows of a file, within bounds; the same text in many cells is kept once.</summary>
internal sealed class RowCollector(CancellationToken cancellationToken)
{
    private const long MostLetters = 60_000_000;
    private const int Shared = 200;
    private const int MostShared = 100_000;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private long _letters;
    private int _rows;

    /// <summary>The rows since <see cref="Begin"/>.</summary>
    public List<SheetRow> Rows { get; private set; } = [];

    /// <summary>Begins another sheet, of whose rows the headings are none.</summary>
    public void Begin()
    {
        _rows -= Rows.Count > 0 ? 1 : 0;
        Rows = [];
    }

    /// <summary>Takes a row in, where it holds anything.</summary>
    public void Add(int number, List<string> cells)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (cells.Count > 0 && cells[^1].Length == 0)
        {
            cells.RemoveAt(cells.Count - 1);
        }

        if (cells.Count == 0)
        {
            return;
        }

        if (cells.Count > TableFile.MostColumns)
        {
            throw new UnreadableTable(
                $"Row {number} has {cells.Count} cells, and a table here has at most {TableFile.MostColumns} columns. Remove the columns that "
                + "should not be imported, and save the file again.");
        }

        if (++_rows > TableFile.MostRows + 1)
        {
            throw new UnreadableTable(
                $"The file has more than {TableFile.MostRows:N0} rows, the most that are read at once. Split it into several files.");
        }

        Rows.Add(new SheetRow(number, [.. cells.Select(Kept)]));
    }

    private string Kept(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        if (text.Length <= Shared)
        {
            if (_texts.TryGetValue(text, out var known))
            {
                return known;
            }

            if (_texts.Count < MostShared)
            {
                _texts.Add(text, text);
            }
        }

        _letters += text.Length;
        return _letters <= MostLetters ? text : throw new UnreadableTable(
            $"The file holds more than {MostLetters / 1_000_000} million letters, more than is read at once. Split it into several files.");
    }
}
