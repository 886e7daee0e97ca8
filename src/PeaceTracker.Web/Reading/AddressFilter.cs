using PeaceTracker.Services.Export;

namespace PeaceTracker.Web.Reading;

/// <summary>A filter that an address can set.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Value">Its value there; null where it is not set.</param>
/// <param name="Without">What is asked where this one is taken away.</param>
public sealed record AddressFilter<TQuery>(string Name, string? Value, TQuery Without);

/// <summary>What the filters of several lists have in common.</summary>
public static class AddressFilter
{
    /// <summary>The names of the first and the last day of a range in addresses.</summary>
    public const string FirstDay = "from", LastDay = "to";

    /// <summary>The filters of a range of days; <paramref name="with"/> asks the same with another range.</summary>
    public static IEnumerable<AddressFilter<TQuery>> Days<TQuery>(DayRange days, Func<DayRange, TQuery> with) =>
    [
        new(FirstDay, BoardAddress.Format(days.From), with(days with { From = null })),
        new(LastDay, BoardAddress.Format(days.To), with(days with { To = null })),
    ];

    /// <summary>The filters that are set, each as a chip that takes it away: its words, and the address without it.</summary>
    public static IReadOnlyList<FilterChip> Chips<TQuery>(
        this IEnumerable<AddressFilter<TQuery>> filters, Func<string, string> words, Func<TQuery, string> address) =>
        [.. filters.Where(f => f.Value is not null).Select(f => new FilterChip(words(f.Name), address(f.Without)))];

    /// <summary>The names and values of filters, null where one is not set.</summary>
    public static IEnumerable<(string Name, string? Value)> Values<TQuery>(this IEnumerable<AddressFilter<TQuery>> filters) =>
        filters.Select(f => (f.Name, f.Value));
}
