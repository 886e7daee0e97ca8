using System.Text;
using Microsoft.Net.Http.Headers;
using PeaceTracker.Web.Features.SigningIn;
using PeaceTracker.Web.Layout;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Answers with kept documents before anything else is done: no route is matched, nothing is put together. A document gets here only after it went
/// all the way once, to somebody of the same role, or to a stranger where it is a stranger's. See docs/decisions/0050 and 0071.
/// </summary>
internal sealed class KeptAnswers(RequestDelegate next, DocumentState state, KeptDocuments documents, EarlySessions sessions, YourPart yours)
{
    private static readonly PathString[] Reading = ["/negotiations", "/embed"];

    // Of these each answer has its own.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Date, HeaderNames.Server, HeaderNames.Connection, HeaderNames.TransferEncoding, HeaderNames.ContentLength, HeaderNames.ETag,
        HeaderNames.SetCookie, HeaderNames.Age, HeaderNames.Pragma,
    };

    public Task InvokeAsync(HttpContext http) =>
        !IsAsked(http) ? next(http) : Sessions.MayBeIn(http.Request) ? AnswerPersonAsync(http) : AnswerStrangerAsync(http);

    // What names an origin is looked at by others, and whoever shows a key is known by it.
    private static bool IsAsked(HttpContext http)
    {
        var request = http.Request;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && (request.Path.Value is "/" || Array.Exists(Reading, path => request.Path.StartsWithSegments(path)))
            && request.Headers.Authorization.Count == 0 && request.Headers.Origin.Count == 0
            && http.User.Identity?.IsAuthenticated != true;
    }

    private async Task AnswerStrangerAsync(HttpContext http)
    {
        if (await FindAsync(http, null) is { SentWith: { } headers } document)
        {
            await WriteAsync(http, document, headers);
            return;
        }

        await GoAllTheWayAsync(http);
    }

    private async Task AnswerPersonAsync(HttpContext http)
    {
        if (await sessions.FindAsync(http) is { } person && DocumentKeeping.RoleOf(person) is { } role
            && yours.KnownForm(person, http.Request.Cookies[HostCookies.Name(http, FormCookie.Name)]) is { } form
            && await FindAsync(http, role) is { SentWith: { } headers } document)
        {
            var part = await yours.OfAsync(person, form, http.RequestAborted);
            await WriteAsync(http, headers, document.BytesWith(Encoding.UTF8.GetBytes(part)));
            return;
        }

        await GoAllTheWayAsync(http);
    }

    private async ValueTask<KeptDocument?> FindAsync(HttpContext http, string? role)
    {
        LinkAdditions.Drop(http.Request);
        var moment = await state.NowAsync(http.RequestAborted);
        return documents.Find(await state.NameAsync(http, moment, Packings.Of(http.Request, whole: role is null), role));
    }

    // Registered before all others, and so asked last: what it sees is what is sent.
    private Task GoAllTheWayAsync(HttpContext http)
    {
        http.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            if (DocumentKeeping.MadeFor(http) is { SentWith: null } made
                && http.Response is { StatusCode: StatusCodes.Status200OK, Headers: var sent } && !sent.ContainsKey(HeaderNames.SetCookie))
            {
                made.SentWith =
                    [.. sent.Where(header => !Own.Contains(header.Key)).Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))];
            }

            return Task.CompletedTask;
        }, http);
        return next(http);
    }

    private static ValueTask WriteAsync(HttpContext http, KeyValuePair<string, string>[] headers, byte[] bytes)
    {
        Telemetry.Kept();
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? ValueTask.CompletedTask : http.Response.Body.WriteAsync(bytes);
    }

    private static ValueTask WriteAsync(HttpContext http, KeptDocument document, KeyValuePair<string, string>[] headers)
    {
        Telemetry.Kept();
        var response = http.Response;
        var there = KeptDocument.Knows(http.Request, document.Tag!);
        var packed = document.Bytes;
        foreach (var (name, value) in headers)
        {
            if (!there || !name.StartsWith("Content-", StringComparison.Ordinal) || name == HeaderNames.ContentSecurityPolicy)
            {
                response.Headers[name] = value;
            }
        }

        response.Headers.ETag = packed.Tag;
        if (there)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return ValueTask.CompletedTask;
        }

        response.ContentLength = packed.Bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? ValueTask.CompletedTask : response.Body.WriteAsync(packed.Bytes);
    }
}
