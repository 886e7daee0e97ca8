using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Administration;

/// <summary>
/// Forgets, once the first page is made and then each day, what leads to people once its time is over: addresses of the audit, sessions, and
/// what others keep for a time.
/// </summary>
public sealed class Forgetting(
    SecurityLog log, OpenSessions sessions, IEnumerable<IForgets> others, FirstPageMade first, TimeProvider clock,
    ILogger<Forgetting> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>Forgets what is old enough now.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var traces = await log.ForgetTracesAsync(cancellationToken);
        await sessions.ForgetOldAsync(cancellationToken);
        foreach (var other in others)
        {
            await other.ForgetAsync(cancellationToken);
        }

        if (traces > 0)
        {
            logger.LogInformation("Forgot the addresses of {Count} security events that are older than {Days} days", traces, SecurityTrace.Kept.Days);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await first.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The next day tries again; a store that can't be written is told elsewhere.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                logger.LogWarning(fault, "Old addresses could not be forgotten; tried again in a day");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
