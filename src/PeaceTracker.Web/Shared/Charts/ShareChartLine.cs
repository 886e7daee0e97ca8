using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Shared.Charts;

/// <summary>One of the share chart's lines.</summary>
/// <param name="Class">Its class, by which it gets its stroke.</param>
/// <param name="Name">What it is called at its end.</param>
/// <param name="Share">The share that it follows.</param>
public sealed record ShareChartLine(string Class, string Name, Func<SharePeriod, Share> Share)
{
    /// <summary>What makes a line the one that counts one side's word.</summary>
    public const string Dashed = "line-claimed";

    /// <summary>What makes a part of a line one for which there is no evidence.</summary>
    public const string After = "line-after";

    /// <summary>The three on record, the one drawn last in front.</summary>
    public static IReadOnlyList<ShareChartLine> OnRecord(IStringLocalizer<Text> l) =>
    [
        new("line-moving", l["Moving"], s => s.Moving),
        new("line-text", l["Text agreed"], s => s.TextAgreed),
        new("line-agreed", l["Agreed"], s => s.Agreed),
    ];

    /// <summary>The agreed share with one side's word, which is drawn where it differs.</summary>
    public static ShareChartLine OneSided(IStringLocalizer<Text> l) =>
        new($"line-agreed {Dashed}", l["with one-sided"], s => s.AgreedWithClaimed);

    /// <summary>What has a name at the end: the lines on record, and the one-sided one where it ends elsewhere than the agreed one.</summary>
    public static IEnumerable<(ShareChartLine Line, Share Share)> Ends(IStringLocalizer<Text> l, SharePeriod last) =>
        (last.AgreedWithClaimed.Value == last.Agreed.Value ? OnRecord(l) : OnRecord(l).Append(OneSided(l)))
        .Select(line => (line, line.Share(last))).Where(end => end.Item2.Value is not null);
}
