using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Web.Hosting;

/// <summary>What watchers of the program are told: for Prometheus at an address, or sent by OTLP. Both are off unless they are set.</summary>
public static class Telemetry
{
    /// <summary>Whether <see cref="Path"/> answers.</summary>
    public const string PrometheusSetting = "PeaceTracker:Metrics";

    /// <summary>Where Prometheus asks.</summary>
    public const string Path = "/metrics";

    // The name by which OpenTelemetry's own documentation has it set, for every program alike.
    private const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Meters =
    [
        Measures.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Components.Server.Circuits",
        "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql",
    ];

    private static readonly Meter Meter = new(Measures.Name);

    private static readonly Counter<long> Documents =
        Meter.CreateCounter<long>("peacetracker.documents", "{document}", "Documents that readers were given, kept or rendered for them.");

    /// <summary>Registers what is asked for; where nothing is, nobody listens and nothing is measured.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var (prometheus, otlp) = (IsForPrometheus(builder.Configuration), builder.Configuration[OtlpSetting] is { Length: > 0 });
        if (!prometheus && !otlp)
        {
            return;
        }

        builder.Services.AddSingleton<OpenLines>();
        var telemetry = builder.Services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters).AddMeter(OpenLines.Name);
            if (prometheus)
            {
                metrics.AddPrometheusExporter();
            }
        });
        if (otlp)
        {
            telemetry.WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource(Measures.Name)).UseOtlpExporter();
        }
    }

    /// <summary>Maps the address for Prometheus, where it is set.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        app.Services.GetService<OpenLines>();
        if (IsForPrometheus(app.Configuration))
        {
            app.MapPrometheusScrapingEndpoint(Path).AllowAnonymous();
        }
    }

    /// <summary>A document was given as it was kept.</summary>
    internal static void Kept() => Documents.Add(1, KeyValuePair.Create<string, object?>("kept", true));

    /// <summary>A document was rendered.</summary>
    internal static void Rendered() => Documents.Add(1, KeyValuePair.Create<string, object?>("kept", false));

    private static bool IsForPrometheus(IConfiguration configuration) =>
        bool.TryParse(configuration[PrometheusSetting], out var wanted) && wanted;

    // The lines that are open in this program, and not in others of the process.
    private sealed class OpenLines
    {
        public const string Name = $"{Measures.Name}.Lines";

        public OpenLines(IMeterFactory meters, OpenStreams streams, OpenCircuits circuits)
        {
            var meter = meters.Create(Name);
            meter.CreateObservableUpDownCounter("peacetracker.streams", () => streams.Count, "{stream}", "Pages that follow what changes.");
            meter.CreateObservableUpDownCounter("peacetracker.circuits", () => circuits.Count, "{circuit}", "Pages for editing that are open.");
        }
    }
}
