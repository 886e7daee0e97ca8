using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Talks;

/// <summary>The rounds of a board, sorted by how they look from its date.</summary>
public sealed record RoundsView
{
    private RoundsView()
    {
    }

    /// <summary>Rounds to come, the next first.</summary>
    public required IReadOnlyList<Round> Upcoming { get; init; }

    /// <summary>Rounds that were due, without any report of them, newest first.</summary>
    public required IReadOnlyList<Round> NotReported { get; init; }

    /// <summary>Rounds held or under way, newest first.</summary>
    public required IReadOnlyList<Round> Held { get; init; }

    /// <summary>Rounds called off, newest first.</summary>
    public required IReadOnlyList<Round> CalledOff { get; init; }

    /// <summary>All of them, as they stand on the page.</summary>
    public IEnumerable<Round> All => [.. Upcoming, .. NotReported, .. Held, .. CalledOff];

    /// <summary>Number of all of them.</summary>
    public int Total => Upcoming.Count + NotReported.Count + Held.Count + CalledOff.Count;

    /// <summary>The usual order: those to come by their day, the others newest first.</summary>
    public static TableOrder<RoundSort> Usual { get; } = new(RoundSort.When) { UsualIsNoColumn = true };

    /// <summary>The rounds announced or begun by the board's date, those of each phase in an order.</summary>
    public static RoundsView Of(BoardSnapshot at, TableOrder<RoundSort> order)
    {
        var rounds = at.Rounds.ToLookup(r => r.PhaseOn(at.Date));
        return new RoundsView
        {
            Upcoming = Sorted(rounds[RoundPhase.Upcoming]),
            NotReported = Sorted(rounds[RoundPhase.NotReported].Reverse()),
            Held = Sorted(rounds[RoundPhase.Held].Reverse()),
            CalledOff = Sorted(rounds[RoundPhase.CalledOff].Reverse()),
        };

        IReadOnlyList<Round> Sorted(IEnumerable<Round> phase) => order.Sorted(phase, order.By switch
        {
            RoundSort.Listed => _ => null,
            RoundSort.When => r => r.StartsOn,
            RoundSort.Title => r => r.Title,
            RoundSort.Where => r => r.Place,
        });
    }
}

/// <summary>The columns by which rounds are ordered.</summary>
public enum RoundSort
{
    /// <summary>Those to come by their day, the others newest first.</summary>
    Listed,
    /// <summary>The title.</summary>
    Title,
    /// <summary>The first day.</summary>
    When,
    /// <summary>The place.</summary>
    Where,
}
