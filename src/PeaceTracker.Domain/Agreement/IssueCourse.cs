using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// One issue over time. From each day on which something came to it (a step between one of its dyads, a position) until the next it stands the same;
/// so each of its standings is made once, when it is first looked at, and every date between shares it.
/// </summary>
internal sealed class IssueCourse
{
    private readonly Issue _issue;
    private readonly int _number;
    private readonly Dyad[] _dyads;
    private readonly LevelStep[][] _paths;
    private readonly IReadOnlyList<Position> _positions;
    private readonly DateOnly[] _turns;
    private readonly IssueStanding?[] _standings;

    /// <summary>The course of an issue with its number on the agenda, judged over dyads, with a path for each; positions are oldest first.</summary>
    public IssueCourse(Issue issue, int number, Dyad[] dyads, LevelStep[][] paths, IReadOnlyList<Position> positions)
    {
        (_issue, _number, _dyads, _paths, _positions) = (issue, number, dyads, paths, positions);
        _turns = TurnsOf(paths, positions);
        _standings = new IssueStanding?[_turns.Length + 1];
    }

    /// <summary>How it stands at the end of a day; <paramref name="made"/> is counted up where that is made now.</summary>
    public IssueStanding On(DateOnly date, ref int made)
    {
        var turn = CountUpTo(_turns, date);
        if (_standings[turn] is { } known)
        {
            return known;
        }

        made++;
        // Of two that make it at once both get the one that came first.
        return Interlocked.CompareExchange(ref _standings[turn], Make(turn, date), null) ?? _standings[turn]!;
    }

    private IssueStanding Make(int turn, DateOnly date)
    {
        var before = turn == 0 ? null : _standings[turn - 1];
        var dyads = new DyadStanding[_dyads.Length];
        for (var i = 0; i < dyads.Length; i++)
        {
            var (path, steps) = (_paths[i], CountUpTo(_paths[i], date));
            // Mostly one dyad alone moved.
            dyads[i] = before?.Dyads[i] is { } same && same.Steps.Length == steps ? same : new DyadStanding(_issue, _dyads[i], path, steps);
        }

        return new IssueStanding(_issue, _number, dyads, InForce(_positions, date));
    }

    /// <summary>Of positions that are oldest first the newest of each party up to a date.</summary>
    public static IReadOnlyList<Position> InForce(IReadOnlyList<Position> positions, DateOnly date) => positions.Count == 0
        ? [] : positions.Where(p => p.OccurredOn <= date).GroupBy(p => p.PartyKey).Select(g => g.Last()).ToArray();

    /// <summary>How many steps, oldest first, are of a date or earlier.</summary>
    private static int CountUpTo(LevelStep[] path, DateOnly date)
    {
        var count = path.Length;
        while (count > 0 && path[count - 1].Date > date)
        {
            count--;
        }

        return count;
    }

    // Of ten thousand issues, one after the other: with no list on the way.
    private static DateOnly[] TurnsOf(LevelStep[][] paths, IReadOnlyList<Position> positions)
    {
        var (days, many) = (new DateOnly[paths.Sum(path => path.Length) + positions.Count], 0);
        foreach (var path in paths)
        {
            foreach (var step in path)
            {
                days[many++] = step.Date;
            }
        }

        foreach (var position in positions)
        {
            days[many++] = position.OccurredOn;
        }

        Array.Sort(days);
        many = 0;
        for (var i = 0; i < days.Length; i++)
        {
            if (i == 0 || days[i] != days[i - 1])
            {
                days[many++] = days[i];
            }
        }

        return days[..many];
    }

    private static int CountUpTo(DateOnly[] days, DateOnly date) => Array.BinarySearch(days, date) is var found && found < 0 ? ~found : found + 1;
}
