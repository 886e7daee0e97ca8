using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Shared.Charts;

/// <summary>One of the share chart's shares: a line on record, and a dashed one with claimed, which shows where it differs.</summary>
/// <param name="Class">Its class, by which it gets its stroke.</param>
/// <param name="Name">What the legend calls it.</param>
/// <param name="OnRecord">The share that its line follows.</param>
/// <param name="WithClaimed">The share that its dashed line follows.</param>
public sealed record ShareChartLine(string Class, string Name, Func<SharePeriod, Share> OnRecord, Func<SharePeriod, Share> WithClaimed)
{
    /// <summary>What makes a line a dashed one.</summary>
    public const string Dashed = "line-claimed";

    /// <summary>All of them, the one drawn last in front.</summary>
    public static IReadOnlyList<ShareChartLine> All(IStringLocalizer<Text> l) =>
    [
        new("line-moving", l["Moving: narrowing or better"], s => s.Moving, s => s.MovingWithClaimed),
        new("line-agreed", l["Agreed in principle or better"], s => s.Agreed, s => s.AgreedWithClaimed),
        new("line-text", l["Text agreed or better"], s => s.TextAgreed, s => s.TextAgreedWithClaimed),
    ];

    /// <summary>What the legend says of the lines: their classes and words.</summary>
    public static IEnumerable<(string Class, string Name)> Legend(IStringLocalizer<Text> l) =>
        [.. All(l).Select(line => (line.Class, line.Name)), ($"line-agreed {Dashed}", l["dashed: counting one-sided, where it differs"])];
}
