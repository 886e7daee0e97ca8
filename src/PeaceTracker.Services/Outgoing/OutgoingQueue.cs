using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Outgoing;

/// <summary>
/// What waits to leave the house, in the store: taken up by one process at a time, kept over restarts. Whoever takes something up and dies lets it
/// go after a time; whoever ends in order lets go at once.
/// </summary>
public abstract class OutgoingQueue<T>(IDbContextFactory<TrackerContext> contexts, WriteGate gate, TimeProvider clock, TimeSpan lease) : IForgets
    where T : OutgoingItem
{
    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>What time it is (UTC).</summary>
    protected DateTime Now => clock.UtcNow();

    /// <summary>Lets go of what was taken up and not tried.</summary>
    public Task ReleaseAsync(IReadOnlyList<string> items, CancellationToken cancellationToken) =>
        ReleaseAsync(own => own.Where(item => items.Contains(item.Id)), cancellationToken);

    /// <summary>Lets go of all that this process has taken up, so that another one, or the next, need not wait for it.</summary>
    public Task ReleaseAllAsync(CancellationToken cancellationToken) => ReleaseAsync(own => own, cancellationToken);

    /// <inheritdoc />
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var oldest = Now - OutgoingItem.Kept;
        turn.Context.RemoveRange(await Past(turn.Context.Set<T>().Where(old => old.NextTryAt == null && old.MadeAt < oldest))
            .ToListAsync(cancellationToken));
        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>Of what waits no more, that which is forgotten after a time.</summary>
    protected virtual IQueryable<T> Past(IQueryable<T> old) => old;

    /// <summary>A look at the store, in which nothing is written.</summary>
    protected Task<TrackerContext> LookAsync(CancellationToken cancellationToken) => contexts.CreateDbContextAsync(cancellationToken);

    /// <summary>A turn to write.</summary>
    protected Task<WriteTurn> EnterAsync(CancellationToken cancellationToken) => gate.EnterAsync(cancellationToken);

    /// <summary>What is due and nobody has.</summary>
    protected static IQueryable<T> Due(TrackerContext context, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Set<T>().Where(item => item.NextTryAt <= now && (item.LeasedUntil == null || item.LeasedUntil <= now));
    }

    /// <summary>Takes something up, by the clock as it is in the turn: who waited for the turn would take it up for too short a time.</summary>
    protected void TakeUp(T item, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(item);
        item.TakeUp(_owner, now + lease);
    }

    /// <summary>
    /// Writes down what came of an attempt, if the item is still this process's: it may have been removed, or the lease ran out and somebody else
    /// has it.
    /// </summary>
    protected async Task RecordAsync(string id, Func<TrackerContext, T, DateTime, Task> record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await using var turn = await gate.EnterAsync(cancellationToken);
        if (await Own(turn.Context).SingleOrDefaultAsync(item => item.Id == id, cancellationToken) is not { } item)
        {
            return;
        }

        item.Tries++;
        item.LetGo();
        await record(turn.Context, item, Now);
        await turn.SaveAsync(cancellationToken);
    }

    private IQueryable<T> Own(TrackerContext context) => context.Set<T>().Where(item => item.LeasedBy == _owner);

    private async Task ReleaseAsync(Func<IQueryable<T>, IQueryable<T>> which, CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await which(Own(context)).AnyAsync(cancellationToken))
            {
                return;
            }
        }

        await using var turn = await gate.EnterAsync(cancellationToken);
        foreach (var item in await which(Own(turn.Context)).ToListAsync(cancellationToken))
        {
            item.LetGo();
        }

        await turn.SaveAsync(cancellationToken);
    }
}
