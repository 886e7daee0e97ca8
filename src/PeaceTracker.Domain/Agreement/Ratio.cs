using System.Globalization;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// An exact fraction, without unit. Shares and their differences are kept as fractions, so that effects add up to their total
/// exactly and nothing is rounded before it is printed. In lowest terms with a denominator above 0; the default value is 0.
/// A result that does not fit into 64 bits throws <see cref="OverflowException"/>; the differences of shares of boards with
/// up to 10,000 issues fit by a wide margin.
/// </summary>
public readonly record struct Ratio : IComparable<Ratio>
{
    private readonly long _denominator;

    /// <summary>The fraction <paramref name="numerator"/> / <paramref name="denominator"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is 0 or below.</exception>
    public Ratio(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var divisor = Gcd(numerator, denominator);
        Numerator = (long)(numerator / divisor);
        _denominator = (long)(denominator / divisor);
    }

    /// <summary>0.</summary>
    public static Ratio Zero => default;

    /// <summary>1.</summary>
    public static Ratio One => new(1, 1);

    /// <summary>The numerator in lowest terms; carries the sign.</summary>
    public long Numerator { get; }

    /// <summary>The denominator in lowest terms; 1 or above.</summary>
    public long Denominator => _denominator == 0 ? 1 : _denominator;

    /// <summary>The nearest decimal.</summary>
    public decimal ToDecimal() => (decimal)Numerator / Denominator;

    /// <summary>Sum.</summary>
    public static Ratio operator +(Ratio a, Ratio b) =>
        Of(((Int128)a.Numerator * b.Denominator) + ((Int128)b.Numerator * a.Denominator), (Int128)a.Denominator * b.Denominator);

    /// <summary>Difference.</summary>
    public static Ratio operator -(Ratio a, Ratio b) => a + -b;

    /// <summary>The opposite.</summary>
    public static Ratio operator -(Ratio a) => new(-a.Numerator, a.Denominator);

    /// <summary>Less than.</summary>
    public static bool operator <(Ratio a, Ratio b) => a.CompareTo(b) < 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(Ratio a, Ratio b) => a.CompareTo(b) > 0;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(Ratio a, Ratio b) => a.CompareTo(b) <= 0;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(Ratio a, Ratio b) => a.CompareTo(b) >= 0;

    /// <summary>A percentage (90 for 90%, at most 6 decimals) as a fraction.</summary>
    public static Ratio FromPercent(decimal percent) => new((long)decimal.Round(percent * 1_000_000m), 100_000_000L);

    /// <inheritdoc />
    public int CompareTo(Ratio other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <inheritdoc />
    public bool Equals(Ratio other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>"9/10", for logs and tests; pages print with <see cref="PercentText"/>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static Ratio Of(Int128 numerator, Int128 denominator)
    {
        var divisor = Gcd(numerator, denominator);
        return new Ratio(checked((long)(numerator / divisor)), checked((long)(denominator / divisor)));
    }

    private static Int128 Gcd(Int128 a, Int128 b)
    {
        a = Int128.Abs(a);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 0 ? 1 : a;
    }
}
