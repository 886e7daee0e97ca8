using Microsoft.AspNetCore.Connections;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Features.Administration;
using PeaceTracker.Web.Features.Changes;
using PeaceTracker.Web.Features.Negotiations;
using PeaceTracker.Web.Hosting;

if (args is ["users", ..])
{
    return await UserCommands.RunAsync(args);
}

if (args is ["verify", ..])
{
    return await Verification.RunAsync(args);
}

if (args is ["export" or "import", ..])
{
    return await FileCommands.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddAddress();
builder.AddLogging();
builder.AddDocuments();
builder.Services.AddPeaceTrackerStore(builder.Configuration, builder.Environment.ContentRootPath);
builder.Services.AddPeaceTrackerAccounts(builder.Configuration);

await using var app = builder.Build();
try
{
    await app.Services.StartStoreAsync(Seeds.NamedIn(args), app.Lifetime.ApplicationStopping);
    await app.Services.StartAccountsAsync(app.Lifetime.ApplicationStopping);
}
catch (StoreRefusal refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}

app.UseSignOff();
app.UseDocuments();
app.MapDocuments();
try
{
    await app.RunAsync();
    return 0;
}
catch (IOException fault) when (fault.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{fault.Message} End what uses it, or give another address with --urls http://localhost:5081.");
    return 1;
}
