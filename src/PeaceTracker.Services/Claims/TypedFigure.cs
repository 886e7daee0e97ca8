using System.Globalization;
using System.Text.RegularExpressions;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Claims;

/// <summary>
/// A claimed figure as it is typed in one field: a percentage, a range, or so many points of so many. What is not certain is not read.
/// </summary>
/// <param name="Percent">The percentage, or the lower end of a range.</param>
/// <param name="To">The upper end of a range.</param>
/// <param name="Agreed">So many points, of <paramref name="Points"/>.</param>
/// <param name="Points">The number of points, where the figure gives it.</param>
public sealed partial record TypedFigure(decimal? Percent = null, decimal? To = null, int? Agreed = null, int? Points = null)
{
    /// <summary>What can be written instead of something that can't be read.</summary>
    public const string Unreadable =
        "This can’t be read with certainty. Write 90%, 89.3%, 25 of 28 or 90–95%; “about” or “almost” belongs in the caveat.";

    /// <summary>What so many points of so many are as a share; null where the figure is none such.</summary>
    public Ratio? Share => this is { Agreed: { } agreed, Points: > 0 and var points } ? new Ratio(agreed, points) : null;

    /// <summary>The figure of a text; empty of a blank one, null where it can't be read with certainty.</summary>
    public static TypedFigure? Read(string typed)
    {
        var text = TypedNumber.Plain(typed);
        if (text.Length == 0)
        {
            return new TypedFigure();
        }

        if (Count().Match(text) is { Success: true } count)
        {
            return Whole(count.Groups["agreed"]) is { } agreed && Whole(count.Groups["points"]) is { } of
                ? new TypedFigure(Agreed: agreed, Points: of)
                : null;
        }

        if (Percentage().Match(text) is not { Success: true } share || Number(share.Groups["from"]) is not { } from)
        {
            return null;
        }

        var (to, points) = (Number(share.Groups["to"]), Whole(share.Groups["points"]));
        return (share.Groups["to"].Success && to is null) || (share.Groups["points"].Success && points is null)
            ? null
            : new TypedFigure(from, to, Points: points);
    }

    /// <summary>A claim's figure as it can be typed; empty where it has none. The points beside a percentage are a field of their own.</summary>
    public static string Of(Claim claim) => claim.FigureText ?? "";

    private static decimal? Number(Group group) =>
        group.Success && decimal.TryParse(TypedNumber.Read(group.Value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static int? Whole(Group group) =>
        group.Success && int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // 25/28; 25 of 28; 25 out of the 28 points
    [GeneratedRegex(
        @"\A(?<agreed>[0-9]{1,6}) ?(?:/|of|out of) ?(?:the |all )?(?<points>[0-9]{1,6})(?: \p{L}+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Count();

    // 90; 90 %; 89,3 percent; 90–95%; 90 to 95%; 90% of the 20 points
    [GeneratedRegex(
        @"\A(?<from>[0-9][0-9.,]*)(?<unit> ?(?:%|％|percent|per cent))?"
        + @"(?: ?(?:[-‐‑‒–—−]|to) ?(?<to>[0-9][0-9.,]*)(?<unit> ?(?:%|％|percent|per cent))?)?"
        + @"(?(unit)(?: of (?:the |all )?(?<points>[0-9]{1,6})(?: \p{L}+)?)?)\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Percentage();
}
