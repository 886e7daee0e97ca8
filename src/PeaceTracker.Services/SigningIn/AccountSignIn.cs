using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Identity's sign-in, that lets no disabled account in and does without locks on accounts.</summary>
public sealed class AccountSignIn(
    UserManager<Account> users,
    IHttpContextAccessor http,
    AccountPrincipals principals,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation) : SignInManager<Account>(users, http, principals, options, logger, schemes, confirmation)
{
    private const string Asked = "asked";

    /// <inheritdoc />
    public override Task<bool> CanSignInAsync(Account user) => Task.FromResult(user.DisabledAt is null);

    /// <summary>Keeps in the browser, for some minutes, whose password was right: the code is asked for next.</summary>
    internal async Task AskForCodeAsync(Account account) =>
        await Context.SignInAsync(
            IdentityConstants.TwoFactorUserIdScheme, await principals.CreateAsync(account),
            new AuthenticationProperties(new Dictionary<string, string?> { [Asked] = Guid.NewGuid().ToString("N") }));

    /// <summary>
    /// The account that <see cref="AskForCodeAsync"/> kept, and a name for that once; null where none is, it took too long, or the account changed
    /// meanwhile.
    /// </summary>
    internal async Task<(string Id, string Name, string Asked)?> AskedAsync(CancellationToken cancellationToken) =>
        await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme) is { Principal: { } asked, Properties: { } properties }
        && await principals.RenewAsync(asked, null, cancellationToken) is { } renewed && UserManager.GetUserId(renewed) is { } id
            ? (id, renewed.Identity?.Name ?? "", NameOf(properties))
            : null;

    // A cookie of before there were names stands for itself alone.
    private static string NameOf(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Asked, out var name) && name is not null ? name : Guid.NewGuid().ToString("N");

    /// <summary>
    /// Goes on with this browser's session under a new stamp. It is the same session: what it began with stays, so that it does not last longer.
    /// </summary>
    internal async Task GoOnAsync(Account account)
    {
        var present = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await SignInAsync(
            account, new AuthenticationProperties(present.Properties?.Items.Where(item => !item.Key.StartsWith('.')).ToDictionary() ?? []));
    }

    /// <summary>Signs in whoever has shown more than a password.</summary>
    internal async Task FinishAsync(Account account)
    {
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await SignInAsync(account, new AuthenticationProperties(new Dictionary<string, string?> { [SecondFactorRule.Item] = "yes" }));
    }
}
