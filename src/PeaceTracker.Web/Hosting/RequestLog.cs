using System.Diagnostics;
using Serilog.Core;
using Serilog.Events;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Logs one line a request, files only where they fail and probes never: why a server is not ready is said once, elsewhere.
/// </summary>
internal sealed class RequestLog(RequestDelegate next, Serilog.ILogger log, RequestLines lines, IConfiguration settings)
{
    // By the name of the package whose lines they would be otherwise, they can be left out. See docs/operations.md.
    private readonly Serilog.ILogger _named = log.ForContext(Constants.SourceContextPropertyName, "Serilog.AspNetCore");

    // Who has set more than levels, as another place to write to, wants events.
    private readonly bool _asEvents = settings.GetSection("Serilog").GetChildren()
        .Any(part => !part.Key.Equals("MinimumLevel", StringComparison.OrdinalIgnoreCase));

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

    private void Write(HttpContext http, string method, long began, int status, Exception? fault)
    {
        var path = http.Request.Path;
        var level = fault is null && path.StartsWithSegments(Probes.Path) ? LogEventLevel.Debug
            : fault is not null || status >= 500 ? LogEventLevel.Error
            : status < 400 && IsRoutine(path) ? LogEventLevel.Debug
            : LogEventLevel.Information;
        if (!_named.IsEnabled(level))
        {
            return;
        }

        var line = new RequestLine(
            TimeProvider.System.GetUtcNow().UtcDateTime, method, path.Value ?? "", status, Stopwatch.GetElapsedTime(began).TotalMilliseconds,
            http.TraceIdentifier);
        if (level == LogEventLevel.Information && !_asEvents)
        {
            lines.Add(line);
        }
        else
        {
            log.Write(line.Event(level, fault));
        }
    }

    private static bool IsRoutine(PathString path) =>
        path.StartsWithSegments(Telemetry.Path) || path.StartsWithSegments("/_framework") || Path.HasExtension(path.Value);
}
