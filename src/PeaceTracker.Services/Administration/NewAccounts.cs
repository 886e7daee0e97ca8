using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Administration;

/// <summary>What somebody wants to have as their account.</summary>
public sealed record AccountWish(string Email, string Name, string Password)
{
    /// <summary>What is wrong with it, whatever the store holds.</summary>
    public IReadOnlyList<AccountFault> Faults =>
        [
            .. new[] { AccountNames.CheckEmail(Email), AccountNames.CheckName(Name), PasswordRules.Check(Password, Email, Name) }
                .OfType<AccountFault>(),
        ];
}

/// <summary>Makes accounts: hashes outside the write gate, checks and saves within it, together with the event that says so.</summary>
public sealed class NewAccounts(
    WriteGate gate, PasswordHashing hashing, SecurityLog log, TimeProvider clock)
{
    /// <summary>
    /// Makes an account. <paramref name="allow"/> is asked in the same turn at the gate in which it is saved, and may change what it is
    /// given; what it objects to, the account is not made for.
    /// </summary>
    internal async Task<AccountResult> MakeAsync(
        AccountWish wish, AccountRole role, string kind, string? from, Func<TrackerContext, Task<AccountFault?>> allow,
        CancellationToken cancellationToken)
    {
        if (wish.Faults is { Count: > 0 } faults)
        {
            return new AccountResult(faults);
        }

        if (await hashing.HashAsync(wish.Password, cancellationToken) is not { } hash)
        {
            return new AccountResult(AccountFault.Busy);
        }

        var account = New(wish, role, hash);
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await allow(context) is { } fault)
        {
            return new AccountResult(fault);
        }

        if (await context.Accounts.AnyAsync(other => other.NormalizedEmail == account.NormalizedEmail, cancellationToken))
        {
            return new AccountResult(AccountFault.EmailTaken);
        }

        if (await OwnAccount.HasOtherAsync(context, account.Id, account.DisplayName, cancellationToken))
        {
            return new AccountResult(AccountFault.NameTaken);
        }

        context.Accounts.Add(account);
        log.Add(context, kind, account.Id, account.DisplayName, from, $"As {role}.", account.Email);
        await turn.SaveAsync(cancellationToken);
        return new AccountResult { AccountId = account.Id };
    }

    private Account New(AccountWish wish, AccountRole role, string hash) => new()
    {
        DisplayName = wish.Name.Trim(),
        Role = role,
        UserName = wish.Email.Trim(),
        NormalizedUserName = AccountNames.Key(wish.Email),
        Email = wish.Email.Trim(),
        NormalizedEmail = AccountNames.Key(wish.Email),
        PasswordHash = hash,
        SecurityStamp = Account.NewStamp(),
        CreatedAt = clock.GetUtcNow().UtcDateTime,
    };
}
