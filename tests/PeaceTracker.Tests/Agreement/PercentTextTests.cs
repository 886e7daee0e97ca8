using System.Globalization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Tests.Agreement;

public class PercentTextTests
{
    [Theory]
    [InlineData(17, 19, "89.5%")] // 89.47…
    [InlineData(18, 20, "90%")]
    [InlineData(2, 3, "66.7%")]
    [InlineData(1, 8, "12.5%")]
    [InlineData(1, 16, "6.3%")] // 6.25: a half goes up
    [InlineData(3, 16, "18.8%")] // 18.75
    [InlineData(1, 80, "1.3%")] // 1.25: not to the even 1.2
    [InlineData(899, 1000, "89.9%")]
    [InlineData(8996, 10000, "90%")] // 89.96: the decimal that rounds to zero is dropped
    [InlineData(0, 7, "0%")]
    [InlineData(7, 7, "100%")]
    [InlineData(9996, 10000, "99.9%")] // 99.96 would round to 100, which says all
    [InlineData(9999, 10000, "99.9%")]
    [InlineData(9995, 10000, "99.9%")] // the half itself
    [InlineData(4, 10000, "0.1%")] // 0.04 would round to 0, which says none
    [InlineData(1, 1_000_000_000, "0.1%")]
    [InlineData(5, 10000, "0.1%")]
    [InlineData(15, 10000, "0.2%")] // 0.15: a half goes up
    public void Of_Share_OneDecimalUnlessZero(long numerator, long denominator, string expected) =>
        Assert.Equal(expected, PercentText.Of(new Ratio(numerator, denominator), CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(257, 1000, "+25.7")]
    [InlineData(-3, 100, "−3")]
    [InlineData(0, 1, "0")]
    [InlineData(-1, 2000, "−0.1")] // −0.05: a half away from zero, as +0.05
    [InlineData(1, 2000, "+0.1")]
    [InlineData(1, 1, "+100")]
    [InlineData(-1, 1, "−100")]
    public void SignedPoints_Difference_CarriesItsSign(long numerator, long denominator, string expected) =>
        Assert.Equal(expected, PercentText.SignedPoints(new Ratio(numerator, denominator), CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(-257, 1000, "25.7")]
    [InlineData(9, 10, "90")]
    public void Points_Difference_HasNoSign(long numerator, long denominator, string expected) =>
        Assert.Equal(expected, PercentText.Points(new Ratio(numerator, denominator), CultureInfo.InvariantCulture));

    [Fact]
    public void Of_ReadersCulture_UsesItsDecimalSign()
    {
        var german = CultureInfo.GetCultureInfo("de-DE");

        Assert.Equal("89,5%", PercentText.Of(new Ratio(17, 19), german));
        Assert.Equal("+25,7", PercentText.SignedPoints(new Ratio(257, 1000), german));
    }

    [Theory]
    [InlineData(17, 19, "89.4737")] // 89.473684…
    [InlineData(9, 10, "90")]
    [InlineData(1, 3, "33.3333")]
    public void Machine_Share_FourDecimalsAndAPoint(long numerator, long denominator, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal(expected, PercentText.Machine(new Ratio(numerator, denominator)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
