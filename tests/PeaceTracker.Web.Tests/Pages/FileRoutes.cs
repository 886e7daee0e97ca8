using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PeaceTracker.Web.Tests.Pages;

/// <summary>The addresses of a board's files, as the running program has them: none can be forgotten.</summary>
public static class FileRoutes
{
    private const string Board = "/negotiations/{slug}/";

    /// <summary>The addresses of all files of a board that need no more than its slug.</summary>
    public static IReadOnlyList<string> Of(IServiceProvider services, string slug) =>
    [
        .. services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText ?? "")
            .Where(route => route.StartsWith(Board, StringComparison.Ordinal) && route.Contains('.', StringComparison.Ordinal))
            .Where(route => route.Count(c => c == '{') == 1)
            .Select(route => route.Replace("{slug}", slug, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
    ];
}
