using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Shared;

/// <summary>Several pairs in words.</summary>
public static class PairWords
{
    /// <summary>
    /// The pairs between which an issue moved: "all three pairs" where it names no other and they are more than two, else their names,
    /// "Veltrania–Élorie and Élorie–Nahrazan".
    /// </summary>
    public static string Pairs(this IStringLocalizer<Text> l, Board board, string issueKey, IReadOnlyCollection<string> dyadKeys)
    {
        ArgumentNullException.ThrowIfNull(l);
        return dyadKeys.Count > 2 && board.Issues[issueKey].DyadKeys.ToHashSet(StringComparer.Ordinal).SetEquals(dyadKeys)
            ? All(l, dyadKeys.Count)
            : Listed(l, [.. dyadKeys.Select(key => board.DyadName(board.Dyads[key]))]);
    }

    private static string All(IStringLocalizer<Text> l, int count) => count switch
    {
        3 => l["all three pairs"],
        4 => l["all four pairs"],
        5 => l["all five pairs"],
        6 => l["all six pairs"],
        _ => l["all {0} pairs", count],
    };

    private static string Listed(IStringLocalizer<Text> l, IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : l["{0} and {1}", string.Join(", ", names.SkipLast(1)), names[^1]];
}
