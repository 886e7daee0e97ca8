using System.Text.RegularExpressions;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// By which address people reach the server, where that is not what requests say of themselves: a proxy in front may give the site a path, and may
/// not pass on the scheme, the host or the port that the browser used.
/// </summary>
public static partial class PublicAddress
{
    private const string Setting = "PeaceTracker:PublicAddress";
    private const string PathSetting = "PeaceTracker:PathBase";

    /// <summary>What is wrong with the settings, in a sentence; null where nothing is.</summary>
    public static string? FaultOf(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } set && Of(configuration) is null)
            return $"{Setting} is “{set}”, which is not an address that a browser can open: write it as https://board.example.org.";
        var path = PathOf(configuration);
        return path.Length == 0 || Path().IsMatch(path) ? null
            : $"The path of the site is “{path}”: write {PathSetting} as /tracker, in letters, digits, “-”, “_” and “.”, "
                + "with a slash before each part.";
    }

    /// <summary>The path under which the site is, without a slash at its end; empty at the top of its host.</summary>
    public static string PathOf(IConfiguration configuration) =>
        (configuration[PathSetting] is { Length: > 0 } path ? path : Of(configuration)?.AbsolutePath ?? "").TrimEnd('/');

    /// <summary>
    /// Makes every request be one of the public address, path included, whether the proxy takes the path off or leaves it. Comes first.
    /// </summary>
    public static void UsePublicAddress(this WebApplication app)
    {
        var (address, path) = (Of(app.Configuration), new PathString(PathOf(app.Configuration)));
        app.Use((http, next) =>
        {
            if (address is not null)
                (http.Request.Scheme, http.Request.Host) = (address.Scheme, HostString.FromUriComponent(address));
            if (!path.HasValue)
                return next(http);
            if (http.Request.Path.StartsWithSegments(path, out var rest))
                http.Request.Path = rest;
            http.Request.PathBase = path;
            if (http.Request.Path.HasValue)
                return next(http);
            http.Response.Redirect(Site.At("/"));
            return Task.CompletedTask;
        });
    }

    private static Uri? Of(IConfiguration configuration) =>
        Uri.TryCreate(configuration[Setting], UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0
            ? address : null;

    [GeneratedRegex(@"^(/[A-Za-z0-9._-]+)+$")]
    private static partial Regex Path();
}
