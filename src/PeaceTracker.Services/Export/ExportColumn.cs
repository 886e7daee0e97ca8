namespace PeaceTracker.Services.Export;

/// <summary>What the values of a column are.</summary>
public enum ColumnType
{
    /// <summary>A text, or a word of a scale.</summary>
    Text,
    /// <summary>A whole number.</summary>
    Whole,
    /// <summary>A number that may have decimals.</summary>
    Number,
    /// <summary>True or false.</summary>
    Truth,
    /// <summary>A day; where it is known to the week or the month, the first day of that.</summary>
    Day,
    /// <summary>A moment in UTC.</summary>
    Moment,
}

/// <summary>A column of a table that leaves the house, as files say what it holds.</summary>
/// <param name="Name">Its name, as programs like them.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Definition">What they mean, for whoever has the file alone.</param>
/// <param name="Unit">In what they are counted; null where that is nothing.</param>
public record ExportColumn(string Name, ColumnType Type, string Definition, string? Unit = null);

/// <summary>A column with what it takes from each row.</summary>
/// <param name="Name">Its name, as programs like them.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Definition">What they mean, for whoever has the file alone.</param>
/// <param name="Value">
/// The value of a row, null where it has none: a string, int, long, decimal, bool, DateOnly, DateAsKnown or DateTime (UTC).
/// </param>
/// <param name="Unit">In what they are counted; null where that is nothing.</param>
public sealed record ExportColumn<T>(string Name, ColumnType Type, string Definition, Func<T, object?> Value, string? Unit = null)
    : ExportColumn(Name, Type, Definition, Unit);
