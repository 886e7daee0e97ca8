using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Web.Features.SigningIn;
using PeaceTracker.Web.Layout;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Makes each document once and keeps it: for strangers whole, for those who are signed in one for each role, with a place for what is theirs.
/// Who may read was asked before. See docs/decisions/0005 and 0050.
/// </summary>
internal sealed class DocumentKeeping(
    RequestDelegate next, DocumentState state, KeptDocuments documents, YourPart yours, IConfiguration settings)
{
    private const int LargestDocument = 1024 * 1024;
    private const string EnhancedNavigation = "blazor-enhanced-nav";
    private static readonly PathString[] Personal = ["/account", "/admin"];
    private static readonly byte[] Place = Encoding.UTF8.GetBytes(YourPart.Place);
    private static readonly object Made = new();

    // Of these each answer says its own.
    private static readonly HashSet<string> Said = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.SetCookie, HeaderNames.CacheControl, HeaderNames.Pragma, HeaderNames.ETag, HeaderNames.Vary, HeaderNames.ContentLength,
    };

    /// <summary>The document that was made for a request and is kept; null where there is none.</summary>
    public static KeptDocument? MadeFor(HttpContext http) => http.Items.TryGetValue(Made, out var made) ? made as KeptDocument : null;

    public Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<KeptAsDocument>() is null)
        {
            return next(http);
        }

        var page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        return AlivePage.Is(page) ? next(http) : AnswerAsync(http, page);
    }

    private async Task AnswerAsync(HttpContext http, Type? page)
    {
        // What went wrong is said to whoever asked and kept for nobody; and the store, which may be what failed, is not asked for its name.
        if (http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            if (http.User.Identity?.IsAuthenticated != true)
            {
                http.Response.OnStarting(() =>
                {
                    FormCookie.TakeOut(http.Response);
                    return Task.CompletedTask;
                });
            }

            await next(http);
            return;
        }

        // A form that posts belongs to the one browser that asked for it.
        var personal = Array.Exists(Personal, path => http.Request.Path.StartsWithSegments(path));
        var role = RoleOf(http.User);
        var shared = HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Authorization.Count == 0 && !personal
            && (http.User.Identity?.IsAuthenticated != true || (role is not null && typeof(ISharedDocument).IsAssignableFrom(page)));
        var moment = await state.NowAsync(http.RequestAborted);
        http.Response.OnStarting(() =>
        {
            SayHowLong(http, personal, shared && role is null, moment);
            return Task.CompletedTask;
        });
        if (!shared)
        {
            Telemetry.Rendered();
            await next(http);
            return;
        }

        var packing = Packings.Of(http.Request, whole: role is null);
        var name = await state.NameAsync(http, moment, packing, role);
        var tag = role is null ? state.Tag(name) : null;
        if (tag is not null && KeptDocument.Knows(http.Request, tag))
        {
            Telemetry.Kept();
            // The tag names all that the document is made from: whoever has it has this one, whether it is still kept here or not.
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            http.Response.Headers.ETag = $"\"{tag}\"";
            return;
        }

        var kept = documents.Find(name);
        for (; kept is null; kept = documents.Find(name))
        {
            if (documents.Begin(name) is not { } other)
            {
                await MakeAsync(http, name, new Making(moment, packing, role, tag));
                return;
            }

            if (!await other.WaitAsync(http.RequestAborted))
            {
                await next(http); // one that can't be kept
                return;
            }
        }

        Telemetry.Kept();
        http.Items[Made] = kept;
        await WriteAsync(http, kept);
    }

    private async Task MakeAsync(HttpContext http, string name, Making making)
    {
        Telemetry.Rendered();
        KeptDocument? document = null, kept = null;
        try
        {
            using var html = new CapturedBody();
            var whole = await RenderAsync(http, html, making.Role);
            if (html.Length > 0)
            {
                document = Packed(http, html.Written.Span, making);
                // A change that came while it was rendered may be on it or not: it is not kept under the number of before. So with the mark.
                if (whole && http.Response.StatusCode == StatusCodes.Status200OK && html.Length <= LargestDocument && state.Still(making.Moment))
                {
                    http.Items[Made] = kept = document;
                }
            }
        }
        finally
        {
            // Before it is sent: those who wait for it wait for no slow line of whoever asked first.
            documents.End(name, kept);
        }

        // Of what is empty those who stand around say what there is to say.
        if (document is not null)
        {
            await WriteAsync(http, document);
        }
    }

    // Renders without sending; false where it sets a cookie of its own. Packed it is afterwards, once.
    private async Task<bool> RenderAsync(HttpContext http, CapturedBody html, string? role)
    {
        var (request, response) = (http.Request, http.Response);
        var (body, accepts, person, before) = (
            http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), request.Headers.AcceptEncoding, http.User, response.Headers.SetCookie);
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(html));
        request.Headers.AcceptEncoding = default;
        var features = http.Features.Select(feature => feature.Key).ToHashSet();
        if (role is not null)
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "role"));
            YourPart.LeaveOpen(http);
        }

        try
        {
            await next(http);
            await response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Features.Set(body);
            request.Headers.AcceptEncoding = accepts;
            http.User = person;
            YourPart.Close(http);
            // What was noted for a reader without a name, a token for forms above all, is none for this one.
            foreach (var noted in http.Features.Select(feature => feature.Key).Where(key => !features.Contains(key)).ToList())
            {
                http.Features[noted] = null;
            }
        }

        // Since some pages are alive, every rendered one is given the cookie that forms need. A document that is kept for all holds no form, and one
        // reader's cookie is not another's.
        FormCookie.TakeOut(response);
        return response.Headers.SetCookie.All(cookie => before.Contains(cookie));
    }

    private static KeptDocument Packed(HttpContext http, ReadOnlySpan<byte> html, Making making)
    {
        var document = new KeptDocument(
            making.Tag, making.Packing,
            [.. http.Response.Headers.Where(h => !Said.Contains(h.Key)).Select(h => AsScriptsWantIt(h.Key, h.Value.ToString()))]);
        if (making.Role is null)
        {
            return document.With(html);
        }

        var place = html.IndexOf(Place);
        return place < 0 ? document.With(html, []) : document.With(html[..place], html[(place + Place.Length)..]);
    }

    // The script in the browser wants this header's value as it was sent: otherwise each navigation would end as a full page load.
    private static KeyValuePair<string, string> AsScriptsWantIt(string name, string value) =>
        new(name, name == EnhancedNavigation ? "allow" : value);

    private async Task WriteAsync(HttpContext http, KeptDocument document)
    {
        var response = http.Response;
        foreach (var (name, value) in document.Headers)
        {
            response.Headers[name] = value;
        }

        response.Headers.Pragma = default;
        var packed = document.Bytes;
        var bytes = document.Tag is null ? document.BytesWith(Encoding.UTF8.GetBytes(await yours.OfAsync(http))) : packed.Bytes;
        response.Headers.ETag = packed.Tag;
        response.Headers.ContentEncoding = document.Packing switch { Packing.None => null, Packing.Gzip => "gzip", Packing.Brotli => "br" };
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private void SayHowLong(HttpContext http, bool personal, bool forStrangers, StoreMoment moment)
    {
        var (status, headers) = (http.Response.StatusCode, http.Response.Headers);
        var kept = forStrangers && status is StatusCodes.Status200OK or StatusCodes.Status304NotModified && headers.SetCookie.Count == 0;
        headers.CacheControl = personal ? KeptElsewhere.Nowhere
            : kept && moment.AwaySince is null && KeptElsewhere.IsCited(http, settings) ? KeptElsewhere.ForEver
            : KeptElsewhere.Present(settings, isOpen: kept);
        if (!kept || !state.Still(moment))
        {
            headers.Remove(HeaderNames.ETag);
        }

        headers.Vary = "Accept-Encoding, Cookie, Accept";
    }

    /// <summary>The one role of somebody who is signed in; null where there is none.</summary>
    public static string? RoleOf(ClaimsPrincipal person) => person.Identity?.IsAuthenticated == true
        && person.FindAll(ClaimTypes.Role).ToList() is [{ Value: var role }] && AccountRoles.Find(role) is not null ? role : null;

    private sealed record Making(StoreMoment Moment, Packing Packing, string? Role, string? Tag);
}

/// <summary>Says of an endpoint that what it answers is a document that is kept.</summary>
internal sealed class KeptAsDocument
{
    /// <summary>The one there is.</summary>
    public static KeptAsDocument Mark { get; } = new();
}
