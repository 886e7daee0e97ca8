using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Hosting;

/// <summary>Where the server listens when nothing else is said.</summary>
public static class Address
{
    /// <summary>The address without settings.</summary>
    public const string Default = "http://localhost:5080";

    /// <summary>Listens on <see cref="Default"/> unless a setting, an argument or the environment names an address.</summary>
    public static void AddAddress(this WebApplicationBuilder builder)
    {
        string[] settings = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        if (settings.All(s => string.IsNullOrEmpty(builder.Configuration[s])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(Default);
    }

    /// <summary>Prints where to point the browser as soon as the first page is made.</summary>
    public static void PrintAddress(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() => _ = PrintAsync(app));

    private static async Task PrintAsync(WebApplication app)
    {
        var server = app.Services.GetRequiredService<IServer>();
        await app.Services.GetRequiredService<FirstPage>().MakeAsync(server, app.Logger);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(address => address + Site.At("")) ?? [];
        app.Logger.LogInformation("PeaceTracker is ready: open {Address}", string.Join(" or ", addresses));
    }
}
