using System.Globalization;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// So many issues of so many, with the unknown ones. All counts are issues, 0 or above, and Met + Unknown ≤ Total.
/// Where Total is 0 there is no share, neither 0% nor 100%: <see cref="Value"/> is null.
/// </summary>
public readonly record struct Share
{
    /// <summary>Below this number of issues counts are printed without a percentage.</summary>
    public const int FewestForPercent = 5;

    /// <summary>The share of <paramref name="met"/> issues among <paramref name="total"/>, <paramref name="unknown"/> of which can't be
    /// judged.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or met and unknown exceed the total.</exception>
    public Share(int met, int unknown, int total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(met);
        ArgumentOutOfRangeException.ThrowIfNegative(unknown);
        ArgumentOutOfRangeException.ThrowIfLessThan(total, met + unknown);
        (Met, Unknown, Total) = (met, unknown, total);
    }

    /// <summary>Issues that meet the threshold.</summary>
    public int Met { get; }

    /// <summary>Issues that can't be judged against it.</summary>
    public int Unknown { get; }

    /// <summary>Issues in scope.</summary>
    public int Total { get; }

    /// <summary>Issues known not to meet it.</summary>
    public int NotMet => Total - Met - Unknown;

    /// <summary>Met / Total, 0 to 1, also the lower end of the band (no unknown issue meets the threshold); null where no issue is in
    /// scope.</summary>
    public Ratio? Value => Total == 0 ? null : new Ratio(Met, Total);

    /// <summary>The upper end of the band (every unknown issue meets the threshold): (Met + Unknown) / Total; null where no issue is in
    /// scope.</summary>
    public Ratio? High => Total == 0 ? null : new Ratio(Met + Unknown, Total);

    /// <summary>The share if no unknown issue met the threshold: the lower end of the band with its counts.</summary>
    public Share Worst => new(Met, 0, Total);

    /// <summary>The share if every unknown issue met the threshold: the upper end of the band with its counts.</summary>
    public Share Best => new(Met + Unknown, 0, Total);

    /// <summary>The share if one more issue met the threshold, be it one that is known not to or, where there is none, an unknown one; null where all
    /// do.</summary>
    public Share? OneMore => Met == Total ? null : new(Met + 1, Math.Min(Unknown, Total - Met - 1), Total);

    /// <summary>Whether there are enough issues for a percentage.</summary>
    public bool PrintsPercent => Total >= FewestForPercent;

    /// <summary>"18 of 20 (90%)", "2 of 4", "no issues in scope": for logs and tests; pages print in the reader's language.</summary>
    public override string ToString() => Total == 0
        ? "no issues in scope"
        : PrintsPercent
            ? string.Create(CultureInfo.InvariantCulture, $"{Met} of {Total} ({PercentText.Of(Value!.Value, CultureInfo.InvariantCulture)})")
            : string.Create(CultureInfo.InvariantCulture, $"{Met} of {Total}");
}
