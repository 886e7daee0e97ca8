using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>Addresses as links need them.</summary>
public static class NavigationManagerExtensions
{
    /// <summary>Path and query of the page at hand, beginning with a slash.</summary>
    public static string LocalAddress(this NavigationManager navigation) => new Uri(navigation.Uri).PathAndQuery;

    /// <summary>Path of the page at hand, beginning with a slash.</summary>
    public static string LocalPath(this NavigationManager navigation) => new Uri(navigation.Uri).AbsolutePath;

    /// <summary>What the query of the page at hand says besides the moment: its filters stay on another date, its place in a list does not.</summary>
    public static IEnumerable<(string Name, string? Value)> Filters(this NavigationManager navigation) =>
        from pair in QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query)
        where !BoardMoment.Names.Contains(pair.Key) && pair.Key != ListPage.Name
        from value in pair.Value
        select (pair.Key, value);

    /// <summary>The page at hand at another moment, its filters kept.</summary>
    public static string On(this NavigationManager navigation, BoardMoment moment) =>
        AddressValues.Written(navigation.LocalPath(), navigation.Filters().Concat(moment.Values));

    /// <summary>
    /// The page at hand as it is cited: whole, with the moment of <paramref name="address"/>. The page at "/" shows the one negotiation
    /// there is, and another thing as soon as there are two, so it is cited by that negotiation's own address.
    /// </summary>
    public static string Cited(this NavigationManager navigation, BoardAddress address)
    {
        var here = new Uri(navigation.Uri);
        var cited = here.AbsolutePath == Site.At("/") && address.Slug.Length > 0 ? new Uri(here, address.Path("") + here.Query) : here;
        return navigation.GetUriWithQueryParameters(
            cited.AbsoluteUri, address.Moment.Values.ToDictionary(v => v.Name, v => (object?)v.Value));
    }
}
