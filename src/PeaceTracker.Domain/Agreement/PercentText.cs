using System.Globalization;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// How fractions are printed: with one decimal, dropped when it is zero ("89.5%", "90%"), halves away from zero, so that 17 of
/// 19 never reads as 90%. A share strictly between 0 and 1 never prints as one of them: 9,999 of 10,000 is "99.9%" and
/// 1 of 10,000 is "0.1%", for "100%" says all and "0%" says none. Rule: the method page, "How shares are printed".
/// </summary>
public static class PercentText
{
    /// <summary>A share, 0 to 1, as "89.5%".</summary>
    public static string Of(Ratio share, IFormatProvider? culture = null)
    {
        var tenths = Tenths(share);
        if (tenths == 0 && share > Ratio.Zero)
        {
            tenths = 1;
        }
        else if (tenths == 1000 && share < Ratio.One)
        {
            tenths = 999;
        }

        return Number(tenths, culture) + "%";
    }

    /// <summary>A difference of two shares in percentage points, without unit, with its sign: "+25.7", "−3", "0".</summary>
    public static string SignedPoints(Ratio difference, IFormatProvider? culture = null)
    {
        var tenths = Tenths(difference);
        var sign = tenths > 0 ? "+" : tenths < 0 ? "−" : "";
        return sign + Number(Math.Abs(tenths), culture);
    }

    /// <summary>The size of a difference in percentage points, without unit and sign: "25.7".</summary>
    public static string Points(Ratio difference, IFormatProvider? culture = null) => Number(Math.Abs(Tenths(difference)), culture);

    /// <summary>
    /// Whether the difference of two shares, as it is printed, is that of the two as they are printed: 31.8% to 29.2% is −2.7 points, because
    /// 31.82 to 29.17 is −2.65, and a reader who subtracts gets −2.6.
    /// </summary>
    public static bool Subtracts(Ratio from, Ratio to) => Tenths(to) - Tenths(from) == Tenths(to - from);

    /// <summary>A share as machines read it: percent, at most four decimals, always a point: "89.4737".</summary>
    public static string Machine(Ratio share) =>
        decimal.Round(share.ToDecimal() * 100m, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture);

    private static long Tenths(Ratio value) =>
        (long)decimal.Round((decimal)value.Numerator * 1000m / value.Denominator, 0, MidpointRounding.AwayFromZero);

    private static string Number(long tenths, IFormatProvider? culture) =>
        (tenths / 10m).ToString("0.#", culture ?? CultureInfo.InvariantCulture);
}
