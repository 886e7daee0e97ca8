using Microsoft.AspNetCore.Components;

namespace PeaceTracker.Web.Layout;

/// <summary>Addresses as links need them.</summary>
public static class NavigationManagerExtensions
{
    /// <summary>Path and query of the page at hand, beginning with a slash.</summary>
    public static string LocalAddress(this NavigationManager navigation) => new Uri(navigation.Uri).PathAndQuery;
}
