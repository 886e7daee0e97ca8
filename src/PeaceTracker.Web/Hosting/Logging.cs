using PeaceTracker.Services.Data;
using Serilog;
using Serilog.Events;

namespace PeaceTracker.Web.Hosting;

/// <summary>The log: readable on the console, compact JSON in a file a day under the data folder.</summary>
public static class Logging
{
    /// <summary>Sends all logging through Serilog. Levels can be set under <c>Serilog:MinimumLevel</c>.</summary>
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var file = new LogFile(Path.Combine(StoreSetup.FolderOf(builder.Configuration, builder.Environment.ContentRootPath), "logs"));
        builder.Services.AddSingleton(file);
        var (console, files) = (new GatheredLines(ConsoleLine.Write), new GatheredLines(file.Write, file));
        builder.Services.AddSingleton(new RequestLines([console, files]));
        // Not by the logger that a process has for all: two hosts in one process would write into each other's files.
        builder.Services.AddSerilog(log => log
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            // Says at each new key that it is not encrypted on disk; the folder's rights protect it: see docs/decisions/0009.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
            // A form cookie that can't be read is a stranger's or an old one's: the request is answered with 400, and its line says so.
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)
            // Not ready because it has just begun is no news.
            .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Error)
            // Says which name a request came by where AllowedHosts refuses it.
            .MinimumLevel.Override("Microsoft.AspNetCore.HostFiltering", LogEventLevel.Information)
            // Where nothing of it is logged, it does not give each request a trace and a scope before anybody looks at it: see RequestNames.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
            // What a program asks wrongly is said to it; the line of its request is enough here.
            .MinimumLevel.Override("ModelContextProtocol", LogEventLevel.Error)
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .Enrich.With<RequestNames>()
            .Enrich.With<VisibleValues>()
            .WriteTo.Sink(console)
            .WriteTo.Sink(files), preserveStaticLogger: true);
    }

    /// <summary>
    /// Logs one line a request; opens the log's file once the server has started.
    /// </summary>
    public static void UseRequestLog(this WebApplication app)
    {
        var file = app.Services.GetRequiredService<LogFile>();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            if (file.Open() is { } fault)
                app.Logger.LogWarning("The log is not kept in a file, because its folder can’t be written to: {Fault}", fault);
        });
        app.UseMiddleware<RequestLog>();
    }
}
