using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Import;

/// <summary>Guesses which column holds what: by its heading, by one that is spelt almost so, then by what stands in it.</summary>
internal static class ColumnGuess
{
    private const int Shortest = 5;
    private const int Looked = 50;
    private const int SureNames = 200;

    // What a table lacks speaks more against a kind than what it has speaks for it: our table of issues has levels, too, but no reasons.
    private const int Lacking = 5;

    private static readonly Lazy<HashSet<string>> Known = new(() =>
        [.. ImportKinds.All.SelectMany(kind => kind.Fields).SelectMany(field => field.Headings)]);

    /// <summary>Whether a cell is a heading of any kind of table.</summary>
    public static bool IsKnown(string cell) => cell.Length is > 0 and < SureNames && Known.Value.Contains(Heading.Fold(cell));

    /// <summary>How much a table looks like one of a kind: the needed fields count most.</summary>
    public static int Score(ImportKind kind, TableView view)
    {
        var found = ByHeading(kind, view);
        return kind.Fields.Count(field => field.Needed && found.ContainsKey(field.Name)) * 3 + found.Count
            - (kind.Fields.Count(field => field.Needed && !found.ContainsKey(field.Name) && !ImportKind.HasInstead(field, found)) * Lacking)
            - (kind.Fields.Any(field => field.Needed && found.ContainsKey(field.Name)) ? 0 : 100);
    }

    /// <summary>The columns of a table by the fields that they are taken for.</summary>
    public static Dictionary<string, string> Columns(ImportKind kind, TableView view, BoardNames names)
    {
        var found = ByHeading(kind, view);
        var taken = found.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var field in kind.Fields.Where(field => !found.ContainsKey(field.Name) && !ImportKind.HasInstead(field, found)))
        {
            if (view.Columns.FirstOrDefault(column => !taken.Contains(column.Name) && Holds(field, view, column, names)) is { } column)
            {
                found[field.Name] = column.Name;
                taken.Add(column.Name);
            }
        }

        return found;
    }

    private static Dictionary<string, string> ByHeading(ImportKind kind, TableView view)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var headings = view.Columns.Select(column => (column.Name, Folded: Heading.Fold(column.Name), Short: Short(column.Name))).ToList();
        foreach (var same in new Func<(string Name, string Folded, string Short), ImportField, bool>[]
        {
            (heading, field) => field.Headings.First() == heading.Folded,
            (heading, field) => field.Headings.Contains(heading.Folded),
            // One or many: "paragraph" is "paragraphs".
            (heading, field) => heading.Folded.Length > 0 && !Known.Value.Contains(heading.Folded)
                && (field.Headings.Contains(heading.Folded + "s") || field.Headings.Any(name => name + "s" == heading.Folded)),
            (heading, field) => heading.Short.Length > 0 && field.Headings.Contains(heading.Short),
            (heading, field) => heading.Folded.Length >= Shortest && !Known.Value.Contains(heading.Folded)
                && NearestName.Among([.. field.Headings.Where(name => name.Length >= Shortest)], heading.Folded) is { } near
                && Math.Abs(near.Length - heading.Folded.Length) <= 2,
        })
        {
            foreach (var field in kind.Fields.Where(field => !found.ContainsKey(field.Name)))
            {
                if (headings.FirstOrDefault(heading => !taken.Contains(heading.Name) && same(heading, field)) is { Name: { } name })
                {
                    found[field.Name] = name;
                    taken.Add(name);
                }
            }
        }

        Split(kind, view, found);
        return found;
    }

    // Beside a year and a month, a column of days with nothing but numbers up to 31 is the day of the month.
    private static void Split(ImportKind kind, TableView view, Dictionary<string, string> found)
    {
        if (found.ContainsKey("year") && found.ContainsKey("month") && !found.ContainsKey("day_of_month")
            && kind.Fields.FirstOrDefault(field => field is { Needed: true, Content: FieldContent.Day } && found.ContainsKey(field.Name))
                is { Name: var day }
            && view.Find(found[day]) is { Index: var index }
            && view.Rows.Take(Looked).All(row => row[index].Length == 0 || (int.TryParse(row[index], out var number) && number is >= 1 and <= 31)))
        {
            found["day_of_month"] = found[day];
            found.Remove(day);
        }
    }

    // A heading without what stands in brackets behind it.
    private static string Short(string name) => name.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? Heading.Fold(name[..at]) : "";

    // Only what is not to be taken for anything else: days, words of a scale, names on the board; for a text nothing speaks.
    private static bool Holds(ImportField field, TableView view, TableColumn column, BoardNames names)
    {
        if (!field.Needed || field.Content is FieldContent.Text or FieldContent.Number or FieldContent.Truth)
        {
            return false;
        }

        var cells = view.Rows.Take(Looked).Select(row => row[column.Index]).Where(cell => cell.Length > 0).ToList();
        return cells.Count > 0 && cells.Count(cell => field.Content == FieldContent.Day
            ? WrittenDate.Read(cell).Readings.Count > 0
            : !int.TryParse(cell, out _) && field.Meaning?.Invoke(names, cell) is not null) * 10 >= cells.Count * 8;
    }
}
