using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Layout;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Keeps rendered documents for readers who are not signed in. The change number and the day are part of a document's key, so
/// that a kept one is never older than the store and nothing has to be evicted: documents of older numbers are simply not asked
/// for again, and make room.
/// </summary>
internal sealed class DocumentCache(ChangeBus changes, TimeProvider clock) : IOutputCachePolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly PathString[] Personal = ["/account", "/admin"];
    private const string EnhancedNavigation = "blazor-enhanced-nav";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (http.Request.Path.StartsWithSegments("/_blazor") || IsInteractive(http))
        {
            context.EnableOutputCaching = false;
            return ValueTask.CompletedTask;
        }

        // A form that posts belongs to the one browser that asked for it.
        var personal = Array.Exists(Personal, path => http.Request.Path.StartsWithSegments(path));
        var cacheable = HttpMethods.IsGet(http.Request.Method)
            && !http.Request.Headers.ContainsKey(HeaderNames.Authorization)
            && http.User.Identity?.IsAuthenticated != true
            && !personal;
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = cacheable;
        context.ResponseExpirationTimeSpan = Longest;
        // What is kept is kept here alone: a cache elsewhere does not know the change number.
        http.Response.OnStarting(() =>
        {
            // Since some pages are alive, every rendered one is given the cookie that forms need. A document that is kept for all holds
            // no form, and one reader's cookie is not another's.
            if (cacheable)
            {
                http.Response.Headers.Remove(HeaderNames.SetCookie);
            }

            http.Response.Headers.CacheControl = personal ? "no-store" : "private, no-cache";
            http.Response.Headers.Vary = "Accept-Encoding, Cookie, Accept";
            return Task.CompletedTask;
        });
        var key = context.CacheVaryByRules;
        key.QueryKeys = "*";
        key.HeaderNames = HeaderNames.AcceptEncoding;
        key.VaryByValues["change"] = changes.Current.ToString(CultureInfo.InvariantCulture);
        key.VaryByValues["day"] = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).ToString("O", CultureInfo.InvariantCulture);
        key.VaryByValues["theme"] = Theme.Chosen(http) ?? "";
        key.VaryByValues["navigation"] = http.Request.Headers.Accept.ToString().Contains(EnhancedNavigation, StringComparison.Ordinal) ? "enhanced" : "";
        return ValueTask.CompletedTask;
    }

    // The cache gives this header's value back with a capital letter, and the script in the browser wants it as it was sent:
    // otherwise each navigation to a kept document would end as a full page load.
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.HttpContext.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            if (headers.ContainsKey(EnhancedNavigation))
            {
                headers[EnhancedNavigation] = "allow";
            }

            return Task.CompletedTask;
        }, context.HttpContext.Response);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.ContainsKey(HeaderNames.SetCookie))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    // Such a page carries the marks from which a circuit is made, for one reader and a short time.
    private static bool IsInteractive(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.IsDefined(typeof(RenderModeAttribute), inherit: true) == true;
}
