using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Hosting;

/// <summary>Takes out of a request what is no part of its question, and refuses one that names no host.</summary>
public static class RequestTidying
{
    // A crawler has no business there; besides these, each filter, order and date is an address.
    private static readonly PathString[] NotForCrawlers =
    [
        "/account", "/admin", "/live", "/theme", "/_blazor", Telemetry.Path,
        "/to-do", "/new-negotiation",
    ];

    /// <summary>Answers 400 where the host is missing or impossible, drops what was added to links, and tells crawlers where not to go on.</summary>
    public static void UseRequestTidying(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var request = http.Request;
        if (!request.Host.HasValue || !Uri.TryCreate($"{request.Scheme}://{request.Host.Value}/", UriKind.Absolute, out _))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            http.Response.ContentType = "text/plain; charset=utf-8";
            return http.Response.WriteAsync("The request names no valid host.", http.RequestAborted);
        }

        LinkAdditions.Drop(request);
        if (request.QueryString.HasValue || Array.Exists(NotForCrawlers, path => request.Path.StartsWithSegments(path)))
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
                return Task.CompletedTask;
            });
        }

        return next(http);
    });

    /// <summary>Maps the file that crawlers ask for first: the pages as they are now, and nothing with a question in its address.</summary>
    public static void MapRobots(this IEndpointRouteBuilder app) => app.MapGet("/robots.txt", (HttpContext http) =>
    {
        var root = http.Request.PathBase.Value;
        var lines = NotForCrawlers.Select(path => $"Disallow: {root}{path}")
            .Prepend("User-agent: *").Append($"Disallow: {root}/*?").Append($"Disallow: {root}/negotiations/*/edit").Append("");
        return Results.Text(string.Join('\n', lines), "text/plain");
    }).AllowAnonymous();
}
