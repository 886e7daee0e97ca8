using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Shared;

/// <summary>One of the step chart's lines.</summary>
/// <param name="Class">Its class, by which it gets its stroke.</param>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Share">The share that it follows.</param>
public sealed record StepChartLine(string Class, string Name, Func<ShareStep, Share> Share)
{
    /// <summary>All lines, the one drawn first in front.</summary>
    public static IReadOnlyList<StepChartLine> All(IStringLocalizer<Text> l) =>
    [
        new("line-moving", l["Moving: narrowing or better"], s => s.Moving),
        new("line-claimed", l["Agreed, with claimed"], s => s.AgreedWithClaimed),
        new("line-agreed", l["Agreed in principle or better"], s => s.Agreed),
        new("line-text", l["Text agreed or better"], s => s.TextAgreed),
    ];
}
