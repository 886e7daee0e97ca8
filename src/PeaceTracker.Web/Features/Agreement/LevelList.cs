using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>Counts of issues by level, in a sentence.</summary>
public static class LevelList
{
    /// <summary>"2 disputed, 1 narrowing (one-sided), 4 unknown".</summary>
    public static string Of(IStringLocalizer<Text> l, ScopeShares shares) => string.Join(", ", shares.Levels
        .Where(c => c.Count > 0)
        .Select(c => Part(l, c)));

    private static string Part(IStringLocalizer<Text> l, LevelCount count)
    {
        var words = count.Level == Level.Unknown
            ? l["{0} without public evidence", count.Count].Value
            : l["{0} {1}", count.Count, l.Word(count.Level).ToLower(System.Globalization.CultureInfo.CurrentCulture)].Value;
        return count.Claimed switch
        {
            0 => words,
            _ when count.Claimed == count.Count => l["{0} (one-sided)", words],
            _ => l["{0} ({1} one-sided)", words, count.Claimed],
        };
    }
}
