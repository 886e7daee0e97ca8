using PeaceTracker.Services.Webhooks;

namespace PeaceTracker.Web.Features.Webhooks;

/// <summary>Puts webhooks into the server.</summary>
public static class WebhooksStart
{
    /// <summary>Registers what makes and sends deliveries.</summary>
    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services.AddPeaceTrackerWebhooks(builder.Configuration);
        builder.Services.AddSingleton<WebhookBody>();
        builder.Services.AddSingleton<WebhookSending>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<WebhookSending>());
    }
}
