using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;

namespace PeaceTracker.Web.Features.Negotiations;

/// <summary>Runs <c>export …</c> and <c>import …</c> instead of the server.</summary>
public static class FileCommands
{
    /// <summary>Carries the command out and ends; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.ClearProviders(); // what is printed is the answer
        builder.Services.AddPeaceTrackerStore(builder.Configuration, builder.Environment.ContentRootPath);
        await using var app = builder.Build();
        try
        {
            var words = arguments[1..];
            return arguments[0] == "export"
                ? await app.Services.GetRequiredService<ExportCommand>().RunAsync(words, Console.Out, Console.Error, CancellationToken.None)
                : await app.Services.GetRequiredService<ImportCommand>().RunAsync(words, Console.Out, Console.Error, CancellationToken.None);
        }
        catch (StoreRefusal refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
