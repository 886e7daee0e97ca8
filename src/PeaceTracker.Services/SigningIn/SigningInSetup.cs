using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using StoreOptions = PeaceTracker.Services.Data.StoreOptions;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Puts signing in into a program that has accounts: ASP.NET Core Identity over the store, and the keys that sign sessions.</summary>
internal static class SigningInSetup
{
    public static void AddSigningIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AccountPrincipals>();
        services.AddSingleton(new SecondFactorRule(configuration));
        services.AddSingleton(new ExternalSettings(configuration));
        services.AddScoped<ExternalSignIns>();
        services.AddSingleton<OpenSessions>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<ReplayGuard>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<PasswordConfirmation>();
        services.AddSingleton<CodeKeys>();
        services.AddSingleton<OwnCodes>();
        services.AddSingleton<OwnTokens>();
        services.AddSingleton<TokenSignIns>();
        services.AddSingleton<PasskeyStates>();
        services.AddScoped<SignIns>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<CodeSignIns>();
        services.AddScoped<OwnPasskeys>();
        services.AddScoped<PasskeySignIns>();
        services.AddIdentity();
        services.AddPasskeys(configuration);
        services.AddKeys();
    }

    /// <summary>Checks the settings and makes the folder of the keys.</summary>
    public static void StartSigningIn(this IServiceProvider services)
    {
        PasskeySettings.Check(services.GetRequiredService<IOptions<IdentityPasskeyOptions>>().Value);
        services.GetRequiredService<SecondFactorRule>().Check();
        services.GetRequiredService<ExternalSettings>().Check();
        if (!services.GetRequiredService<StoreLine>().IsShared)
        {
            MakeKeysFolder(services.GetRequiredService<StoreOptions>().KeysFolder);
        }
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Account>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3; // passkeys
            options.User.RequireUniqueEmail = true;
            // The store keeps no lock on an account: see SignInThrottle. What a password has to be is said by PasswordRules.
            options.Lockout.AllowedForNewUsers = false;
        })
            .AddUserStore<UserOnlyStore<Account, TrackerContext>>()
            .AddSignInManager<AccountSignIn>();
        services.AddSingleton<ILookupNormalizer, AddressNormalizer>();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>>(provider => provider.GetRequiredService<AccountPrincipals>());
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordHashing.Iterations);
        // For Identity's store alone, which lives as long as a request; everything else makes a context for each call.
        services.AddSingleton<GatedSaves>();
        services.AddScoped<TrackerContext>(provider =>
            provider.GetRequiredService<StoreDatabase>().NewContext(provider.GetRequiredService<GatedSaves>()));
    }

    // The keys that sign sessions and forms are in the data folder, so that a restart signs nobody out; in the store where processes share it, so
    // that each knows whom the others have signed in.
    private static void AddKeys(this IServiceCollection services)
    {
        services.AddSingleton<StoredKeys>();
        services.AddDataProtection().SetApplicationName("PeaceTracker");
        services.AddOptions<KeyManagementOptions>().Configure<StoreOptions, StoreLine, StoredKeys, ILoggerFactory>(
            (keys, store, line, stored, logs) =>
                keys.XmlRepository = line.IsShared ? stored : new FileSystemXmlRepository(new DirectoryInfo(store.KeysFolder), logs));
    }

    /// <summary>Makes the folder of the keys, which only its owner may open.</summary>
    internal static void MakeKeysFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(folder, OwnerOnly);
        File.SetUnixFileMode(folder, OwnerOnly);
    }
}
