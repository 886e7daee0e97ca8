using Microsoft.Extensions.Configuration;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>
/// From which role on a password alone is not enough. A session begun with no more than that has the rights of a viewer, whatever the role, until a
/// code is set up in it or it is begun anew with a second factor.
/// </summary>
public sealed class SecondFactorRule(IConfiguration configuration)
{
    /// <summary>The setting that names the role.</summary>
    public const string Setting = "PeaceTracker:Access:SecondFactorFrom";

    /// <summary>What a new session says of itself where a second factor was shown.</summary>
    public const string Item = "second-factor";

    /// <summary>The role; null where none needs a second factor.</summary>
    public AccountRole? From { get; } = AccountRoles.Find(configuration[Setting]);

    /// <summary>The role whose rights a session has.</summary>
    public AccountRole Effective(AccountRole role, bool secondFactor) => IsMissing(role, secondFactor) ? AccountRole.Viewer : role;

    /// <summary>Whether a second factor is asked for and was not shown.</summary>
    public bool IsMissing(AccountRole role, bool secondFactor) => !secondFactor && role > AccountRole.Viewer && role >= From;

    /// <summary>Throws <see cref="StoreRefusal"/> where the setting names no role that has more rights than reading.</summary>
    internal void Check()
    {
        if (configuration[Setting] is { Length: > 0 } set && From is null or AccountRole.Viewer)
        {
            throw new StoreRefusal(
                $"The setting {Setting} is “{set}”. Set it to the first role that needs a second factor ("
                + $"{string.Join(", ", AccountRoles.AtLeast(AccountRole.Editor))}), or leave it out.");
        }
    }
}
