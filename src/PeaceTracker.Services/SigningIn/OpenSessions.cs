using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>A session as its owner sees it.</summary>
public sealed record ListedSession(string Id, DateTime BeganAt, DateTime SeenAt, string? From, string Browser);

/// <summary>The sessions that are open: begun by signing in, listed for their owner, ended one by one or together.</summary>
public sealed class OpenSessions(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, SecurityLog log, AccountBus bus, TimeProvider clock)
{
    /// <summary>Begins a session; returns its name.</summary>
    public async Task<string> BeginAsync(
        string accountId, string? from, string? userAgent, bool secondFactor, CancellationToken cancellationToken)
    {
        var (id, now) = (Guid.NewGuid().ToString("N"), clock.GetUtcNow().UtcDateTime);
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        context.Sessions.Add(new AccountSession
        {
            Id = id, AccountId = accountId, BeganAt = now, SeenAt = now, From = from, Browser = BrowserName.Of(userAgent),
            SecondFactor = secondFactor,
        });
        await turn.SaveAsync(cancellationToken);
        return id;
    }

    /// <summary>Notes that a session is in use.</summary>
    public async Task SeeAsync(string id, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await context.Sessions.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } session)
        {
            session.SeenAt = clock.GetUtcNow().UtcDateTime;
            await turn.SaveAsync(cancellationToken);
        }
    }

    /// <summary>The open sessions of whoever asks, the one that was used last first.</summary>
    public async Task<IReadOnlyList<ListedSession>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow().UtcDateTime - AccountSession.Longest;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sessions.AsNoTracking().Where(row => row.AccountId == actor.AccountId && row.BeganAt > oldest)
            .OrderByDescending(row => row.SeenAt).ThenBy(row => row.Id)
            .Select(row => new ListedSession(row.Id, row.BeganAt, row.SeenAt, row.From, row.Browser)).ToListAsync(cancellationToken);
    }

    /// <summary>Ends one of one's own sessions, wherever its cookie is; <paramref name="kind"/> says what it was ended by.</summary>
    public async Task<AccountResult> EndAsync(Actor actor, string id, string name, string kind, CancellationToken cancellationToken)
    {
        await using (var turn = await gate.EnterAsync(cancellationToken))
        {
            var context = turn.Context;
            if (await context.Sessions.SingleOrDefaultAsync(
                row => row.Id == id && row.AccountId == actor.AccountId, cancellationToken) is not { } session)
            {
                return new AccountResult(AccountFault.NotFound);
            }

            context.Remove(session);
            log.Add(context, kind, actor.AccountId, name, actor.From, kind == SecurityKinds.SignedOut ? null : session.Browser);
            await turn.SaveAsync(cancellationToken);
        }

        bus.PublishEnd(id);
        return AccountResult.Done;
    }

    /// <summary>Forgets the sessions that are over by their age.</summary>
    internal async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow().UtcDateTime - AccountSession.Longest;
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        context.RemoveRange(await context.Sessions.Where(row => row.BeganAt <= oldest).ToListAsync(cancellationToken));
        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>Ends an account's sessions, but for one, with what is about to be saved; says which, to be published once it is.</summary>
    internal static async Task<IReadOnlyList<string>> EndAllAsync(
        TrackerContext context, string accountId, string? butFor, CancellationToken cancellationToken)
    {
        var ended = await context.Sessions.Where(row => row.AccountId == accountId && row.Id != butFor).ToListAsync(cancellationToken);
        context.RemoveRange(ended);
        return [.. ended.Select(row => row.Id)];
    }
}
