using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

[assembly: HostingStartup(typeof(PeaceTracker.Benchmarks.Load.Control))]

namespace PeaceTracker.Benchmarks.Load;

/// <summary>
/// What the bench asks of the program from within: to save, and how much memory it holds. Only a program that the bench starts has it.
/// </summary>
public sealed class Control : IHostingStartup, IStartupFilter
{
    /// <inheritdoc />
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    /// <inheritdoc />
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, following) => http.Request.Path.Value switch
        {
            "/bench/save" => SaveAsync(http),
            "/bench/memory" => http.Response.WriteAsync(Held().ToString(CultureInfo.InvariantCulture)),
            _ => following(http),
        });
        next(app);
    };

    private static async Task SaveAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var command = new FiveStatusEvents(query["slug"].ToString(), int.Parse(query["number"].ToString(), CultureInfo.InvariantCulture));
        var result = await http.RequestServices.GetRequiredService<BoardEditor>().RunAsync(command, query["account"].ToString(), default);
        http.Response.StatusCode = result is SaveResult.Saved ? 200 : 500;
        await http.Response.WriteAsync(result is SaveResult.Saved saved ? saved.ChangeNumber.ToString(CultureInfo.InvariantCulture) : $"{result}");
    }

    private static long Held()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
