using System.Globalization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Services.Export;

/// <summary>
/// A table that leaves the house as a file, with what a reader of the file alone must know. Columns are named as programs like
/// them; a value is a text, a number, a truth value, a date, or null where there is none.
/// </summary>
/// <param name="Title">What the table is.</param>
/// <param name="About">What must be known about it (date, definition, source): each a name as of a column and its text.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows, each with a value for every column.</param>
public sealed record ExportTable(
    string Title, IReadOnlyList<(string Name, string Text)> About, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>
    /// The moment of a board, as a file says it: the date, the change by which it was read, and the day of knowledge where one was asked for.
    /// </summary>
    public static IEnumerable<(string Name, string Text)> Moment(BoardSnapshot at) =>
    [
        ("as_of", Day(at.Date)),
        ("change", at.Board.ChangeNumber.ToString(CultureInfo.InvariantCulture)),
        .. at.KnownAt is { } known ? [("known_at", Day(known))] : Array.Empty<(string, string)>(),
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r', '\n', '\0'];

    /// <summary>What narrowed a table, for <see cref="About"/>: each filter that is set, by name and value.</summary>
    public static (string Name, string Text) Filters(IEnumerable<(string Name, string? Value)> filters)
    {
        var set = string.Join("; ", filters.Where(f => f.Value is not null).Select(f => $"{f.Name}: {f.Value}"));
        return ("filters", set.Length > 0 ? set : "none");
    }

    /// <summary>
    /// A value as a spreadsheet may get it: a text that it would take for a formula is given an apostrophe in front. Numbers stay numbers.
    /// </summary>
    public static object? Safe(object? value) =>
        value is string { Length: > 0 } text && FormulaStarts.Contains(text[0]) ? "'" + text : value;
}
