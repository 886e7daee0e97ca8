using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>The level of one issue between one dyad from a date on, until the next step: the live status events of that date, resolved.</summary>
public sealed record LevelStep
{
    private LevelStep(IReadOnlyList<StatusEvent> events, StatusEvent shown, bool contested) =>
        (Events, Shown, Contested) = (events, shown, contested);

    /// <summary>All live events of the date, in order of recording.</summary>
    public IReadOnlyList<StatusEvent> Events { get; }

    /// <summary>The event that gives the level.</summary>
    public StatusEvent Shown { get; }

    /// <summary>Whether live events of the date disagree on the level, none being said to have come later.</summary>
    public bool Contested { get; }

    /// <summary>The date.</summary>
    public DateOnly Date => Shown.OccurredOn;

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision => Shown.Precision;

    /// <summary>The date, as exactly as it is known.</summary>
    public DateAsKnown When => new(Date, Precision);

    /// <summary>The level shown.</summary>
    public Level Level => Shown.Level;

    /// <summary>On record if one of the date's events at the level shown is; else claimed.</summary>
    public Basis Basis => Shown.Basis;

    /// <summary>
    /// Resolves the live events of one date (at least one; all of one issue, dyad and date). One that is said to have come later the
    /// same day takes the place of those before it (<see cref="IEntry.OrderInDay"/>). Where the latest disagree the weakest is
    /// shown and the step is contested. Outside the order of levels: "unknown" says nothing and gives way to any other without
    /// contesting it; "not applicable" gives way to every other but "unknown", so that a disputed event can't take an issue out
    /// of the count; "deferred" is weaker than agreed in principle, because it settles that there is no agreement, and stronger
    /// than narrowing.
    /// </summary>
    public static LevelStep Resolve(IReadOnlyList<StatusEvent> events)
    {
        ArgumentOutOfRangeException.ThrowIfZero(events.Count);
        if (events.Count == 1)
        {
            return new LevelStep(events, events[0], false); // nearly all of two hundred thousand
        }

        var order = events.Max(e => e.OrderInDay);
        var latest = events.Where(e => e.OrderInDay == order).ToList();
        var level = latest.Select(e => e.Level).MinBy(Weakness);
        var atLevel = latest.Where(e => e.Level == level).ToList();
        var shown = atLevel.LastOrDefault(e => e.Basis == Basis.OnRecord) ?? atLevel[^1];
        var contested = latest.Where(e => e.Level != Level.Unknown).Select(e => e.Level).Distinct().Skip(1).Any();
        return new LevelStep(events, shown, contested);
    }

    /// <summary>The order by which the weakest level is found, weakest first; see <see cref="Resolve"/>.</summary>
    internal static int Weakness(Level level) => level switch
    {
        Level.Deferred => 5, // between narrowing (4) and agreed in principle (6)
        Level.NotApplicable => 100,
        Level.Unknown => 101,
        Level.NotDiscussed or Level.Disputed or Level.Narrowing or Level.AgreedInPrinciple or Level.TextAgreed or Level.Concluded =>
            2 * level.Rank()!.Value,
    };
}
