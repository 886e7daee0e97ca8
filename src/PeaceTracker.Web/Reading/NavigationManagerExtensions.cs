using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace PeaceTracker.Web.Reading;

/// <summary>Addresses as links need them.</summary>
public static class NavigationManagerExtensions
{
    /// <summary>Path and query of the page at hand, beginning with a slash.</summary>
    public static string LocalAddress(this NavigationManager navigation) => new Uri(navigation.Uri).PathAndQuery;

    /// <summary>Path of the page at hand, beginning with a slash.</summary>
    public static string LocalPath(this NavigationManager navigation) => new Uri(navigation.Uri).AbsolutePath;

    /// <summary>What the query of the page at hand says besides the dates: its filters stay on another date, its place in a list does not.</summary>
    public static IEnumerable<(string Name, string? Value)> Filters(this NavigationManager navigation) =>
        from pair in QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query)
        where pair.Key is not ("asOf" or "knownAt" or "page")
        from value in pair.Value
        select (pair.Key, value);

    /// <summary>The page at hand on other dates, its filters kept.</summary>
    public static string OnDates(this NavigationManager navigation, DateOnly? asOf, DateOnly? knownAt)
    {
        var query = navigation.Filters()
            .Concat([("asOf", BoardAddress.Format(asOf)), ("knownAt", BoardAddress.Format(knownAt))])
            .Where(p => p.Item2 is not null);
        return QueryHelpers.AddQueryString(navigation.LocalPath(), query.Select(p => KeyValuePair.Create(p.Item1, p.Item2)));
    }
}
