using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PeaceTracker.Web.Hosting;

/// <summary>What load balancers and watchers ask: whether the process lives, and whether it can serve.</summary>
public static class Probes
{
    /// <summary>A health check with this tag decides whether the server is ready.</summary>
    public const string ReadyTag = "ready";

    /// <summary>Where they are asked.</summary>
    internal static readonly PathString Path = "/health";

    /// <summary>Registers them. They answer by whatever name or number they are asked, also where <c>AllowedHosts</c> is set.</summary>
    public static void AddProbes(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: [ReadyTag]);
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, BeforeHostFiltering>());
    }

    /// <summary>A name by which the server may be asked; null where any will do.</summary>
    public static string? AllowedName(IConfiguration configuration) =>
        configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            is [not "*" and var first, ..] ? first.Replace("*.", "probe.", StringComparison.Ordinal) : null;

    /// <summary>Maps them.</summary>
    public static void MapProbes(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(ReadyTag),
            ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
        }).AllowAnonymous();
    }

    // A probe asks by number, which is none of the names that are allowed. What it is told does not depend on the name.
    private sealed class BeforeHostFiltering(IConfiguration configuration) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            PathString inside = PublicAddress.PathOf(configuration) + Path;
            if (AllowedName(configuration) is { } allowed)
            {
                app.Use((http, following) =>
                {
                    if (http.Request.Path.StartsWithSegments(Path) || http.Request.Path.StartsWithSegments(inside))
                        http.Request.Host = new HostString(allowed);
                    return following(http);
                });
            }

            next(app);
        };
    }
}
