using System.Reflection;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Web.Tests.Pages;

namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>The reading pages of both negotiations, as the program's routes name them, and what some show only when they are asked.</summary>
public static class Pages
{
    // What is found, what is compared, other views of a page, other days: none of it has a route of its own.
    private static readonly string[] Asked =
    [
        "/?asOf=2025-06-01",
        "/negotiations/example?asOf=2024-07-31&knownAt=2024-07-31",
        "/negotiations/example/agendas?view=links",
        "/negotiations/example/agendas?view=paths",
        "/negotiations/example/changes?from=2024-12-31&to=2025-09-12",
        "/negotiations/example/claims?compare=eighty-of-issues,not-even-half",
        "/negotiations/example/issues?dyad=elorie-nahrazan",
        "/negotiations/example/search?q=red+line",
        .. ReadingRoutes.Files.Select(file => $"/negotiations/{file.Slug}/search?q=a"),
    ];

    /// <summary>The pages of an account and of administration.</summary>
    public static IReadOnlyList<string> SignedIn { get; } =
    [
        .. typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)
            .Where(route => (route.StartsWith("/account", StringComparison.Ordinal) || route.StartsWith("/admin", StringComparison.Ordinal))
                && !route.Contains('{', StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> All => [.. ReadingRoutes.OneOfEach, .. Asked];
}
