using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Webhooks;

/// <summary>Puts webhooks into a program that has the store and accounts.</summary>
public static class WebhooksSetup
{
    /// <summary>Registers what keeps, makes and sends deliveries; who sends them when is up to the program.</summary>
    public static IServiceCollection AddPeaceTrackerWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(WebhookSettings.Of(configuration));
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookDesk>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<IForgets>(provider => provider.GetRequiredService<WebhookQueue>());
        services.AddSingleton<WebhookCall>();
        return services;
    }
}
