using System.Globalization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Services.Export;

/// <summary>A table for a file, with what a reader who has only the file must know.</summary>
/// <param name="Title">What the table is.</param>
/// <param name="About">What must be known about it (date, definition, source): each a name as of a column and its text.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with a value for every column; of things (<see cref="Of"/>) made when it is asked for.</param>
public sealed record ExportTable(
    string Title, IReadOnlyList<(string Name, string Text)> About, IReadOnlyList<ExportColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The name of a definition in <see cref="About"/>.</summary>
    public const string Definition = "definition";

    /// <summary>The name of the date looked at.</summary>
    public const string AsOf = "as_of";

    /// <summary>The name of the number of the change by which it was read.</summary>
    public const string Change = "change";

    /// <summary>The name of how many points the agenda has, where not all are named.</summary>
    public const string Agenda = "agenda";

    /// <summary>The name of where the table can be seen.</summary>
    public const string Source = "source";

    /// <summary>The name of how the table is cited.</summary>
    public const string Citation = "citation";

    /// <summary>The name of what others may do with it.</summary>
    public const string Licence = "licence";

    /// <summary>The table of these things, one a row.</summary>
    public static ExportTable Of<T>(
        string title, IEnumerable<(string Name, string Text)> about, IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> rows) =>
        new(title, [.. about], columns, new TableRows<T>(columns, [.. rows]));

    /// <summary>
    /// What must be known of a table of a board: the moment, what the table holds and where it can be seen; <paramref name="filters"/> is what the
    /// reader asked for, by name, null where nothing can be asked for.
    /// </summary>
    public static IReadOnlyList<(string Name, string Text)> AboutOf(
        BoardSnapshot at, string definition, string seenAt, IEnumerable<(string Name, string? Value)>? filters = null) =>
    [
        .. Moment(at),
        .. at.Agenda is { } agenda && agenda.PointCount > agenda.Named
            ? [(Agenda, $"{agenda.Title}: {agenda.Named} of {agenda.PointCount} points named; shares are over the issues named.")]
            : Array.Empty<(string, string)>(),
        .. filters is null ? Array.Empty<(string, string)>() : [Filters(filters)],
        (Definition, definition),
        (Source, $"PeaceTracker, {seenAt}"),
    ];

    /// <summary>
    /// The moment of a board, as a file says it: the date, the change by which it was read, and the day of knowledge where one was asked for.
    /// </summary>
    public static IEnumerable<(string Name, string Text)> Moment(BoardSnapshot at) =>
    [
        (AsOf, Day(at.Date)),
        (Change, at.Board.ChangeNumber.ToString(CultureInfo.InvariantCulture)),
        .. at.KnownAt is { } known ? [("known_at", Day(known))] : Array.Empty<(string, string)>(),
    ];

    /// <summary>What narrowed a table, for <see cref="About"/>: each filter that is set, by name and value.</summary>
    public static (string Name, string Text) Filters(IEnumerable<(string Name, string? Value)> filters)
    {
        var set = string.Join("; ", filters.Where(f => f.Value is not null).Select(f => $"{f.Name}: {f.Value}"));
        return ("filters", set.Length > 0 ? set : "none");
    }

    /// <summary>A fraction of a share in percent; null where there are too few issues for a percentage.</summary>
    public static decimal? Percent(Share share, Ratio? ratio) => share.PrintsPercent && ratio is { } value ? Percent(value) : null;

    /// <summary>A fraction in percent.</summary>
    public static decimal Percent(Ratio ratio) => decimal.Parse(PercentText.Machine(ratio), CultureInfo.InvariantCulture);

    /// <summary>A day as files write it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
