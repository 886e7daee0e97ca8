using System.Diagnostics;
using Serilog.Events;
using Serilog.Parsing;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Logs one line a request, files only where they fail and probes never: why a server is not ready is said once, elsewhere. The template is read
/// once, and nothing is gathered on the way.
/// </summary>
internal sealed class RequestLog(RequestDelegate next, Serilog.ILogger log)
{
    private static readonly MessageTemplate Line =
        new MessageTemplateParser().Parse("{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms");

    /// <summary>Whether an event is the line of a request.</summary>
    public static bool Is(LogEvent logEvent) => ReferenceEquals(logEvent.MessageTemplate, Line);

    public async Task InvokeAsync(HttpContext http)
    {
        // As it was asked: a refused post is answered with a page as if it had been read.
        var (began, method) = (Stopwatch.GetTimestamp(), http.Request.Method);
        try
        {
            await next(http);
        }
        catch (Exception fault)
        {
            Write(http, method, began, StatusCodes.Status500InternalServerError, fault);
            throw;
        }

        Write(http, method, began, http.Response.StatusCode, null);
    }

    /// <summary>Logs the line of a request; of one that failed with the fault.</summary>
    public static void Log(
        Serilog.ILogger log, string method, string path, int status, double milliseconds, string id, Exception? fault = null)
    {
        var level = fault is null && new PathString(path).StartsWithSegments(Probes.Path) ? LogEventLevel.Debug
            : fault is not null || status >= 500 ? LogEventLevel.Error
            : status < 400 && IsRoutine(path) ? LogEventLevel.Debug
            : LogEventLevel.Information;
        if (log.IsEnabled(level))
        {
            log.Write(new LogEvent(
                TimeProvider.System.GetLocalNow(), level, fault, Line,
                [
                    Named("RequestMethod", method), Named("RequestPath", path), Named("StatusCode", status), Named("Elapsed", milliseconds),
                    Named("RequestId", id),
                ]));
        }
    }

    private void Write(HttpContext http, string method, long began, int status, Exception? fault) => Log(
        log, method, http.Request.Path.Value ?? "", status, Stopwatch.GetElapsedTime(began).TotalMilliseconds, http.TraceIdentifier,
        fault);

    private static LogEventProperty Named(string name, object value) => new(name, new ScalarValue(value));

    private static bool IsRoutine(PathString path) =>
        path.StartsWithSegments(Telemetry.Path) || path.StartsWithSegments("/_framework") || Path.HasExtension(path.Value);
}
