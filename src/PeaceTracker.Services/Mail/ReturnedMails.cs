using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Mail;

/// <summary>
/// Accounts whose mails come back, as an administrator found in the mailbox of the board: nothing is sent to them until somebody says that the
/// address works again. What they follow waits.
/// </summary>
public sealed class ReturnedMails(IDbContextFactory<TrackerContext> contexts, WriteGate gate, Outbox outbox, SecurityLog log)
{
    /// <summary>Whether nothing is sent to an account for that.</summary>
    public async Task<bool> IsAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Outbox.Marks(context, accountId).AnyAsync(cancellationToken);
    }

    /// <summary>An administrator says that mails to an account come back, or that they arrive again.</summary>
    public async Task<AccountResult> SayAsync(Actor actor, string accountId, bool back, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        if (await Administrators.FindAsync(turn.Context, actor, cancellationToken) is not { } administrator)
        {
            return await Administrators.RefuseAsync(turn, log, actor, SecurityKinds.MailReturned, cancellationToken);
        }

        if (await turn.Context.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == accountId, cancellationToken)
            is not { } account)
        {
            return new AccountResult(AccountFault.NotFound);
        }

        if (await SetAsync(turn.Context, account.Id, back, cancellationToken))
        {
            log.Add(
                turn.Context, SecurityKinds.MailReturned, administrator.Id, administrator.DisplayName, actor.From,
                $"{account.DisplayName}: {(back ? "mails come back" : "mails arrive again")}");
            await turn.SaveAsync(cancellationToken);
        }

        return new AccountResult { AccountId = account.Id };
    }

    /// <summary>The owner of an account says that its address works again.</summary>
    public async Task OverAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        if (await SetAsync(turn.Context, accountId, back: false, cancellationToken))
        {
            await turn.SaveAsync(cancellationToken);
        }
    }

    private async Task<bool> SetAsync(TrackerContext context, string accountId, bool back, CancellationToken cancellationToken)
    {
        var marks = await Outbox.Marks(context, accountId).ToListAsync(cancellationToken);
        if (marks.Count > 0 == back)
        {
            return false;
        }

        context.RemoveRange(marks);
        if (back)
        {
            await outbox.TakeOutAsync(context, accountId, cancellationToken);
            context.Add(outbox.CameBack(accountId));
        }

        return true;
    }
}
