using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using MudBlazor.Services;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Web.Features.Editing;

namespace PeaceTracker.Web.Hosting;

/// <summary>What the pages where editors and administrators work need besides a document: a circuit, and who sits at its other end.</summary>
public static class Circuits
{
    // A form's longest text has 2,000 characters; a message holds one event. The rest is room, not an invitation.
    private const int LongestMessage = 128 * 1024;

    /// <summary>Registers circuits, the component library and the account's state in a circuit.</summary>
    public static void AddCircuits(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents()
            .AddInteractiveServerComponents(options =>
            {
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
                options.DisconnectedCircuitMaxRetained = 50;
            })
            .AddHubOptions(options => options.MaximumReceiveMessageSize = LongestMessage);
        builder.Services.AddMudServices();
        builder.Services.AddScoped<Notices>();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddSingleton<OpenCircuits>();
        builder.Services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        builder.Services.AddScoped<CircuitHandler, CircuitWatch>();
        builder.Services.AddSingleton<StillSignedIn>(services => services.GetRequiredService<AccountPrincipals>().StandsAsync);
    }

    /// <summary>Signs an account's circuits off as soon as what it may do has changed, and a session's as soon as that has ended.</summary>
    public static void UseSignOff(this WebApplication app)
    {
        var (bus, circuits) = (app.Services.GetRequiredService<AccountBus>(), app.Services.GetRequiredService<OpenCircuits>());
        bus.Moved += accountId => circuits.SignOff(accountId);
        bus.SessionEnded += session => circuits.SignOffSession(session);
    }

    /// <summary>Lets pages be interactive. No compression: what is typed and what is shown go over the line together.</summary>
    public static RazorComponentsEndpointConventionBuilder AddCircuitRenderMode(this RazorComponentsEndpointConventionBuilder pages) =>
        pages.AddInteractiveServerRenderMode(options =>
        {
            options.DisableWebSocketCompression = true;
            options.ContentSecurityFrameAncestorsPolicy = null; // SecurityHeaders says it, for every answer
        });
}
