using FsCheck;
using FsCheck.Fluent;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Tests.Agreement;

/// <summary>
/// Boards of 0 to 12 issues and 1 to 5 dyads, with 0 to 3 agenda versions and 0 to 60 status events in few days, so that events
/// meet on one date and corrections and retractions on one entry. Recording follows no order of dates.
/// </summary>
public static class GeneratedBoards
{
    private static readonly Gen<bool> Often = Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)));
    private static readonly Gen<bool> Seldom = Often.Select(often => !often);

    private static readonly Gen<Level> Levels = Gen.Frequency(
        (8, Gen.Elements(LevelScale.Ordered.ToArray())),
        (3, Gen.Elements(Level.AgreedInPrinciple, Level.TextAgreed)),
        (2, Gen.Elements(Level.Unknown, Level.Deferred, Level.NotApplicable)));

    private static readonly Gen<JudgedPlan> Judged =
        from until in Gen.Choose(2, BoardPlan.LastDay)
        from recorded in Gen.Choose(1, BoardPlan.LastRecorded)
        from salience in Gen.Choose(1, 5)
        from dyads in Often.ArrayOf(5)
        select new JudgedPlan(until, recorded, salience, dyads);

    private static readonly Gen<IssuePlan> Issue =
        from salience in Gen.Choose(1, 5)
        from dyads in Often.ArrayOf(5)
        from dependsOn in Gen.Choose(0, 11).ArrayOf(2)
        from changes in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        from earlier in Judged.ArrayOf(changes)
        select new IssuePlan(salience, dyads, dependsOn, earlier);

    private static readonly Gen<RequiredPlan> WasRequired =
        from until in Gen.Choose(2, BoardPlan.LastDay)
        from recorded in Gen.Choose(1, BoardPlan.LastRecorded)
        from required in Gen.Elements(true, false)
        select new RequiredPlan(until, recorded, required);

    private static readonly Gen<DyadPlan> Dyad =
        from required in Gen.Elements(true, false)
        from changes in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        from earlier in WasRequired.ArrayOf(changes)
        select new DyadPlan(required, earlier);

    private static readonly Gen<AgendaPlan> Agenda =
        from wholeFromTheStart in Gen.Elements(true, false)
        from day in Gen.Choose(1, BoardPlan.LastDay)
        from recorded in Gen.Choose(1, BoardPlan.LastRecorded)
        from order in Gen.Shuffle(Enumerable.Range(0, 12).ToArray())
        from kept in Often.ArrayOf(12)
        select wholeFromTheStart
            ? new AgendaPlan(1, 1, order)
            : new AgendaPlan(day, recorded, [.. order.Where(i => kept[i])]);

    private static readonly Gen<EntryPlan> Entry =
        from issue in Gen.Choose(0, 11)
        from dyad in Gen.Choose(0, 4)
        from level in Levels
        from claimed in Seldom
        from day in Gen.Choose(1, BoardPlan.LastDay)
        from orderInDay in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        from recorded in Gen.Choose(1, BoardPlan.LastRecorded)
        from hour in Gen.Elements(0, 12, 23)
        from kind in Gen.Frequency(
            (5, Gen.Constant(EntryKind.Change)), (2, Gen.Constant(EntryKind.Correction)), (1, Gen.Constant(EntryKind.Retraction)))
        from superseded in Gen.Choose(0, 59)
        select new EntryPlan(0, issue, dyad, level, claimed ? Basis.Claimed : Basis.OnRecord, day, orderInDay, recorded, hour, kind, superseded);

    private static readonly Gen<PositionPlan> Position =
        from party in Gen.Choose(0, 4)
        from issue in Gen.Choose(0, 11)
        from stance in Gen.Choose(-2, 3)
        from day in Gen.Choose(1, BoardPlan.LastDay)
        select new PositionPlan(party, issue, stance == 3 ? null : (Stance)stance, day);

    private static readonly Gen<BoardPlan> Plan =
        from dyads in Some(Dyad, 1, 5)
        from issues in Some(Issue, 0, 12)
        from agendas in Some(Agenda, 0, 3)
        from entries in Some(Entry, 0, 60)
        from positions in Some(Position, 0, 8)
        from asOf in Gen.Choose(0, BoardPlan.LastDay + 8)
        from everything in Gen.Elements(true, false)
        from knownAt in Gen.Choose(0, BoardPlan.LastRecorded + 1)
        select new BoardPlan(dyads, issues, [.. agendas.DistinctBy(a => a.From)], Linked(entries), positions, asOf, everything ? null : knownAt);

    public static Arbitrary<BoardPlan> Boards() => Arb.From(Plan, Smaller);

    private static Gen<T[]> Some<T>(Gen<T> element, int least, int most) =>
        from count in Gen.Choose(least, most)
        from elements in element.ArrayOf(count)
        select elements;

    /// <summary>
    /// Numbers the entries; one that supersedes picks an earlier one, speaks of its issue and dyad, and is recorded when it was or later.
    /// </summary>
    private static List<EntryPlan> Linked(IReadOnlyList<EntryPlan> drawn)
    {
        var linked = new List<EntryPlan>();
        foreach (var entry in drawn)
        {
            if (entry.Kind == EntryKind.Change || linked.Count == 0)
            {
                linked.Add(entry with { Number = linked.Count, Kind = EntryKind.Change, Supersedes = null });
                continue;
            }

            var superseded = linked[entry.Supersedes!.Value % linked.Count];
            linked.Add(entry with
            {
                Number = linked.Count,
                Supersedes = superseded.Number,
                Issue = superseded.Issue,
                Dyad = superseded.Dyad,
                Recorded = Math.Max(entry.Recorded, superseded.Recorded),
                Hour = entry.Recorded > superseded.Recorded ? entry.Hour : Math.Max(entry.Hour, superseded.Hour),
            });
        }

        return linked;
    }

    private static IEnumerable<BoardPlan> Smaller(BoardPlan plan)
    {
        for (var size = plan.Entries.Count; size > 0; size /= 2)
        {
            for (var from = 0; from + size <= plan.Entries.Count; from += size)
            {
                yield return plan with { Entries = Without([.. plan.Entries.Skip(from).Take(size).Select(e => e.Number)], plan.Entries) };
            }
        }

        foreach (var left in Fewer(plan.Agendas))
        {
            yield return plan with { Agendas = left };
        }

        foreach (var left in Fewer(plan.Positions))
        {
            yield return plan with { Positions = left };
        }

        if (plan.Issues.Count > 0)
        {
            yield return plan with { Issues = [.. plan.Issues.SkipLast(1)] };
        }

        if (plan.Dyads.Count > 1)
        {
            yield return plan with { Dyads = [.. plan.Dyads.SkipLast(1)] };
        }

        if (plan.Issues.Any(i => i.Earlier.Count > 0))
        {
            yield return plan with { Issues = [.. plan.Issues.Select(i => i with { Earlier = [] })] };
        }

        if (plan.Dyads.Any(d => d.Earlier.Count > 0))
        {
            yield return plan with { Dyads = [.. plan.Dyads.Select(d => d with { Earlier = [] })] };
        }

        if (plan.KnownAt is not null)
        {
            yield return plan with { KnownAt = null };
        }
    }

    private static IEnumerable<IReadOnlyList<T>> Fewer<T>(IReadOnlyList<T> items) =>
        Enumerable.Range(0, items.Count).Select(out_ => (IReadOnlyList<T>)[.. items.Where((_, i) => i != out_)]);

    private static List<EntryPlan> Without(HashSet<int> gone, IReadOnlyList<EntryPlan> entries)
    {
        var left = new List<EntryPlan>();
        foreach (var entry in entries)
        {
            if (gone.Contains(entry.Number) || (entry.Supersedes is { } superseded && gone.Contains(superseded)))
            {
                gone.Add(entry.Number);
            }
            else
            {
                left.Add(entry);
            }
        }

        return left;
    }
}
