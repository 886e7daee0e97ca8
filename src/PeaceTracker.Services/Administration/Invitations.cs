using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Administration;

/// <summary>An invitation as administrators see it; the code of its link is kept nowhere.</summary>
public sealed record ListedInvitation(
    int Id, string Email, AccountRole Role, string InvitedBy, DateTime CreatedAt, DateTime ExpiresAt, bool HasExpired);

/// <summary>Lets administrators invite people by a link that works once, for a week; there is no mail server to do without.</summary>
public sealed class Invitations(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, NewAccounts accounts, SecurityLog log, AccountBus bus, TimeProvider clock)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    // How long after the first of two clicks the second one may come.
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(5);

    /// <summary>The invitations that were neither used nor taken back, newest first; null for whoever is no administrator, or no longer.</summary>
    public async Task<IReadOnlyList<ListedInvitation>?> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Administrators.FindAsync(context, actor, cancellationToken) is null)
        {
            return null;
        }

        var open = await context.Invitations.AsNoTracking().Where(row => row.ClosedAt == null).OrderByDescending(row => row.Id)
            .ToListAsync(cancellationToken);
        return [.. open.Select(Listed)];
    }

    /// <summary>
    /// Invites somebody, replacing an earlier invitation to the same address; <see cref="AccountResult.Secret"/> is the link's code.
    /// </summary>
    public async Task<AccountResult> InviteAsync(Actor actor, string email, AccountRole role, CancellationToken cancellationToken)
    {
        if (AccountNames.CheckEmail(email) is { } fault)
        {
            return new AccountResult(fault);
        }

        var (plain, key, code, now) = (email.Trim(), AccountNames.Key(email), SecretCode.New(), clock.GetUtcNow().UtcDateTime);
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await Administrators.FindAsync(context, actor, cancellationToken) is not { } administrator)
        {
            return await Administrators.RefuseAsync(turn, log, actor, SecurityKinds.Invited, cancellationToken);
        }

        if (await context.Accounts.AnyAsync(account => account.NormalizedEmail == key, cancellationToken))
        {
            return new AccountResult(AccountFault.EmailTaken);
        }

        var open = await context.Invitations.Where(row => row.ClosedAt == null).ToListAsync(cancellationToken);
        foreach (var earlier in open.Where(row => AccountNames.Key(row.Email) == key))
        {
            earlier.ClosedAt = now;
        }

        context.Invitations.Add(new Invitation
        {
            Email = plain,
            Role = role,
            CodeHash = SecretCode.Hash(code),
            InvitedBy = administrator.DisplayName,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        });
        log.Add(context, SecurityKinds.Invited, administrator.Id, administrator.DisplayName, actor.From, $"As {role}.", plain);
        await turn.SaveAsync(cancellationToken);
        return new AccountResult { Secret = code };
    }

    /// <summary>Takes an invitation back: its link no longer works.</summary>
    public async Task<AccountResult> WithdrawAsync(Actor actor, int id, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await Administrators.FindAsync(context, actor, cancellationToken) is not { } administrator)
        {
            return await Administrators.RefuseAsync(turn, log, actor, SecurityKinds.InvitationWithdrawn, cancellationToken);
        }

        if (await context.Invitations.SingleOrDefaultAsync(row => row.Id == id && row.ClosedAt == null, cancellationToken) is not { } invitation)
        {
            return new AccountResult(AccountFault.NotFound);
        }

        invitation.ClosedAt = clock.GetUtcNow().UtcDateTime;
        log.Add(context, SecurityKinds.InvitationWithdrawn, administrator.Id, administrator.DisplayName, actor.From, null, invitation.Email);
        await turn.SaveAsync(cancellationToken);
        return AccountResult.Done;
    }

    /// <summary>The open invitation of a link's code; null where there is none, or none any more.</summary>
    public async Task<ListedInvitation?> FindAsync(string code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await OpenAsync(context, code) is { } invitation ? Listed(invitation) : null;
    }

    /// <summary>
    /// The address of the account that this link's code made some minutes ago under that name: whoever pressed the button twice has it already.
    /// Null where there is none. It says nothing of who asks: their password does.
    /// </summary>
    public async Task<string?> JustMadeAsync(string code, string name, CancellationToken cancellationToken)
    {
        var (hash, since) = (SecretCode.Hash(code), clock.GetUtcNow().UtcDateTime - Twice);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var used = await context.Invitations.AsNoTracking()
            .SingleOrDefaultAsync(row => row.CodeHash == hash && row.ClosedAt > since, cancellationToken);
        var key = used is null ? null : AccountNames.Key(used.Email);
        return key is not null && await context.Accounts.AnyAsync(
            account => account.NormalizedEmail == key && account.DisplayName == name.Trim(), cancellationToken) ? used!.Email : null;
    }

    /// <summary>Makes the account that an invitation is for and uses the invitation up, in one.</summary>
    public async Task<AccountResult> AcceptAsync(string code, string name, string password, string? from, CancellationToken cancellationToken)
    {
        if (await FindAsync(code, cancellationToken) is not { } invitation)
        {
            return new AccountResult(AccountFault.CodeWrong);
        }

        var wish = new AccountWish(invitation.Email, name, password);
        var result = await accounts.MakeAsync(wish, invitation.Role, SecurityKinds.AccountMade, from, UseUpAsync, cancellationToken);
        if (result.AccountId is { } made)
        {
            bus.Publish(made);
        }

        return result;

        async Task<AccountFault?> UseUpAsync(TrackerContext context)
        {
            if (await OpenAsync(context, code) is not { } open)
            {
                return AccountFault.CodeWrong;
            }

            open.ClosedAt = clock.GetUtcNow().UtcDateTime;
            return null;
        }
    }

    private async Task<Invitation?> OpenAsync(TrackerContext context, string code)
    {
        var (hash, now) = (SecretCode.Hash(code), clock.GetUtcNow().UtcDateTime);
        var invitation = await context.Invitations.SingleOrDefaultAsync(row => row.CodeHash == hash && row.ClosedAt == null);
        return invitation?.ExpiresAt > now ? invitation : null;
    }

    private ListedInvitation Listed(Invitation row) => new(
        row.Id, row.Email, row.Role, row.InvitedBy, row.CreatedAt, row.ExpiresAt, row.ExpiresAt <= clock.GetUtcNow().UtcDateTime);
}
