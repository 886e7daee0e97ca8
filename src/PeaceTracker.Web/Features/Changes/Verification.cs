using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>Runs <c>verify</c> instead of the server.</summary>
public static class Verification
{
    /// <summary>
    /// Checks the changes of the store and ends; returns the exit code. The store is not started, so nothing is made or brought up to date.
    /// </summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.ClearProviders(); // what is printed is the answer
        builder.Services.AddPeaceTrackerStore(builder.Configuration, builder.Environment.ContentRootPath);
        await using var app = builder.Build();
        try
        {
            return await app.Services.GetRequiredService<VerifyCommand>().RunAsync(Console.Out, Console.Error, CancellationToken.None);
        }
        catch (StoreRefusal refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
