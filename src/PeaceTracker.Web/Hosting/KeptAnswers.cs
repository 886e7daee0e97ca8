using System.Text;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Net.Http.Headers;
using PeaceTracker.Web.Features.SigningIn;
using PeaceTracker.Web.Layout;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Answers with kept documents before anything else is done: no route is matched, nothing is put together. A document gets here only after it went
/// all the way once, to somebody of the same role, or to a stranger where it is a stranger's. See docs/decisions/0050 and 0068.
/// </summary>
internal sealed class KeptAnswers(
    RequestDelegate next, DocumentState state, KeptDocuments documents, EarlySessions sessions, YourPart yours, TimeProvider clock,
    ILogger<KeptAnswers> logger)
{
    private static readonly PathString[] Reading = ["/negotiations", "/embed"];

    // Of these each answer has its own.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Date, HeaderNames.Server, HeaderNames.Connection, HeaderNames.TransferEncoding, HeaderNames.ContentLength, HeaderNames.ETag,
        HeaderNames.SetCookie, HeaderNames.Age, HeaderNames.Pragma,
    };

    // What fails at each request would fill the log.
    private static readonly TimeSpan SaidAgain = TimeSpan.FromMinutes(10);

    private long _said;

    public Task InvokeAsync(HttpContext http) => IsAsked(http) ? AnswerAsync(http) : next(http);

    // What names an origin is looked at by others, and whoever shows a key is known by it.
    private static bool IsAsked(HttpContext http)
    {
        var request = http.Request;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && (request.Path.Value is "/" || Array.Exists(Reading, path => request.Path.StartsWithSegments(path)))
            && request.Headers.Authorization.Count == 0 && request.Headers.Origin.Count == 0
            // Asked of the request itself, a stranger would be made first.
            && http.Features.Get<IHttpAuthenticationFeature>()?.User?.Identity?.IsAuthenticated != true;
    }

    // All that is asked of the store comes before the first byte: nobody stands around this who would say what failed.
    private async Task AnswerAsync(HttpContext http)
    {
        Found? found;
        try
        {
            found = Sessions.MayBeIn(http.Request) ? await FindForPersonAsync(http) : await FindAsync(http, null);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone, which is no fault.
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
#pragma warning disable CA1031 // On the long way it is said in words: what fails here fails there again, with all that stand around it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Say(fault);
            found = null;
        }

        if (found is not { Document: { SentWith: { } headers } document })
        {
            await GoAllTheWayAsync(http);
            return;
        }

        documents.Give(found.Name, document);
        Telemetry.Kept();
        await (found.Part is { } part ? WriteAsync(http, headers, document.BytesWith(part)) : WriteAsync(http, document, headers));
    }

    // A fault of this way alone would otherwise be seen by nobody: each page would be made anew, and be right.
    private void Say(Exception fault)
    {
        var (now, before) = (clock.GetUtcNow().UtcTicks, Interlocked.Read(ref _said));
        if (now - before >= SaidAgain.Ticks && Interlocked.CompareExchange(ref _said, now, before) == before)
        {
            logger.LogWarning(fault, "A kept page could not be looked for, and the request goes the long way");
        }
    }

    // By what the cookie says, and only where there is something to give is the store asked whether that still holds.
    private async ValueTask<Found?> FindForPersonAsync(HttpContext http) =>
        sessions.Find(http) is { } ticket && DocumentKeeping.RoleOf(ticket.Principal) is { } role
            && yours.KnownForm(ticket.Principal, http.Request.Cookies[HostCookies.Name(http, FormCookie.Name)]) is { } form
            && await FindAsync(http, role) is { } found && await sessions.StandsAsync(ticket, http.RequestAborted)
            ? found with { Part = Encoding.UTF8.GetBytes(await yours.OfAsync(ticket.Principal, form, http.RequestAborted)) }
            : null;

    private async ValueTask<Found?> FindAsync(HttpContext http, string? role)
    {
        LinkAdditions.Drop(http.Request);
        var moment = await state.NowAsync(http.RequestAborted);
        var name = await state.NameAsync(http, moment, Packings.Of(http.Request, whole: role is null), role);
        return documents.Look(name) is { SentWith: not null } document ? new Found(name, document, null) : null;
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
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? ValueTask.CompletedTask : http.Response.Body.WriteAsync(bytes);
    }

    private static ValueTask WriteAsync(HttpContext http, KeptDocument document, KeyValuePair<string, string>[] headers)
    {
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

    private sealed record Found(string Name, KeptDocument Document, byte[]? Part);
}
