using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Layout;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Keeps rendered documents for readers who are not signed in. The change number and the day are part of a document's key, so
/// that a kept one is never older than the store and nothing has to be evicted: documents of older numbers are simply not asked
/// for again, and make room. The key is also the document's strong ETag, so that whoever has it is answered with 304; a document whose
/// address names a change never changes, and may be kept anywhere for ever.
/// </summary>
internal sealed class DocumentCache(
    ChangeBus changes, NewestChange newest, StoreLine line, BoardReader boards, TimeProvider clock, IConfiguration settings) : IOutputCachePolicy
{
    private const string Begun = nameof(DocumentCache);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly PathString[] Personal = ["/account", "/admin"];
    private const string EnhancedNavigation = "blazor-enhanced-nav";

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (http.Request.Path.StartsWithSegments("/_blazor") || IsInteractive(http))
        {
            context.EnableOutputCaching = false;
            return;
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
        var number = await newest.NowAsync(http.RequestAborted);
        http.Items[Begun] = (number, line.AwaySince);
        var state = KeptElsewhere.NamesChange(http) ? await CitedAsync(number, http.RequestAborted) : await PresentAsync(number, http.RequestAborted);
        state = string.Join('|', [state, Theme.Chosen(http) ?? "", Navigation(http), Away()]);
        if (cacheable)
        {
            // Now, because the cache takes the headers down with the first byte; it answers 304 by what it took down.
            http.Response.Headers.ETag = Tag(http, state);
        }

        // What shows the present is asked for again each time: a cache elsewhere does not know the change number.
        http.Response.OnStarting(() =>
        {
            // Since some pages are alive, every rendered one is given the cookie that forms need. A document that is kept for all holds
            // no form, and one reader's cookie is not another's.
            if (cacheable)
            {
                http.Response.Headers.Remove(HeaderNames.SetCookie);
            }

            var kept = cacheable && http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified;
            http.Response.Headers.CacheControl = personal ? KeptElsewhere.Nowhere
                : kept && line.AwaySince is null && KeptElsewhere.IsCited(http, settings) ? KeptElsewhere.ForEver
                : KeptElsewhere.Present(settings);
            if (!kept || changes.Current != number)
            {
                http.Response.Headers.Remove(HeaderNames.ETag);
            }

            http.Response.Headers.Vary = "Accept-Encoding, Cookie, Accept";
            return Task.CompletedTask;
        });
        var key = context.CacheVaryByRules;
        key.QueryKeys = "*";
        key.HeaderNames = HeaderNames.AcceptEncoding;
        key.VaryByValues["state"] = state;
    }

    // A board that was taken off is gone at every moment, also where its address names a change.
    private async ValueTask<string> CitedAsync(long number, CancellationToken cancellation) =>
        $"cited {string.Join(' ', await boards.NotPublishedAsync(number, cancellation))}";

    // Beside the address: the state of the store and the days of its boards; an address that names a change does without both.
    private async ValueTask<string> PresentAsync(long number, CancellationToken cancellation)
    {
        var days = await boards.TodayAsync(number, clock.GetUtcNow().UtcDateTime, cancellation);
        return $"{number} {string.Join(' ', days.Select(day => day.ToString("O", CultureInfo.InvariantCulture)))}";
    }

    // What is shown while the database can't be reached says so, and is another document.
    private string Away() => line.AwaySince is { } since ? since.ToString("O", CultureInfo.InvariantCulture) : "";

    private static string Navigation(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains(EnhancedNavigation, StringComparison.Ordinal) ? "enhanced" : "";

    private string Tag(HttpContext http, string state) => KeptElsewhere.Tag(string.Join(
        '|', KeptElsewhere.Program, changes.History, http.Request.Host, http.Request.Path, http.Request.QueryString,
        http.Request.Headers.AcceptEncoding, state));

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
        // A change that came while it was rendered may be on it or not: it is not kept under the number of before. The same goes for the mark.
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.ContainsKey(HeaderNames.SetCookie)
            || !Equals(context.HttpContext.Items[Begun], (changes.Current, line.AwaySince)))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    // Such a page carries the marks from which a circuit is made, for one reader and a short time.
    private static bool IsInteractive(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.IsDefined(typeof(RenderModeAttribute), inherit: true) == true;
}
