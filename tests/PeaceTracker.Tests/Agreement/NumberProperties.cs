using System.Globalization;
using FsCheck;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Tests.Agreement;

/// <summary>What holds of fractions and of how they are printed.</summary>
public class NumberProperties
{
    [BoardProperty]
    public void Ratio_AnyTwo_AddAndSubtractExactly(DoNotSize<short> a, DoNotSize<short> b, DoNotSize<short> c, DoNotSize<short> d)
    {
        var (first, second) = (new Ratio(a.Item, Math.Abs((int)b.Item) + 1), new Ratio(c.Item, Math.Abs((int)d.Item) + 1));

        Assert.Equal(first, first + second - second);
        Assert.Equal(first + second, second + first);
        Assert.Equal(Ratio.Zero, first + -first);
        Assert.Equal(first < second, first - second < Ratio.Zero);
        Assert.Equal(Math.Sign(first.ToDecimal() - second.ToDecimal()), first.CompareTo(second)); // apart by 10⁻¹⁰ or more
    }

    [BoardProperty]
    public void Of_AnyShare_IsNearestTenthButAllAndNoneAreKept(DoNotSize<short> drawn, DoNotSize<short> of)
    {
        var total = Math.Abs((int)of.Item) + 1;
        var met = Math.Abs((int)drawn.Item) % (total + 1);
        var printed = Printed(new Ratio(met, total));
        var exact = 100m * met / total;

        Assert.True(Math.Abs(printed - exact) <= 0.1m);
        Assert.True(Math.Abs(printed - exact) <= 0.05m || printed is 0.1m or 99.9m);
        Assert.Equal(met == 0, printed == 0);
        Assert.Equal(met == total, printed == 100);
    }

    [BoardProperty]
    public void Of_HigherShare_NeverPrintsLower(DoNotSize<short> a, DoNotSize<short> b)
    {
        const int total = 4001;
        var (first, second) = (new Ratio(Math.Abs(a.Item % total), total), new Ratio(Math.Abs(b.Item % total), total));

        Assert.True(first <= second ? Printed(first) <= Printed(second) : Printed(first) >= Printed(second));
    }

    private static decimal Printed(Ratio share) =>
        decimal.Parse(PercentText.Of(share, CultureInfo.InvariantCulture).TrimEnd('%'), CultureInfo.InvariantCulture);
}
