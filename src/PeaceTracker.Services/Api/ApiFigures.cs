using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Api;

/// <summary>A share as its counts; percentages, 0 to 100 with at most four decimals, are null under five issues.</summary>
/// <param name="Met">Issues that meet the threshold.</param>
/// <param name="Unknown">Issues of which it is not known, or which rest on one side's word.</param>
/// <param name="Total">Issues counted.</param>
/// <param name="Percent">The share.</param>
/// <param name="HighPercent">The share if every unknown issue met the threshold.</param>
public sealed record ApiFigure(int Met, int Unknown, int Total, decimal? Percent, decimal? HighPercent)
{
    /// <summary>A share.</summary>
    public static ApiFigure Of(Share share) => new(
        share.Met, share.Unknown, share.Total, ExportTable.Percent(share, share.Value), ExportTable.Percent(share, share.High));
}

/// <summary>The shares of the whole board, or of a pair.</summary>
/// <param name="Agreed">The headline: agreed in principle or better, on record.</param>
/// <param name="AgreedWithOneSided">The same, counting what one side alone says.</param>
/// <param name="TextAgreed">The text agreed or better, on record.</param>
/// <param name="Moving">Narrowing or better, on record.</param>
/// <param name="Core">Of the core issues: agreed in principle or better, on record.</param>
/// <param name="WeightedPercent">The agreed share weighted by salience, in percent; null under five issues.</param>
/// <param name="Known">Issues of which a level is known.</param>
/// <param name="Levels">How many issues stand at each level, the most agreed first.</param>
public sealed record ApiShares(
    ApiFigure Agreed, ApiFigure AgreedWithOneSided, ApiFigure TextAgreed, ApiFigure Moving, ApiFigure Core, decimal? WeightedPercent, int Known,
    IReadOnlyList<ApiLevelCount> Levels)
{
    /// <summary>The shares of a scope.</summary>
    public static ApiShares Of(ScopeShares shares) => new(
        ApiFigure.Of(shares.Agreed), ApiFigure.Of(shares.Against(Threshold.Agreed, ShareBasis.WithClaimed)), ApiFigure.Of(shares.TextAgreed),
        ApiFigure.Of(shares.Moving), ApiFigure.Of(shares.Core), ExportTable.Percent(shares.Agreed, shares.Weighted), shares.Known,
        [.. shares.Levels.Select(level => new ApiLevelCount(level.Level, level.Count, level.Claimed))]);
}

/// <summary>How many issues stand at a level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Issues">How many.</param>
/// <param name="OneSided">How many of them rest on one side's word.</param>
public sealed record ApiLevelCount(Level Level, int Issues, int OneSided);
