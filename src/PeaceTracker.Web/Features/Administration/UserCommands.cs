using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Web.Features.Administration;

/// <summary>Runs <c>users …</c> instead of the server.</summary>
public static class UserCommands
{
    /// <summary>Starts the store, carries the command out and ends; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.ClearProviders(); // what is printed is the answer
        builder.Services.AddPeaceTrackerStore(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddPeaceTrackerAccounts(builder.Configuration);
        builder.Services.AddAuthentication(); // nobody signs in here, but "dotnet run" checks that all services could be made
        await using var app = builder.Build();
        try
        {
            await app.Services.StartStoreAsync(null);
            return await app.Services.GetRequiredService<AccountCommands>()
                .RunAsync(arguments[1..], Console.Out, Console.Error, CancellationToken.None);
        }
        catch (StoreRefusal refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
