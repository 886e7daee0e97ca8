using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>One bar of a waterfall: where it stands on the scale of shares.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Low">Its foot.</param>
/// <param name="High">Its head.</param>
/// <param name="Effect">The effect that it stands for; null for a share.</param>
/// <param name="After">Where the next bar begins.</param>
public sealed record WaterfallBar(WaterfallKind Kind, Ratio Low, Ratio High, Ratio? Effect, Ratio After)
{
    /// <summary>
    /// From one share to the other: status, scope and, where it did anything, weight effect, each beginning where the one before ends. Effects
    /// are exact, so the last ends at the second share; they can lead below 0 or above 1 on the way. Empty where there is no
    /// change to split, and where nothing is counted on either date.
    /// </summary>
    public static IReadOnlyList<WaterfallBar> All(BoardComparison comparison)
    {
        if (comparison is not
            { From.Value: { } first, To.Value: { } second, StatusEffect: { } status, ScopeEffect: { } scope, WeightEffect: { } weight }
            || (first == Ratio.Zero && second == Ratio.Zero))
        {
            return [];
        }

        List<WaterfallBar> bars = [new(WaterfallKind.From, Ratio.Zero, first, null, first)];
        var at = first;
        foreach (var (kind, effect) in new[] { (WaterfallKind.Status, status), (WaterfallKind.Scope, scope), (WaterfallKind.Weight, weight) })
        {
            if (kind == WaterfallKind.Weight && effect == Ratio.Zero)
            {
                continue;
            }

            var next = at + effect;
            bars.Add(new(kind, next < at ? next : at, next < at ? at : next, effect, next));
            at = next;
        }

        return [.. bars, new(WaterfallKind.To, Ratio.Zero, second, null, second)];
    }
}

/// <summary>What a bar of a waterfall stands for.</summary>
public enum WaterfallKind
{
    /// <summary>The share on the first date.</summary>
    From,
    /// <summary>What levels did.</summary>
    Status,
    /// <summary>What issues added and dropped did.</summary>
    Scope,
    /// <summary>What was judged otherwise.</summary>
    Weight,
    /// <summary>The share on the second date.</summary>
    To,
}
