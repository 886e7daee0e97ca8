using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Issues;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>A position for as long as it was held: until the party's next one.</summary>
/// <param name="Position">The position.</param>
/// <param name="X">Where it begins, in percent of the width.</param>
/// <param name="Width">How long it was held, in percent of the width.</param>
/// <param name="Open">For how much of that it may not have been held yet, because its day is not known; in percent of its own width.</param>
public sealed record PositionSpan(Position Position, double X, double Width, double Open)
{
    /// <summary>The positions of a party, oldest first; of two on one day the later entry takes the place of the other from the start.</summary>
    public static IReadOnlyList<PositionSpan> All(PartyPosition party, ShareChartGeometry axis)
    {
        var positions = party.Earlier.Prepend(party.Position).Reverse().ToList();
        return [.. positions.Select((position, i) => Of(position, i + 1 < positions.Count ? positions[i + 1].OccurredOn : axis.To, axis))];
    }

    private static PositionSpan Of(Position position, DateOnly until, ShareChartGeometry axis)
    {
        var (x, width) = (axis.Across(position.OccurredOn), axis.Across(until) - axis.Across(position.OccurredOn));
        var open = axis.Across(axis.Span(new DateAsKnown(position.OccurredOn, position.Precision)).To) - x;
        return new(position, x, width, width > 0 ? Math.Min(100, 100 * open / width) : 0);
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
