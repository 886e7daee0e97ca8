using System.Globalization;
using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Changes;

/// <summary>What checking the changes of a store came to.</summary>
/// <param name="Checked">How many changes were looked at, up to the first that does not fit.</param>
/// <param name="ChainedFrom">Number of the first that carries a hash; null where none does.</param>
/// <param name="Head">The newest that was looked at; null where there is none.</param>
/// <param name="First">The first that does not fit; null where all do.</param>
public sealed record ChainReport(long Checked, long? ChainedFrom, Change? Head, Misfit? First)
{
    /// <summary>How many numbers have no change, for a history from another store left those of its other negotiations there.</summary>
    public long Gaps { get; init; }

    /// <summary>Number of the oldest change; 0 where there is none. A history from another store need not begin with 1.</summary>
    public long Oldest { get; init; }

    /// <summary>So many changes with their numbers, in words.</summary>
    public static string Changes(long count, long first, long last) => count == 1
        ? string.Create(CultureInfo.InvariantCulture, $"1 change, number {first}")
        : string.Create(CultureInfo.InvariantCulture, $"{count} changes, numbers {first} to {last}");

    /// <summary>So many changes, in words.</summary>
    public static string Changes(long count) => count == 1 ? "1 change" : string.Create(CultureInfo.InvariantCulture, $"{count} changes");
}

/// <summary>A change that does not fit.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Why">What is wrong, as the end of a sentence.</param>
public sealed record Misfit(long Number, string Why)
{
    /// <summary>A change that is not there.</summary>
    public static Misfit Missing(long number) => new(number, "it is missing");

    /// <summary>A change whose hash is not that of what it did.</summary>
    public static Misfit Altered(long number) => new(number, "what it did, or what came before it, is not what its hash was made from");
}
