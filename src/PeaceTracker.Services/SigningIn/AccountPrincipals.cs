using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>What a session's cookie says of an account, and whether that still holds.</summary>
public sealed class AccountPrincipals(IDbContextFactory<TrackerContext> contexts, SecondFactorRule rule, StoreMark mark)
    : IUserClaimsPrincipalFactory<Account>
{
    private const string Stamp = "stamp";
    private readonly MarkedAnswers<(string? Id, string? Stamp, string? Session), AccountView?> _found = new();

    /// <inheritdoc />
    public Task<ClaimsPrincipal> CreateAsync(Account user) =>
        Task.FromResult(Of(new AccountView(user.Id, user.DisplayName, user.Role, user.DisabledAt is not null) { Stamp = user.SecurityStamp }));

    /// <summary>
    /// The person of a session as the store knows them now: the same object where nothing changed; null where the session has
    /// ended, the account was disabled or is gone. <paramref name="session"/> is its name; null before there is one.
    /// </summary>
    public async Task<ClaimsPrincipal?> RenewAsync(ClaimsPrincipal person, string? session, CancellationToken cancellationToken)
    {
        if (await FindAsync(person, session, cancellationToken) is not { } account)
        {
            return null;
        }

        return person.Has(account.Role) && person.Identity?.Name == account.DisplayName ? person : Of(account);
    }

    /// <summary>Whether an open page's person may still do what it was opened with; under whatever name.</summary>
    public async Task<bool> StandsAsync(ClaimsPrincipal person, CancellationToken cancellationToken) =>
        person.Identity?.IsAuthenticated != true
        || (await FindAsync(person, person.FindFirstValue(Actor.SessionClaim), cancellationToken) is { } account && person.Has(account.Role));

    private async Task<AccountView?> FindAsync(ClaimsPrincipal person, string? session, CancellationToken cancellationToken)
    {
        var (id, stamp) = (person.FindFirstValue(ClaimTypes.NameIdentifier), person.FindFirstValue(Stamp));
        return await mark.AskAsync(_found, (id, stamp, session), () => AskAsync(id, stamp, session, cancellationToken));
    }

    private async Task<AccountView?> AskAsync(string? id, string? stamp, string? session, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Accounts.AsNoTracking()
            .Where(account => account.Id == id && account.SecurityStamp == stamp && account.DisabledAt == null)
            .Select(account => new
            {
                View = new AccountView(account.Id, account.DisplayName, account.Role, false) { Stamp = account.SecurityStamp },
                Factor = context.Sessions.Where(row => row.Id == session && row.AccountId == id).Select(row => (bool?)row.SecondFactor)
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null || (session is not null && found.Factor is null) ? null
            : found.View with { Role = rule.Effective(found.View.Role, session is null || found.Factor == true) };
    }

    private static ClaimsPrincipal Of(AccountView account) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.Id),
            new(ClaimTypes.Name, account.DisplayName),
            new(ClaimTypes.Role, account.Role.Name()),
            new(Stamp, account.Stamp ?? ""),
        ],
        IdentityConstants.ApplicationScheme));
}
