using Microsoft.Net.Http.Headers;
using PeaceTracker.Web.Features.SigningIn;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Answers strangers with kept documents before anything else is done for them: nobody is looked for, no route is matched, nothing is put together. A
/// document gets here only after it went all the way once, to somebody for whom nobody signed in vouched either.
/// </summary>
internal sealed class KeptAnswers(RequestDelegate next, DocumentState state, KeptDocuments documents)
{
    private static readonly PathString[] Reading = ["/negotiations", "/embed"];

    // Of these each answer has its own.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Date, HeaderNames.Server, HeaderNames.Connection, HeaderNames.TransferEncoding, HeaderNames.ContentLength, HeaderNames.ETag,
        HeaderNames.SetCookie, HeaderNames.Age,
    };

    public Task InvokeAsync(HttpContext http) => IsAsked(http) ? AnswerAsync(http) : next(http);

    // What names an origin is looked at by others, and whoever shows something is no stranger.
    private static bool IsAsked(HttpContext http)
    {
        var request = http.Request;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && (request.Path.Value is "/" || Array.Exists(Reading, path => request.Path.StartsWithSegments(path)))
            && request.Headers.Authorization.Count == 0 && request.Headers.Origin.Count == 0
            && http.User.Identity?.IsAuthenticated != true && !Sessions.MayBeIn(request);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        LinkAdditions.Drop(http.Request);
        var moment = await state.NowAsync(http.RequestAborted);
        var name = await state.NameAsync(http, moment, Packings.Of(http.Request, whole: true), null);
        if (documents.Find(name) is { SentWith: { } headers } document)
        {
            await WriteAsync(http, document, headers);
            return;
        }

        // Registered before all others, and so asked last: what it sees is what is sent.
        http.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            if (DocumentKeeping.MadeFor(http) is { } made && http.Response is { StatusCode: StatusCodes.Status200OK, Headers: var sent }
                && !sent.ContainsKey(HeaderNames.SetCookie))
            {
                made.SentWith =
                    [.. sent.Where(header => !Own.Contains(header.Key)).Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))];
            }

            return Task.CompletedTask;
        }, http);
        await next(http);
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
