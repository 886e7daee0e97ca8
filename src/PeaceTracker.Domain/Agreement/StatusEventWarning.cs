using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// What is unusual about a status event before it is recorded. A word to the editor, never a refusal and never a figure: the rules for what may
/// be recorded are elsewhere. Where it comes from: the levels' tests in docs/method.md, and the design of the form for outcomes.
/// </summary>
public abstract record StatusEventWarning
{
    /// <summary>It goes down from an ordered level to a lower one.</summary>
    /// <param name="From">The level before, an ordered one.</param>
    public sealed record Falls(Level From) : StatusEventWarning;

    /// <summary>It goes up two levels or more at once.</summary>
    /// <param name="From">The level before, an ordered one.</param>
    public sealed record Jumps(Level From) : StatusEventWarning;

    /// <summary>It says what the board shows already, on the same word.</summary>
    public sealed record StandsAlready : StatusEventWarning;

    /// <summary>It is dated before the newest step, so that it does not change the board of today.</summary>
    /// <param name="Last">Date of the newest step.</param>
    public sealed record BeforeTheLast(DateAsKnown Last) : StatusEventWarning;

    /// <summary>Another level is recorded for the same date: the weaker of both will be shown, as contested.</summary>
    /// <param name="Other">The level recorded.</param>
    public sealed record Contests(Level Other) : StatusEventWarning;

    /// <summary>Agreement is called on record, but of the two parties only one has said so in words of its own that are recorded.</summary>
    /// <param name="Silent">Key of the party whose own words are missing or say otherwise.</param>
    public sealed record OneSided(string Silent) : StatusEventWarning;

    /// <summary>
    /// What is unusual about an event of <paramref name="standing"/>'s issue and dyad, in no order of weight; empty where nothing is.
    /// Levels outside the order neither fall nor jump. Only steps dated before <paramref name="on"/> are fallen or jumped from.
    /// </summary>
    /// <param name="standing">The issue between the dyad with all steps recorded until now.</param>
    /// <param name="level">The level of the event.</param>
    /// <param name="basis">Its basis.</param>
    /// <param name="on">Its date.</param>
    /// <param name="positions">Positions on the issue in force on that date, those of the same form included; one for each party.</param>
    /// <param name="orderInDay">How many events of its day it is said to have come after: nothing is contested then.</param>
    public static IReadOnlyList<StatusEventWarning> Of(
        DyadStanding standing, Level level, Basis basis, DateOnly on, IReadOnlyCollection<Position> positions, int orderInDay = 0)
    {
        List<StatusEventWarning> warnings = [];
        var before = standing.Path.LastOrDefault(step => step.Date < on);
        var sameDay = standing.Path.FirstOrDefault(step => step.Date == on);
        if (before is not null && level.Rank() < before.Level.Rank())
        {
            warnings.Add(new Falls(before.Level));
        }
        else if (before is not null && level.Rank() - before.Level.Rank() >= 2)
        {
            warnings.Add(new Jumps(before.Level));
        }

        var isLater = sameDay?.Events.All(e => e.OrderInDay < orderInDay) == true;
        if (sameDay is not null && !isLater && sameDay.Level != level && sameDay.Level != Level.Unknown && level != Level.Unknown)
        {
            warnings.Add(new Contests(sameDay.Level));
        }

        if (standing.Step is { } last)
        {
            if (on < last.Date)
            {
                warnings.Add(new BeforeTheLast(last.When));
            }
            else if (last.Level == level && last.Basis == basis)
            {
                warnings.Add(new StandsAlready());
            }
        }

        if (basis == Basis.OnRecord && level.IsAgreed() && SilentOf(standing, positions) is { } silent)
        {
            warnings.Add(new OneSided(silent));
        }

        return warnings;
    }

    // Where nobody's own words are recorded nothing says that it is one side alone.
    private static string? SilentOf(DyadStanding standing, IReadOnlyCollection<Position> positions)
    {
        string[] parties = [standing.Dyad.FirstPartyKey, standing.Dyad.SecondPartyKey];
        string[] silent = [.. parties.Where(party => !positions.Any(p => p.PartyKey == party && Accepts(p)))];
        return silent is [var one] ? one : null;
    }

    private static bool Accepts(Position position) =>
        position is { Stance: Stance.Accepts or Stance.AcceptsWithConditions, Attribution: Attribution.SelfStated or Attribution.MediatorReadOut };
}
