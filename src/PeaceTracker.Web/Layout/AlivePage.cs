using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace PeaceTracker.Web.Layout;

/// <summary>Tells pages that are alive from documents.</summary>
public static class AlivePage
{
    /// <summary>Whether a page is alive: it carries the marks from which a circuit is made, for one reader and a short time.</summary>
    public static bool Is(Type? page) => page?.IsDefined(typeof(RenderModeAttribute), inherit: true) == true;

    /// <summary>Whether the page that a request asks for is.</summary>
    public static bool Is(HttpContext? http) => Is(http?.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type);
}
