using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Talks;

/// <summary>What a reader asks of the rounds: the filters that narrow them, and their order.</summary>
public sealed record RoundQuery
{
    /// <summary>Words that a round's title, place or outcome must all have; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>How they look from the board's date.</summary>
    public ChosenSet<RoundPhase> Phases { get; init; }

    /// <summary>Keys of parties, one of which hosts or takes part.</summary>
    public ChosenSet<string> Parties { get; init; }

    /// <summary>The places, as they are written.</summary>
    public ChosenSet<string> Places { get; init; }

    /// <summary>Days, on one of which it is or can have been.</summary>
    public DayRange Days { get; init; }

    /// <summary>The order.</summary>
    public TableOrder<RoundSort> Order { get; init; } = RoundsView.Usual;

    /// <summary>Whether a round is one of those asked for, seen from a date.</summary>
    public bool Fits(Round round, DateOnly on) =>
        Phases.Passes(round.PhaseOn(on))
        && Parties.PassesAny(party => InvolvedIn(round).Contains(party))
        && (!Places.IsSet || (round.Place is { } place && Places.Has(place)))
        && Days.Passes(round.StartsOn, new DateAsKnown(round.LastDay, round.Precision).Last)
        && SearchText.Matches(SearchText.Words(Text), round.Title, round.Place, round.Outcome);

    /// <summary>Keys of the parties that host a round or take part in it.</summary>
    public static IEnumerable<string> InvolvedIn(Round round) => round.HostKeys.Union(round.Delegations.Select(d => d.PartyKey));
}
