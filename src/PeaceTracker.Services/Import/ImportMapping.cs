using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeaceTracker.Services.Import;

/// <summary>
/// How a table is read: which column is which field, what its words mean. It can be changed, and is kept for the next file of the kind; as a file it
/// is what the command line takes.
/// </summary>
public sealed class ImportMapping
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>What the rows are: "issues".</summary>
    public string Kind { get; set; } = "";

    /// <summary>The sheet; null for the first one.</summary>
    public string? Sheet { get; set; }

    /// <summary>The row with the headings; 0 where there is none, null where it is to be found.</summary>
    public int? HeadingRow { get; set; }

    /// <summary>The heading of the column by the name of the field.</summary>
    public Dictionary<string, string> Columns { get; set; } = new(StringComparer.Ordinal);

    /// <summary>What holds for all rows, by the name of the field: where it has no column, or the cell is empty.</summary>
    public Dictionary<string, string> Always { get; set; } = new(StringComparer.Ordinal);

    /// <summary>What words of a column mean, by the name of the field.</summary>
    public Dictionary<string, Dictionary<string, string>> Words { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Which of day and month stands first, where both could; null where that is not said.</summary>
    public DayOrder? Days { get; set; }

    /// <summary>Whether what is on the board with other words is changed; otherwise it stays as it is.</summary>
    public bool ChangeRows { get; set; }

    /// <summary>Whether the rows that can be imported are imported although others can't.</summary>
    public bool LeaveOutRefused { get; set; }

    /// <summary>Reads one that was kept or given; null where the text is none.</summary>
    public static ImportMapping? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportMapping>(json, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>It as a text.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>
    /// The best guess for a table; of <paramref name="kept"/>, one that was used before, whatever fits the table's headings goes before a guess.
    /// </summary>
    public static ImportMapping Guess(ImportKind kind, TableView view, BoardNames names, ImportMapping? kept = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(view);
        var columns = ColumnGuess.Columns(kind, view, names);
        foreach (var (field, column) in kept?.Columns ?? [])
        {
            if (kind.Find(field) is not null && view.Find(column) is { Name: var name })
            {
                foreach (var other in columns.Where(c => c.Value == name).Select(c => c.Key).ToList())
                {
                    columns.Remove(other);
                }

                columns[field] = name;
            }
        }

        var mapping = new ImportMapping
        {
            Kind = kind.Name, Sheet = view.Sheet.Name, HeadingRow = view.HeadingRow, Columns = columns, Words = kept?.Words ?? [],
            // A day or a source that was one table's is not the next one's.
            Always = (kept?.Always ?? []).Where(always => kind.Find(always.Key)?.Content is FieldContent.Word or FieldContent.Truth).ToDictionary(),
        };
        kind.Suggest(mapping, view, names);
        return mapping;
    }
}
