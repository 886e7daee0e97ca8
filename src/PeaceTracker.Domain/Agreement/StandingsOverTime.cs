using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Domain.Agreement;

/// <summary>The issues of one agenda over time, as one board judges them: the board of any date is looked up in the courses of its issues.</summary>
internal sealed class StandingsOverTime
{
    private readonly Board _judged;
    private readonly AgendaVersion _agenda;
    private readonly Dictionary<string, int> _places;
    private readonly IssueCourse?[] _courses;

    /// <summary>
    /// The courses of an agenda's issues. Where they are those of <paramref name="earlier"/> but for some issues to which something came, the others
    /// are carried on with all that was made of them.
    /// </summary>
    public StandingsOverTime(Board judged, AgendaVersion agenda, StandingsOverTime? earlier = null, IReadOnlySet<string>? came = null)
    {
        (_judged, _agenda) = (judged, agenda);
        if (earlier is null)
        {
            _courses = new IssueCourse?[agenda.IssueKeys.Count];
            _places = new(_courses.Length, StringComparer.Ordinal);
            for (var i = 0; i < _courses.Length; i++)
            {
                _places[agenda.IssueKeys[i]] = i;
            }

            return;
        }

        (_places, _courses) = (earlier._places, [.. earlier._courses]);
        foreach (var key in came!.Where(_places.ContainsKey))
        {
            _courses[_places[key]] = null;
        }
    }

    /// <summary>The place of each issue on the agenda, from 0, by its key.</summary>
    public IReadOnlyDictionary<string, int> Places => _places;

    /// <summary>All of them on a date, in the order of the agenda.</summary>
    public IssueStanding[] On(DateOnly date, LiveRecord live, ref int made)
    {
        var standings = new IssueStanding[_courses.Length];
        for (var i = 0; i < standings.Length; i++)
        {
            standings[i] = On(i, date, live, ref made);
        }

        return standings;
    }

    /// <summary>The one of a place on a date; <paramref name="made"/> is counted up by what had to be made for it.</summary>
    public IssueStanding On(int place, DateOnly date, LiveRecord live, ref int made) =>
        (_courses[place] ??= CourseOf(_judged, _judged.Issues[_agenda.IssueKeys[place]], place + 1, live)).On(date, ref made);

    /// <summary>The course of an issue, as a board judges it.</summary>
    public static IssueCourse CourseOf(Board judged, Issue issue, int number, LiveRecord live)
    {
        Dyad[] dyads = [.. issue.DyadKeys.Select(key => judged.Dyads[key])];
        return new IssueCourse(issue, number, dyads, Array.ConvertAll(dyads, dyad => live.Path(issue.Key, dyad.Key)), live.PositionsOn(issue.Key));
    }
}
