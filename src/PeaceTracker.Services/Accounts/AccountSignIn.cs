using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PeaceTracker.Services.Accounts;

/// <summary>Identity's sign-in, that lets no disabled account in and does without locks on accounts.</summary>
public sealed class AccountSignIn(
    UserManager<Account> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> principals,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation) : SignInManager<Account>(users, http, principals, options, logger, schemes, confirmation)
{
    /// <inheritdoc />
    public override Task<bool> CanSignInAsync(Account user) => Task.FromResult(user.DisabledAt is null);

    /// <summary>Signs in an account whose password was right, or asks for its second factor first.</summary>
    internal Task<SignInResult> BeginAsync(Account account) => SignInOrTwoFactorAsync(account, isPersistent: false);
}
