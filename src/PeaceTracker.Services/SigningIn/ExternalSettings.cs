using Microsoft.Extensions.Configuration;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>
/// Another service that vouches for people by OpenID Connect, section <c>PeaceTracker:OpenIdConnect</c>, and whether accounts have passwords of
/// their own beside it.
/// </summary>
public sealed class ExternalSettings
{
    /// <summary>The section.</summary>
    public const string Section = "PeaceTracker:OpenIdConnect";

    /// <summary>The setting that switches passwords and passkeys off.</summary>
    public const string LocalSetting = "PeaceTracker:Access:LocalAccounts";

    private readonly IReadOnlyList<(AccountRole Role, string Value)> _roles;

    /// <summary>Reads the section.</summary>
    public ExternalSettings(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        (Authority, ClientId, ClientSecret) = (section["Authority"] ?? "", section["ClientId"] ?? "", section["ClientSecret"]);
        Name = section["Name"] is { Length: > 0 } name ? name : null;
        RoleClaim = section["RoleClaim"] is { Length: > 0 } claim ? claim : "roles";
        AllowsHttp = string.Equals(section["AllowHttp"], "true", StringComparison.OrdinalIgnoreCase);
        Hosts =
        [
            .. (section["Hosts"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(Authority)
                .Select(host => Uri.TryCreate(host, UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Authority) : null)
                .OfType<string>(),
        ];
        AllowsPasswords = !string.Equals(configuration[LocalSetting], "false", StringComparison.OrdinalIgnoreCase);
        _roles =
        [
            .. from role in Enum.GetValues<AccountRole>()
               from value in (section[$"Roles:{role.Name()}"] ?? "")
                   .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
               select (role, value),
        ];
    }

    /// <summary>The address of the service; empty where there is none.</summary>
    public string Authority { get; }

    /// <summary>What this program is called there.</summary>
    public string ClientId { get; }

    /// <summary>By what it proves that it is; null for a public client.</summary>
    public string? ClientSecret { get; }

    /// <summary>What the button calls the service; null for its host.</summary>
    public string? Name { get; }

    /// <summary>The claim that says what somebody is there.</summary>
    public string RoleClaim { get; }

    /// <summary>Where browsers are led to for signing in and out: the service, and further hosts of it where the setting names some.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>Whether the service may be asked on a plain line: to try it out on one machine.</summary>
    public bool AllowsHttp { get; }

    /// <summary>Whether there is such a service.</summary>
    public bool IsOn => Authority.Length > 0;

    /// <summary>Whether people sign in with passwords and passkeys, too.</summary>
    public bool AllowsPasswords { get; }

    /// <summary>Whether the service says who has which role; otherwise administrators give roles here.</summary>
    public bool GivesRoles => _roles.Count > 0;

    /// <summary>The highest role of somebody whose claim has these values; null for none.</summary>
    public AccountRole? RoleOf(IReadOnlyCollection<string> values) =>
        _roles.Where(one => values.Contains(one.Value, StringComparer.Ordinal)).Select(one => (AccountRole?)one.Role).Max();

    /// <summary>Throws <see cref="StoreRefusal"/> where the settings can't be used.</summary>
    internal void Check()
    {
        if (!IsOn && !AllowsPasswords)
        {
            throw new StoreRefusal($"{LocalSetting} is false, and {Section}:Authority is not set: nobody could sign in. Set one of them.");
        }

        if (IsOn && (ClientId.Length == 0 || !Uri.TryCreate(Authority, UriKind.Absolute, out var address)
            || address.Scheme != (AllowsHttp ? address.Scheme : Uri.UriSchemeHttps)))
        {
            throw new StoreRefusal(
                $"{Section} needs an Authority that begins with https:// (“{Authority}”) and a ClientId (“{ClientId}”). "
                + "Set both, or leave both out.");
        }
    }
}
