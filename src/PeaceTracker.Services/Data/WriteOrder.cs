using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Data;

/// <summary>The order in which the rows of a record can be written one after the other: each after those to which it points.</summary>
internal static class WriteOrder
{
    /// <summary>The tables in that order, each with the rows of its list and their places among them.</summary>
    public static IEnumerable<(RecordList List, IEntityType Type, IEnumerable<(IRow Row, int Place)> Rows)> Of(
        IModel model, Func<RecordList, IReadOnlyList<IRow>> rowsOf) =>
        from list in Lists(model)
        let rows = rowsOf(list)
        where rows.Count > 0
        let type = model.FindEntityType(list.RowType)!
        select (list, type, Rows(type, rows));

    private static List<RecordList> Lists(IModel model)
    {
        var rest = RecordSections.Lists.ToList();
        var ordered = new List<RecordList>();
        while (rest.Count > 0)
        {
            var next = rest.Find(list => !PointsTo(list.RowType).Any(target => rest.Exists(other => other != list && other.RowType == target)))
                ?? throw new UnreachableException("Tables of a record point to each other in a circle.");
            rest.Remove(next);
            ordered.Add(next);
        }

        return ordered;

        IEnumerable<Type> PointsTo(Type type) => model.FindEntityType(type)!.GetForeignKeys().Select(key => key.PrincipalEntityType.ClrType);
    }

    // As they stand; one that points to a later row of its own table after that.
    private static IEnumerable<(IRow Row, int Place)> Rows(IEntityType type, IReadOnlyList<IRow> rows)
    {
        var own = type.GetForeignKeys().Where(key => key.PrincipalEntityType == type)
            .Select(key => key.Properties[^1].PropertyInfo!).ToList();
        if (own.Count == 0)
        {
            return rows.Select((row, i) => (row, i));
        }

        // Of few rows it matters where they stand: of those to which others point.
        var places = rows.SelectMany(row => own.Select(property => (string?)property.GetValue(row))).OfType<string>().Distinct()
            .ToDictionary(key => key, _ => -1, StringComparer.Ordinal);
        for (var i = 0; places.Count > 0 && i < rows.Count; i++)
        {
            if (places.ContainsKey(rows[i].Key))
            {
                places[rows[i].Key] = i;
            }
        }

        return Placed();

        IEnumerable<(IRow Row, int Place)> Placed()
        {
            var (placed, waits) = (new bool[rows.Count], new bool[rows.Count]);
            var waiting = new Stack<int>();
            for (var i = 0; i < rows.Count; i++)
            {
                waiting.Push(i);
                while (waiting.TryPeek(out var at))
                {
                    waits[at] = true;

                    // One that waits itself would be a circle, which the rules refuse.
                    var before = placed[at] ? -1 : Targets(rows[at]).FirstOrDefault(target => !waits[target], -1);
                    if (before >= 0)
                    {
                        waiting.Push(before);
                        continue;
                    }

                    waiting.Pop();
                    if (!placed[at])
                    {
                        placed[at] = true;
                        yield return (rows[at], at);
                    }
                }
            }
        }

        IEnumerable<int> Targets(IRow row) => own.Select(property => (string?)property.GetValue(row))
            .Where(key => key is not null && key != row.Key).Select(key => places[key!]).Where(place => place >= 0);
    }
}
