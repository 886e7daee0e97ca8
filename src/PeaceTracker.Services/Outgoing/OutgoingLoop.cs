using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Outgoing;

/// <summary>
/// Sends what waits: once the first page is made, after each change of a board, and when something may be due again. A fault ends a round and not
/// the loop; at the end of the program it lets go of what it had taken up.
/// </summary>
public abstract class OutgoingLoop(StoreLine store, ChangeBus bus, FirstPageMade first, TimeProvider clock, ILogger log)
    : BackgroundService
{
    // At the end of the program nobody is kept waiting for a store that is away.
    private static readonly TimeSpan MostLettingGo = TimeSpan.FromSeconds(3);

    private readonly Channel<bool> _moved = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The clock.</summary>
    protected TimeProvider Clock => clock;

    /// <summary>The log.</summary>
    protected ILogger Log => log;

    /// <summary>Whether there is anything to be sent, as the program is set up.</summary>
    protected virtual bool IsOn => true;

    /// <summary>How long the loop waits for a change before it looks again.</summary>
    protected abstract TimeSpan Pause { get; }

    /// <summary>Makes what is to be sent and sends what is due, each once; returns how many arrived.</summary>
    public abstract Task<int> RunOnceAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of what was taken up.</summary>
    protected abstract Task LetGoAsync(CancellationToken cancellationToken);

    /// <summary>Whether it is a fault of ours: the program does not end, and the line to the database is there.</summary>
    protected bool IsOurs(Exception fault, CancellationToken cancellationToken) => !cancellationToken.IsCancellationRequested && !store.IsCut(fault);

    /// <summary>
    /// Writes down what came of an attempt; what has <paramref name="arrived"/> until it is written down, so that it is not sent again.
    /// </summary>
    protected Task WriteDownAsync(bool arrived, Func<CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        return arrived ? PatientWrite.DoAsync(write, clock, log, cancellationToken) : write(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsOn)
        {
            return;
        }

        await first.WaitAsync(stoppingToken);
        void OnMoved(long number) => _moved.Writer.TryWrite(true);
        bus.Moved += OnMoved;
        try
        {
            while (true)
            {
                await RunAsync(stoppingToken);
                await WaitAsync(stoppingToken);
            }
        }
        finally
        {
            bus.Moved -= OnMoved;
            await EndAsync();
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await RunOnceAsync(cancellationToken) > 0)
            {
            }
        }
        catch (Exception cut) when (store.IsCut(cut))
        {
            // The database is away, which is told elsewhere, once.
        }
#pragma warning disable CA1031 // The next round tries again.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogWarning(
                fault, "{Loop}: what waits to be sent could not be made or sent; tried again in {Seconds} seconds", GetType().Name,
                Pause.TotalSeconds);
        }
    }

    // Until the board moves, or what failed may be due again.
    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Pause, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _moved.Reader.ReadAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time for the next round.
        }
    }

    private async Task EndAsync()
    {
        using var limit = new CancellationTokenSource(MostLettingGo);
        try
        {
            await LetGoAsync(limit.Token);
        }
#pragma warning disable CA1031 // It is let go of after a time in any case.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogInformation(fault, "{Loop}: what was taken up to be sent is let go of later", GetType().Name);
        }
    }
}
