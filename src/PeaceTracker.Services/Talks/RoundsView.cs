using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Talks;

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

    /// <summary>Number of all of them.</summary>
    public int Total => Upcoming.Count + NotReported.Count + Held.Count + CalledOff.Count;

    /// <summary>The rounds announced or begun by the board's date.</summary>
    public static RoundsView Of(BoardSnapshot at)
    {
        var rounds = at.Rounds.ToLookup(r => r.PhaseOn(at.Date));
        return new RoundsView
        {
            Upcoming = [.. rounds[RoundPhase.Upcoming]],
            NotReported = [.. rounds[RoundPhase.NotReported].Reverse()],
            Held = [.. rounds[RoundPhase.Held].Reverse()],
            CalledOff = [.. rounds[RoundPhase.CalledOff].Reverse()],
        };
    }
}
