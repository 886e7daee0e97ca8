using Microsoft.AspNetCore.Diagnostics;
using Serilog.Core;
using Serilog.Events;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Gives all that is logged while a request is answered its name and the path for which it was asked. It looks for them when there is something to
/// log, so that a request of which nothing is logged pays nothing.
/// </summary>
internal sealed class RequestNames : ILogEventEnricher
{
    // All of them see the same request.
    private readonly HttpContextAccessor _requests = new();

    /// <inheritdoc />
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (_requests.HttpContext is { } http)
        {
            logEvent.AddPropertyIfAbsent(new("RequestId", new ScalarValue(http.TraceIdentifier)));
            logEvent.AddPropertyIfAbsent(new("RequestPath", new ScalarValue(PathOf(http))));
        }
    }

    // The page that says what went wrong has an address of its own.
    private static string? PathOf(HttpContext http) => http.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? http.Request.Path.Value;
}
