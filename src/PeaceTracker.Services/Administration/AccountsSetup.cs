using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Administration;

/// <summary>Puts accounts, with signing in and administration, into a program that has the store.</summary>
public static class AccountsSetup
{
    /// <summary>Registers accounts and all that is done with them.</summary>
    public static IServiceCollection AddPeaceTrackerAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<AccountBus>();
        services.AddSingleton<AccountDirectory>();
        services.AddSigningIn(configuration);
        services.AddSingleton(configuration.GetSection("PeaceTracker:Setup").Get<SetupOptions>() ?? new SetupOptions());
        services.AddSingleton<AddressKeys>();
        services.AddSingleton<NewAccounts>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<AccountAdministration>();
        services.AddSingleton<TokenAdministration>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<AccountCommands>();
        services.AddSingleton<Forgetting>();
        services.AddHostedService(provider => provider.GetRequiredService<Forgetting>());
        return services;
    }

    /// <summary>Gets accounts ready once the store has started: the folder of the keys, and the first administrator or the code for one.</summary>
    public static async Task StartAccountsAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        services.StartSigningIn();
        await services.GetRequiredService<AddressKeys>().RenewAsync(cancellationToken);
        await services.GetRequiredService<FirstAdministrator>().StartAsync(cancellationToken);
    }
}
