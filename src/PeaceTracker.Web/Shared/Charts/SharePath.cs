using System.Globalization;
using System.Text;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Shared.Charts;

/// <summary>An agreed share over time as the steps of an SVG path.</summary>
public static class SharePath
{
    /// <summary>Where a day lies between two others, 0 to <paramref name="width"/>; days outside are at the edge.</summary>
    public static double X(DateOnly day, DateOnly from, DateOnly until, double width) => until <= from ? 0
        : width * Math.Clamp((day.DayNumber - from.DayNumber) / (double)(until.DayNumber - from.DayNumber), 0, 1);

    /// <summary>How far down a share lies: 0 is all, <paramref name="height"/> is none.</summary>
    public static double Y(Ratio share, double height) => height * (1 - (double)share.ToDecimal());

    /// <summary>
    /// The steps, from the first day to the last, or to <paramref name="end"/>; the line breaks where no issue was in scope, and is empty
    /// where none ever was.
    /// </summary>
    public static string Of(IEnumerable<SharePeriod> periods, DateOnly from, DateOnly until, double width, double height, DateOnly? end = null)
    {
        var path = new StringBuilder();
        var drawing = false;
        foreach (var period in periods.Where(p => p.Date <= (end ?? until)))
        {
            var x = N(X(period.Date, from, until, width));
            if (drawing)
            {
                path.Append('H').Append(x);
            }

            if (period.Agreed.Value is { } share)
            {
                path.Append(drawing ? "V" : $"M{x} ").Append(N(Y(share, height)));
            }

            drawing = period.Agreed.Value is not null;
        }

        return drawing ? path.Append('H').Append(N(X(end ?? until, from, until, width))).ToString() : path.ToString();
    }

    /// <summary>A coordinate as SVG writes it.</summary>
    public static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
