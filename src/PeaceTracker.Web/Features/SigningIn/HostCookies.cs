using Microsoft.AspNetCore.Authentication.Cookies;

namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>
/// Gives a cookie the prefix <c>__Host-</c> where the line is encrypted: no other host and no plain line can then set it in our
/// place. Browsers refuse such a cookie on a plain line, so there it has the plain name.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _inner.DeleteCookie(context, Name(context, key), options);

    /// <summary>What a cookie is called on the line of a request.</summary>
    public static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
