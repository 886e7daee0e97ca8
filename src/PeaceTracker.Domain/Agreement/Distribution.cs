namespace PeaceTracker.Domain.Agreement;

/// <summary>Whole percentages that sum to 100.</summary>
public static class Distribution
{
    /// <summary>
    /// The counts (each 0 or above) as whole percentages of their sum, by the largest remainder: each is rounded down, and the
    /// points left over go one by one to the largest remainders, of equal ones to the first. They sum to exactly 100, and each
    /// is less than one point off. Where the sum is 0 all are 0, because there is nothing to distribute.
    /// </summary>
    public static IReadOnlyList<int> Percentages(IReadOnlyList<int> counts)
    {
        var total = counts.Sum(c => (long)c);
        if (total == 0)
        {
            return new int[counts.Count];
        }

        var percentages = counts.Select(c => (int)(c * 100L / total)).ToArray();
        var left = 100 - percentages.Sum();
        foreach (var index in Enumerable.Range(0, counts.Count).OrderByDescending(i => counts[i] * 100L % total).Take(left))
        {
            percentages[index]++;
        }

        return percentages;
    }
}
