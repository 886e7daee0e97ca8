using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Changes;

/// <summary>
/// The number of the store's newest change at this moment. Where this process alone writes, the bus knows. Where others write too, the store is
/// asked, once for all who ask in the same moment: so nobody is shown a state older than one that was shown before, whichever process showed it.
/// </summary>
public sealed class NewestChange(ChangeBus bus, ChangeReader changes, StoreLine line)
{
    /// <summary>How long the store is waited for before what is kept is shown.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;

    /// <summary>The number; the newest that is known where the store can't be reached.</summary>
    public async ValueTask<long> NowAsync(CancellationToken cancellationToken)
    {
        if (line.IsShared && line.MayAsk())
        {
            try
            {
                await Join().WaitAsync(Patience, cancellationToken);
                line.Found();
            }
            catch (Exception fault) when (line.Lost(fault))
            {
                // What is kept is shown, and marked.
            }
        }

        return bus.Current;
    }

    /// <summary>The number as the store says it; the newest that is known where it can't be reached.</summary>
    public async Task<long> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await changes.NewestAsync(cancellationToken);
        }
        catch (Exception fault) when (line.Lost(fault))
        {
            return bus.Current;
        }
    }

    /// <summary>Asks the store, and says how far it has come; throws where it can't be reached.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        bus.Publish(await changes.NewestAsync(cancellationToken));
        line.Found();
    }

    // An answer that was on its way before the question was asked is too old: whoever comes meanwhile waits for the next.
    private Task Join()
    {
        lock (_lock)
        {
            return _running.IsCompleted && _next is null ? _running = RunAsync() : _next ??= AfterAsync(_running);
        }
    }

    private async Task AfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            (_running, _next) = (_next!, null);
        }

        await RunAsync();
    }

    private Task RunAsync() => Task.Run(async () => bus.Publish(await changes.NewestAsync(CancellationToken.None)));
}
