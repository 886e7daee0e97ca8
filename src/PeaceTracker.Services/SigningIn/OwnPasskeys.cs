using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>A passkey as its owner sees it.</summary>
public sealed record ListedPasskey(string Id, string Name, DateTime AddedAt);

/// <summary>What people do with the passkeys of their own account. What an authenticator says is verified by ASP.NET Core Identity.</summary>
public sealed class OwnPasskeys(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, PasswordConfirmation confirmation, IPasskeyHandler<Account> handler,
    PasskeyStates states,
    AccountSignIn signIn, SecurityLog log, TimeProvider clock)
{
    /// <summary>How many an account may have.</summary>
    public const int Most = 10;

    /// <summary>The longest answer of an authenticator that is looked at, in characters.</summary>
    public const int LongestAnswer = 64 * 1024;

    private const string Purpose = "add";

    /// <summary>The passkeys of whoever is signed in, the oldest first.</summary>
    public async Task<IReadOnlyList<ListedPasskey>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Passkeys.AsNoTracking().Where(row => row.UserId == actor.AccountId).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Data.CreatedAt)
            .Select(row => new ListedPasskey(Base64Url.EncodeToString(row.CredentialId), row.Data.Name ?? "", row.Data.CreatedAt.UtcDateTime))];
    }

    /// <summary>Makes the question for a new passkey, once the name and the present password are right.</summary>
    public async Task<(AccountResult Result, PasskeyRequest? Request)> BeginAsync(
        Actor actor, string name, string password, CancellationToken cancellationToken)
    {
        if (AccountNames.CheckPasskeyName(name) is { } fault)
        {
            return (new AccountResult(fault), null);
        }

        if (await confirmation.ConfirmAsync(actor, password, cancellationToken) is { Succeeded: false } refused)
        {
            return (refused, null);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await CheckAsync(context, actor, cancellationToken) is { } objection)
        {
            return (new AccountResult(objection), null);
        }

        var own = await context.Accounts.AsNoTracking().SingleAsync(account => account.Id == actor.AccountId, cancellationToken);
        var entity = new PasskeyUserEntity { Id = own.Id, Name = own.Email ?? "", DisplayName = own.DisplayName };
        var made = await handler.MakeCreationOptionsAsync(entity, signIn.Context);
        return (AccountResult.Done, new PasskeyRequest(made.CreationOptionsJson, states.Seal(Purpose, made.AttestationState ?? "")));
    }

    /// <summary>Adds the passkey that an authenticator made for <see cref="BeginAsync"/>.</summary>
    public async Task<AccountResult> AddAsync(Actor actor, string name, string answer, string state, CancellationToken cancellationToken)
    {
        if (AccountNames.CheckPasskeyName(name) is { } fault)
        {
            return new AccountResult(fault);
        }

        if (answer.Length is 0 or > LongestAnswer || await states.OpenAsync(Purpose, state, cancellationToken) is not { } opened)
        {
            return new AccountResult(AccountFault.PasskeyRefused);
        }

        var attested = await handler.PerformAttestationAsync(
            new() { HttpContext = signIn.Context, CredentialJson = answer, AttestationState = opened });
        if (!attested.Succeeded || attested.UserEntity.Id != actor.AccountId)
        {
            return new AccountResult(AccountFault.PasskeyRefused);
        }

        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await CheckAsync(context, actor, cancellationToken) is { } objection)
        {
            return new AccountResult(objection);
        }

        context.Passkeys.Add(Row(actor.AccountId, name.Trim(), attested.Passkey));
        await LogAsync(context, SecurityKinds.PasskeyAdded, actor, name.Trim(), cancellationToken);
        await turn.SaveAsync(cancellationToken);
        return AccountResult.Done;
    }

    /// <summary>Gives a passkey another name.</summary>
    public async Task<AccountResult> RenameAsync(Actor actor, string id, string name, CancellationToken cancellationToken) =>
        AccountNames.CheckPasskeyName(name) is { } fault ? new AccountResult(fault) : await ChangeAsync(actor, id, (_, row) =>
        {
            row.Data.Name = name.Trim();
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>Removes a passkey, which then no longer signs in.</summary>
    public async Task<AccountResult> RemoveAsync(Actor actor, string id, string password, CancellationToken cancellationToken) =>
        await confirmation.ConfirmAsync(actor, password, cancellationToken) is { Succeeded: false } refused ? refused
            : await ChangeAsync(actor, id, async (context, row) =>
        {
            context.Remove(row);
            await LogAsync(context, SecurityKinds.PasskeyRemoved, actor, row.Data.Name ?? "", cancellationToken);
        }, cancellationToken);

    private async Task<AccountResult> ChangeAsync(
        Actor actor, string id, Func<TrackerContext, IdentityUserPasskey<string>, Task> change, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        var rows = await context.Passkeys.Where(row => row.UserId == actor.AccountId).ToListAsync(cancellationToken);
        if (rows.Find(row => Base64Url.EncodeToString(row.CredentialId) == id) is not { } found)
        {
            return new AccountResult(AccountFault.NotFound);
        }

        await change(context, found);
        await turn.SaveAsync(cancellationToken);
        return AccountResult.Done;
    }

    private static async Task<AccountFault?> CheckAsync(TrackerContext context, Actor actor, CancellationToken cancellationToken) =>
        !await context.Accounts.AnyAsync(account => account.Id == actor.AccountId && account.DisabledAt == null, cancellationToken)
            ? AccountFault.NotFound
        : await context.Passkeys.CountAsync(row => row.UserId == actor.AccountId, cancellationToken) >= Most ? AccountFault.TooMany
        : null;

    private async Task LogAsync(TrackerContext context, string kind, Actor actor, string name, CancellationToken cancellationToken) =>
        log.Add(
            context, kind, actor.AccountId,
            await context.Accounts.Where(account => account.Id == actor.AccountId).Select(account => account.DisplayName)
                .SingleAsync(cancellationToken),
            actor.From, name);

    private IdentityUserPasskey<string> Row(string accountId, string name, UserPasskeyInfo passkey) => new()
    {
        UserId = accountId,
        CredentialId = passkey.CredentialId,
        Data = new IdentityPasskeyData
        {
            Name = name,
            CreatedAt = clock.GetUtcNow(),
            PublicKey = passkey.PublicKey,
            SignCount = passkey.SignCount,
            Transports = passkey.Transports,
            IsUserVerified = passkey.IsUserVerified,
            IsBackupEligible = passkey.IsBackupEligible,
            IsBackedUp = passkey.IsBackedUp,
            AttestationObject = passkey.AttestationObject,
            ClientDataJson = passkey.ClientDataJson,
        },
    };
}
