using System.CommandLine;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Web.Hosting;

/// <summary>Carries one command out in the place of the server, with the settings that were given.</summary>
public sealed class CommandHost(IReadOnlyList<string> settings)
{
    /// <summary>
    /// Runs a command with the services of a store that is not started, and <paramref name="more"/>; returns its exit code, or 1 where the
    /// store refuses, which is said in a sentence.
    /// </summary>
    public async Task<int> RunAsync(ParseResult read, Func<IServiceProvider, Task<int>> command, Action<WebApplicationBuilder>? more = null)
    {
        if (Languages.Fault() is { } noLanguages)
        {
            await read.InvocationConfiguration.Error.WriteLineAsync(noLanguages);
            return 1;
        }

        var builder = ProgramBuilder.Make(settings);
        builder.Logging.ClearProviders(); // what is printed is the answer
        builder.Services.AddPeaceTrackerStore(builder.Configuration, builder.Environment.ContentRootPath);
        more?.Invoke(builder);
        await using var app = builder.Build();
        try
        {
            return await command(app.Services);
        }
        catch (StoreRefusal refusal)
        {
            await read.InvocationConfiguration.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
