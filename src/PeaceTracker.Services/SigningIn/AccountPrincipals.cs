using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.SigningIn;

/// <summary>What a session's cookie says of an account, and whether that still holds.</summary>
public sealed class AccountPrincipals(AccountDirectory directory) : IUserClaimsPrincipalFactory<Account>
{
    private const string Stamp = "stamp";

    /// <inheritdoc />
    public Task<ClaimsPrincipal> CreateAsync(Account user) =>
        Task.FromResult(Of(new AccountView(user.Id, user.DisplayName, user.Role, user.DisabledAt is not null) { Stamp = user.SecurityStamp }));

    /// <summary>
    /// The person of a session as the store knows them now: the same object where nothing changed; null where the session has
    /// ended, the account was disabled or is gone.
    /// </summary>
    public async Task<ClaimsPrincipal?> RenewAsync(ClaimsPrincipal session, CancellationToken cancellationToken)
    {
        if (await FindAsync(session, cancellationToken) is not { } account)
        {
            return null;
        }

        return session.Has(account.Role) && session.Identity?.Name == account.DisplayName ? session : Of(account);
    }

    /// <summary>Whether a circuit's person may still do what the circuit was opened with; under whatever name.</summary>
    public async Task<bool> StandsAsync(ClaimsPrincipal session, CancellationToken cancellationToken) =>
        session.Identity?.IsAuthenticated != true || (await FindAsync(session, cancellationToken) is { } account && session.Has(account.Role));

    private async Task<AccountView?> FindAsync(ClaimsPrincipal session, CancellationToken cancellationToken) =>
        session.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        && await directory.FindAsync(id, cancellationToken) is { Disabled: false, Stamp: { } stamp } account
        && session.FindFirstValue(Stamp) == stamp ? account : null;

    private static ClaimsPrincipal Of(AccountView account) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.Id),
            new(ClaimTypes.Name, account.DisplayName),
            new(ClaimTypes.Role, account.Role.Name()),
            new(Stamp, account.Stamp ?? ""),
        ],
        IdentityConstants.ApplicationScheme));
}
