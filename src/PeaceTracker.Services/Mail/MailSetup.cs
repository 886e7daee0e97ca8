using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Mail;

/// <summary>Puts mail into a program that has the store and accounts.</summary>
public static class MailSetup
{
    /// <summary>Registers what people follow, what is to be told, and what hands it on.</summary>
    public static IServiceCollection AddPeaceTrackerMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(MailSettings.Of(configuration));
        services.AddSingleton<Outbox>();
        services.AddSingleton<IForgets>(provider => provider.GetRequiredService<Outbox>());
        services.AddSingleton<ReturnedMails>();
        services.AddSingleton<Follows>();
        services.AddSingleton<DigestReader>();
        services.AddSingleton<MailLine>();
        return services;
    }
}
