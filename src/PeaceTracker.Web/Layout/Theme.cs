using Microsoft.AspNetCore.Http.HttpResults;
using PeaceTracker.Web.Features.SigningIn;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Layout;

/// <summary>Light or dark: the reader's system decides until the reader does. Kept in a cookie, so that the first byte is right.</summary>
public static class Theme
{
    private const string Plain = "theme";

    /// <summary>What the reader chose: "light", "dark", or null for the system's.</summary>
    public static string? Chosen(HttpContext? http) => http?.Request.Cookies[HostCookies.Name(http, Plain)] is ("light" or "dark") and var choice
        ? choice : null;

    /// <summary>The address that chooses <paramref name="choice"/> ("light", "dark", "system") and comes back to
    /// <paramref name="returnTo"/>.</summary>
    public static string Link(string choice, string returnTo) =>
        Site.At($"/theme/{choice}?returnTo={Uri.EscapeDataString(returnTo)}");

    /// <summary>Maps the switch. It is a link, so that it works without JavaScript; it changes nothing but the reader's own cookie.</summary>
    public static void MapTheme(this IEndpointRouteBuilder app) =>
        app.MapGet("/theme/{choice:regex(^(light|dark|system)$)}", RedirectHttpResult (HttpContext http, string choice, string? returnTo) =>
        {
            if (choice == "system")
                http.Response.Cookies.Delete(HostCookies.Name(http, Plain), Options(http, null));
            else
                http.Response.Cookies.Append(HostCookies.Name(http, Plain), choice, Options(http, TimeSpan.FromDays(365)));
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.LocalRedirect(Safe(returnTo));
        }).ExcludeFromDescription().AllowAnonymous();

    // A header holds ASCII alone; our own links send nothing else.
    private static string Safe(string? returnTo) =>
        RedirectHttpResult.IsLocalUrl(returnTo) && returnTo!.All(char.IsAscii) ? returnTo : Site.At("/");

    private static CookieOptions Options(HttpContext http, TimeSpan? age) =>
        new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = age };
}
