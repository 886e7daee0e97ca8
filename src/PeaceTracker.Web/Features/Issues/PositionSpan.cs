using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Issues;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>A position for as long as it was held: until the party's next one.</summary>
/// <param name="Position">The position.</param>
/// <param name="X">Where it begins, in percent of the width.</param>
/// <param name="Width">How long it was held, in percent of the width.</param>
public sealed record PositionSpan(Position Position, double X, double Width)
{
    /// <summary>The positions of a party, oldest first; of two on one day the later entry takes the place of the other from the start.</summary>
    public static IReadOnlyList<PositionSpan> All(PartyPosition party, ShareChartGeometry axis)
    {
        var positions = party.Earlier.Prepend(party.Position).Reverse().ToList();
        return
        [
            .. positions.Select((position, i) => new PositionSpan(
                position, axis.Across(position.OccurredOn),
                axis.Across(i + 1 < positions.Count ? positions[i + 1].OccurredOn : axis.To) - axis.Across(position.OccurredOn))),
        ];
    }

    /// <summary>The class by which its colour says the stance.</summary>
    public string Class => Position.Stance switch
    {
        Stance.Accepts => "span-accepts",
        Stance.AcceptsWithConditions => "span-conditions",
        Stance.Undecided => "span-undecided",
        Stance.Objects => "span-objects",
        Stance.Rejects => "span-rejects",
        null => "span-none",
    };
}
