using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Somebody for whom another service vouches.</summary>
/// <param name="Issuer">The service.</param>
/// <param name="Subject">What it knows them by; never another's.</param>
/// <param name="Email">Their address.</param>
/// <param name="EmailIsVerified">Whether the service has seen that it is theirs.</param>
/// <param name="Name">Their name.</param>
/// <param name="Groups">What the claim for roles says.</param>
public sealed record ExternalPerson(
    string Issuer, string Subject, string? Email, bool EmailIsVerified, string? Name, IReadOnlyCollection<string> Groups);

/// <summary>
/// Signs in whom another service vouches for. The account is known by the service's own name for the person; it is made at the first time, or it is
/// the one of that address, where the service has verified it. Where the service gives roles, each time anew.
/// </summary>
public sealed class ExternalSignIns(
    WriteGate gate, ExternalSettings settings, AccountSignIn signIn, AccountBus bus, SecurityLog log,
    TimeProvider clock)
{
    private const string How = "By OpenID Connect.";

    /// <summary>
    /// Finds or makes the account and sets the session's cookie; <paramref name="properties"/> go into it. <see cref="SignInEnd.Wrong"/> where the
    /// person has no role here, or an address that belongs to somebody else's account.
    /// </summary>
    public async Task<SignInEnd> SignInAsync(
        ExternalPerson person, AuthenticationProperties properties, string? from, CancellationToken cancellationToken)
    {
        var (account, end, moved) = await FindAsync(person, from, cancellationToken);
        if (moved)
        {
            bus.Publish(account!.Id);
        }

        if (end == SignInEnd.Done)
        {
            properties.Items[SecondFactorRule.Item] = "yes"; // what was asked for is the service's affair
            await signIn.SignInAsync(account!, properties);
        }

        return end;
    }

    private async Task<(Account? Account, SignInEnd End, bool Moved)> FindAsync(
        ExternalPerson person, string? from, CancellationToken cancellationToken)
    {
        var given = settings.RoleOf(person.Groups);
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        var account = await KnownAsync(context, person, cancellationToken);
        var isNew = account is null;
        if (settings.GivesRoles && given is null)
        {
            return await RefuseAsync("No role here.");
        }

        if (account is null)
        {
            if (person.Email is not { } email || AccountNames.CheckEmail(email) is not null)
            {
                return await RefuseAsync("No address that can be used.");
            }

            var key = AccountNames.Key(email);
            if (await context.Accounts.AnyAsync(other => other.NormalizedEmail == key, cancellationToken))
            {
                return await RefuseAsync("The address belongs to an account here, and the service has not verified it.");
            }

            account = New(email, await NameAsync(context, person, email, cancellationToken), given ?? AccountRole.Viewer);
            context.Add(account);
            context.Add(Login(person, account));
            log.Add(context, SecurityKinds.AccountMade, account.Id, account.DisplayName, from, $"As {account.Role}. {How}", email);
        }

        if (account.DisabledAt is not null)
        {
            log.Add(context, SecurityKinds.SignInFailed, account.Id, account.DisplayName, from, $"The account is disabled. {How}");
            await turn.SaveAsync(cancellationToken);
            return (account, SignInEnd.Disabled, false);
        }

        var moved = given is { } role && role != account.Role && await GiveAsync(context, account, role, from, cancellationToken);
        log.Add(context, SecurityKinds.SignedIn, account.Id, account.DisplayName, from, How);
        await turn.SaveAsync(cancellationToken);
        return (account, SignInEnd.Done, moved || isNew);

        async Task<(Account?, SignInEnd, bool)> RefuseAsync(string why)
        {
            log.Add(
                context, SecurityKinds.SignInFailed, account?.Id, account?.DisplayName ?? "", from, $"{why} {How}",
                account is null && person.Email is { } email && AccountNames.CheckEmail(email) is null ? email : null);
            await turn.SaveAsync(cancellationToken);
            return (account, SignInEnd.Wrong, false);
        }
    }

    // By the service's name for the person; at the first time by an address that it has verified.
    private static async Task<Account?> KnownAsync(TrackerContext context, ExternalPerson person, CancellationToken cancellationToken)
    {
        var login = await context.Set<IdentityUserLogin<string>>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.LoginProvider == person.Issuer && row.ProviderKey == person.Subject, cancellationToken);
        if (login is not null)
        {
            return await context.Accounts.SingleAsync(account => account.Id == login.UserId, cancellationToken);
        }

        var key = person is { EmailIsVerified: true, Email: { } email } ? AccountNames.Key(email) : null;
        var account = key is null ? null : await context.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == key, cancellationToken);
        if (account is null || await context.Set<IdentityUserLogin<string>>().AnyAsync(
            row => row.UserId == account.Id && row.LoginProvider == person.Issuer, cancellationToken))
        {
            return null;
        }

        context.Add(Login(person, account));
        return account;
    }

    // The last administrator stays one, whatever the service says: somebody has to be able to mend it.
    private async Task<bool> GiveAsync(
        TrackerContext context, Account account, AccountRole role, string? from, CancellationToken cancellationToken)
    {
        if (account.Role == AccountRole.Administrator && !await context.Accounts.AnyAsync(
            other => other.Id != account.Id && other.Role == AccountRole.Administrator && other.DisabledAt == null, cancellationToken))
        {
            return false;
        }

        log.Add(context, SecurityKinds.RoleChanged, account.Id, account.DisplayName, from, $"{account.DisplayName}: {account.Role} to {role}. {How}");
        await OpenSessions.EndAllAsync(context, account.Id, null, cancellationToken);
        (account.Role, account.SecurityStamp, account.ConcurrencyStamp) = (role, Account.NewStamp(), Account.NewStamp());
        return true;
    }

    private static async Task<string> NameAsync(
        TrackerContext context, ExternalPerson person, string email, CancellationToken cancellationToken) =>
        person.Name?.Trim() is { } name && AccountNames.CheckName(name) is null
            && !await OwnAccount.HasOtherAsync(context, "", name, cancellationToken) ? name
        : email.Length <= AccountNames.LongestName ? email : email[..AccountNames.LongestName];

    private Account New(string email, string name, AccountRole role) => new()
    {
        DisplayName = name,
        Role = role,
        UserName = email,
        NormalizedUserName = AccountNames.Key(email),
        Email = email,
        NormalizedEmail = AccountNames.Key(email),
        EmailConfirmed = true,
        SecurityStamp = Account.NewStamp(),
        CreatedAt = clock.GetUtcNow().UtcDateTime,
    };

    private static IdentityUserLogin<string> Login(ExternalPerson person, Account account) =>
        new() { LoginProvider = person.Issuer, ProviderKey = person.Subject, UserId = account.Id };
}
