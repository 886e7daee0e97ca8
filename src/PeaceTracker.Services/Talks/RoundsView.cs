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

    /// <summary>How many match.</summary>
    public int Matching => Upcoming.Count + NotReported.Count + Held.Count + CalledOff.Count;

    /// <summary>Number of the rounds announced or begun by the date, whether they are asked for or not.</summary>
    public required int Total { get; init; }

    /// <summary>The usual order: those to come by their day, the others newest first.</summary>
    public static TableOrder<RoundSort> Usual { get; } = new(RoundSort.When) { UsualIsNoColumn = true };

    /// <summary>Those of the rounds announced or begun by the board's date that a query asks for, each phase in its order.</summary>
    public static RoundsView Of(BoardSnapshot at, RoundQuery query)
    {
        var all = at.Rounds.ToList();
        var rounds = all.Where(r => query.Fits(r, at.Date)).ToLookup(r => r.PhaseOn(at.Date));
        return new RoundsView
        {
            Total = all.Count,
            Upcoming = Sorted(rounds[RoundPhase.Upcoming]),
            NotReported = Sorted(rounds[RoundPhase.NotReported].Reverse()),
            Held = Sorted(rounds[RoundPhase.Held].Reverse()),
            CalledOff = Sorted(rounds[RoundPhase.CalledOff].Reverse()),
        };

        IReadOnlyList<Round> Sorted(IEnumerable<Round> phase) => query.Order.Sorted(phase, query.Order.By switch
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
