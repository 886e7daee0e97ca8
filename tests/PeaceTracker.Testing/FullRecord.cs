using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Testing;

/// <summary>
/// A record in which every property of every type has a value of its own, made by reflection so that a new property is in it from
/// the day it is written. It makes no sense as a negotiation; only its references hold.
/// </summary>
public static class FullRecord
{
    /// <summary>Makes one, with two or more of everything, in an order that is not that of the keys.</summary>
    public static NegotiationRecord Make()
    {
        var fill = new Filler();
        var parties = fill.Two<Party>();
        var dyads = fill.Two<Dyad>()
            .Select(dyad => dyad with { FirstPartyKey = parties[0].Key, SecondPartyKey = parties[1].Key }).ToList();
        var issues = fill.Two<Issue>();
        var groups = fill.Two<WorkingGroup>();
        var rounds = fill.Two<Round>();
        return new NegotiationRecord
        {
            Negotiation = fill.One<Negotiation>(),
            Sources = fill.Two<Source>(),
            Parties = parties,
            Delegates = fill.Two<PartyDelegate>().Select(person => person with { PartyKey = parties[0].Key }).ToList(),
            Dyads = dyads,
            Issues = issues,
            AgendaVersions = fill.Two<AgendaVersion>(),
            StatusEvents = Entries(
                fill.Two<StatusEvent>(),
                (entry, superseded) => entry with
                {
                    IssueKey = issues[0].Key, DyadKey = dyads[0].Key, RoundKey = rounds[0].Key, SupersedesKey = superseded,
                }),
            Positions = Entries(
                fill.Two<Position>(),
                (entry, superseded) => entry with
                {
                    PartyKey = parties[1].Key, IssueKey = issues[1].Key, RoundKey = rounds[1].Key, SupersedesKey = superseded,
                }),
            WorkingGroups = groups,
            Rounds = rounds,
            Drafts = fill.Two<Draft>().Select(draft => draft with { WorkingGroupKey = groups[0].Key }).ToList(),
            Offers = fill.Two<Offer>().Select(offer => offer with { ByPartyKey = parties[0].Key }).ToList(),
            Claims = Entries(fill.Two<Claim>(), (entry, superseded) => entry with { DyadKey = dyads[1].Key, SupersedesKey = superseded }),
        };
    }

    // The first supersedes the second, so that the store has to put them in the other order.
    private static List<T> Entries<T>(IReadOnlyList<T> two, Func<T, string?, T> link) where T : IEntry =>
        [link(two[0], two[1].Key), link(two[1], null)];

    private sealed class Filler
    {
        private int _next;

        public T One<T>() => (T)Value(typeof(T));

        public List<T> Two<T>() => [One<T>(), One<T>()];

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
                _ when type == typeof(DateTime) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(_next),
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
