using System.Collections.Concurrent;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Refuses other sites the connections that stay open: a browser lets any page open one here with the reader's cookies, and says
/// only in the Origin header which page it was. A request without that header comes from no page of another site.
/// </summary>
public static class SameOrigin
{
    /// <summary>The paths that are refused to other sites: the live streams and the circuits of editors.</summary>
    private static readonly PathString[] Paths = ["/live", "/_blazor"];

    private const int MostTold = 20;
    private static readonly ConcurrentDictionary<(string Expected, string Came), bool> Told = [];

    /// <summary>Answers 403 under <see cref="Paths"/> where the Origin is another one. Belongs before routing.</summary>
    public static void UseSameOrigin(this IApplicationBuilder app) =>
        app.Use((http, next) =>
        {
            if (Allows(http.Request) || !Array.Exists(Paths, path => http.Request.Path.StartsWithSegments(path)))
            {
                return next(http);
            }

            Tell(http);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            http.Response.ContentType = "text/plain; charset=utf-8";
            return http.Response.WriteAsync("This address answers only pages of this site.", http.RequestAborted);
        });

    // Each pair once: whoever set a proxy up wrongly sees why pages for editing don't come alive, and a stranger fills no log.
    private static void Tell(HttpContext http)
    {
        var (expected, came) = ($"{http.Request.Scheme}://{http.Request.Host.Value}", http.Request.Headers.Origin.ToString());
        if (Told.Count < MostTold && Told.TryAdd((expected, came), true))
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SameOrigin)).LogWarning(
                "A page of {Origin} was refused a line that only pages of {Expected} get. If it is this site, the proxy in front does not pass on "
                    + "scheme, host or port: set PeaceTracker:PublicAddress to {Origin}", came, expected, came);
        }
    }

    /// <summary>
    /// Whether a request names no origin, or the scheme, host and port by which it was itself made. Behind a proxy these are the
    /// browser's only where the proxy's forwarded headers are believed (<c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>).
    /// </summary>
    public static bool Allows(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        || (request.Headers.Origin is [{ } origin]
            && Uri.TryCreate(origin, UriKind.Absolute, out var theirs)
            && Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var ours)
            && Uri.Compare(theirs, ours, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0);
}
