using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>What passkeys are made for, and what is asked of them.</summary>
internal static class PasskeySettings
{
    private const string ServerDomain = "PeaceTracker:Passkeys:ServerDomain";

    public static void AddPasskeys(this IServiceCollection services, IConfiguration configuration)
    {
        var domain = configuration[ServerDomain] is { Length: > 0 } set ? set : null;
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = domain;
            // It stands for a password and a second factor: the device asks for a finger, a face or a PIN each time.
            options.UserVerificationRequirement = "required";
            // The device knows the account, so that nothing has to be typed.
            options.ResidentKeyRequirement = "required";
            options.AuthenticatorTimeout = PasskeyStates.Lifetime;
            // The page that the browser was on has to be one of the address that was asked, and not framed by another site.
            options.ValidateOrigin = context => ValueTask.FromResult(
                !context.CrossOrigin
                && Uri.TryCreate(context.Origin, UriKind.Absolute, out var theirs)
                && Uri.TryCreate($"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host.Value}", UriKind.Absolute, out var ours)
                && Uri.Compare(theirs, ours, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0);
        });
    }

    /// <summary>
    /// Throws <see cref="StoreRefusal"/> where the setting is no name of a server: no passkey could be made, and nobody would see why.
    /// </summary>
    public static void Check(IdentityPasskeyOptions options)
    {
        if (options.ServerDomain is { } domain && Uri.CheckHostName(domain) != UriHostNameType.Dns)
        {
            throw new StoreRefusal(
                $"The setting {ServerDomain} is “{domain}”, which is not the name of a server. "
                    + "Set it to the name that browsers use, without scheme and port, such as board.example.org, or leave it out.");
        }
    }
}
