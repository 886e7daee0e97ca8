using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Testing;

/// <summary>
/// A record in which every property of every type has a value of its own, made by reflection so that a new property is in it from
/// the day it is written. It makes no sense as a negotiation; only its references hold.
/// </summary>
public static class FullRecord
{
    // What a key within a row refers to, by the name of the property; "Second" takes the second row.
    private static readonly Dictionary<string, Type> References = new()
    {
        ["IssueKey"] = typeof(Issue), ["DyadKey"] = typeof(Dyad), ["RoundKey"] = typeof(Round), ["WorkingGroupKey"] = typeof(WorkingGroup),
        ["DraftKey"] = typeof(Draft), ["ClaimKey"] = typeof(Claim),
        ["PartyKey"] = typeof(Party), ["FirstPartyKey"] = typeof(Party), ["SecondPartyKey"] = typeof(Party), ["ByPartyKey"] = typeof(Party),
    };

    /// <summary>
    /// Makes one, with two or more of every section in an order that is not that of the keys; of entries a change, its correction and the
    /// retraction of that, the last first, so that the store has to put them in the other order.
    /// </summary>
    public static NegotiationRecord Make()
    {
        var fill = new Filler();
        var record = new NegotiationRecord { Negotiation = fill.One<Negotiation>() };
        record = RecordSections.Lists.Aggregate(record, (made, list) => list.With(made, fill.Rows(list.RowType, list.HoldsEntries ? 3 : 2)));
        foreach (var list in RecordSections.Lists)
        {
            var rows = list.In(record);
            for (var i = 0; i < rows.Count; i++)
            {
                Link(record, rows[i], rows.ElementAtOrDefault(i + 1)?.Key, i);
            }
        }

        return record;
    }

    private static void Link(NegotiationRecord record, IRow row, string? superseded, int index)
    {
        foreach (var property in row.GetType().GetProperties().Where(p => References.ContainsKey(p.Name)))
        {
            var referred = RecordSections.Of(References[property.Name]).In(record);
            property.SetValue(row, referred[property.Name.StartsWith("Second", StringComparison.Ordinal) ? 1 : 0].Key);
        }

        if (row is IEntry)
        {
            var kinds = new[] { EntryKind.Retraction, EntryKind.Correction, EntryKind.Change };
            row.GetType().GetProperty(nameof(IEntry.Kind))!.SetValue(row, kinds[index]);
            row.GetType().GetProperty(nameof(IEntry.SupersedesKey))!.SetValue(row, superseded);
        }
    }

    private sealed class Filler
    {
        private int _next;

        public T One<T>() => (T)Value(typeof(T));

        public List<IRow> Rows(Type type, int count) => [.. Enumerable.Range(0, count).Select(_ => (IRow)Value(type))];

        private object Value(Type type)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            _next++;
            return type switch
            {
                // Counting down, so that order by key is not the order of entry; beyond ASCII, for paraphrases are.
                _ when type == typeof(string) => $"é\"<-{10_000 - _next}",
                _ when type == typeof(int) => _next,
                _ when type == typeof(decimal) => _next + 0.25m,
                _ when type == typeof(bool) => true,
                _ when type == typeof(DateOnly) => new DateOnly(2025, 1, 1).AddDays(_next),
                _ when type == typeof(DateTime) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMicroseconds(_next),
                _ when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
                _ when type.IsGenericType => List(type.GetGenericArguments()[0]),
                _ => Record(type),
            };
        }

        private Array List(Type element)
        {
            var list = Array.CreateInstance(element, 2);
            list.SetValue(Value(element), 0);
            list.SetValue(Value(element), 1);
            return list;
        }

        private object Record(Type type)
        {
            var record = Activator.CreateInstance(type)!;
            foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            {
                property.SetValue(record, Value(property.PropertyType));
            }

            return record;
        }
    }
}
