using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Tests.Agreement;

public class RatioTests
{
    [Fact]
    public void Equals_SameFractionInOtherTerms_IsEqual()
    {
        Assert.Equal(new Ratio(1, 2), new Ratio(17, 34));
        Assert.Equal(new Ratio(1, 2).GetHashCode(), new Ratio(17, 34).GetHashCode());
        Assert.True(new Ratio(-1, 2) == new Ratio(-2, 4));
        Assert.Equal("-1/2", new Ratio(-2, 4).ToString());
    }

    [Fact]
    public void Default_NoTerms_IsZero()
    {
        Assert.Equal(new Ratio(0, 7), default);
        Assert.Equal(1, default(Ratio).Denominator);
        Assert.Equal(new Ratio(2, 3), default(Ratio) + new Ratio(2, 3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void New_DenominatorNotPositive_Throws(long denominator) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(1, denominator));

    [Fact]
    public void Subtract_ThirdsAndSevenths_IsExact() => Assert.Equal(new Ratio(-2, 21), new Ratio(1, 3) - new Ratio(3, 7)); // 7/21 − 9/21

    [Fact]
    public void CompareTo_LargeNeighbours_TellsThemApart()
    {
        // (n−1)/n < n/(n+1), apart by 1/(n² + n): beyond double and decimal.
        const long n = 3_000_000_000_000_000_000;

        Assert.True(new Ratio(n - 1, n) < new Ratio(n, n + 1));
        Assert.True(new Ratio(n, n + 1) > new Ratio(n - 1, n));
        Assert.True(new Ratio(3, 9) <= new Ratio(1, 3) && new Ratio(3, 9) >= new Ratio(1, 3));
    }

    [Fact]
    public void Add_ResultBeyond64Bits_Throws() =>
        Assert.Throws<OverflowException>(() => new Ratio(1, 4_000_000_007) + new Ratio(1, 4_000_000_009));

    [Theory]
    [InlineData("90", 9, 10)]
    [InlineData("33.3", 333, 1000)]
    [InlineData("0", 0, 1)]
    [InlineData("100", 1, 1)]
    [InlineData("0.000001", 1, 100_000_000)]
    public void FromPercent_Figure_IsItsFraction(string percent, long numerator, long denominator) =>
        Assert.Equal(
            new Ratio(numerator, denominator),
            Ratio.FromPercent(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)));
}
