using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>
/// Hears what other processes have written: the server tells the number of each change as it is committed. It tells nothing to whom it has no
/// line, and so what has happened is read after each time of listening anew, and every few seconds besides.
/// </summary>
internal sealed class StoreWatch(
    StoreOptions options, NewestChange newest, ChangeBus changes, AccountWatch accounts, StoreLine line, TimeProvider clock,
    ILogger<StoreWatch> logger) : BackgroundService
{
    /// <summary>What the listening connection is called at the server.</summary>
    public const string Listener = "PeaceTracker listener";

    private static readonly TimeSpan Net = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever went wrong, this process has to go on hearing.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                if (!line.Lost(fault))
                {
                    logger.LogError(fault, "What others write can’t be heard; trying again");
                }
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A connection of its own: one from the pool forgets what it listened to.
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var setting = PostgreSqlSettings.Read(options.Database!);
        (setting.Pooling, setting.ApplicationName) = (false, Listener);
        await using var connection = new NpgsqlConnection(setting.ConnectionString);
        connection.Notification += (_, told) => Hear(told.Payload);
        await connection.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgreSqlTriggers.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        while (true)
        {
            await newest.LookAsync(cancellationToken);
            await accounts.LookAsync(cancellationToken);
            await connection.WaitAsync(Net, cancellationToken);
        }
    }

    private void Hear(string told)
    {
        if (long.TryParse(told, out var number))
        {
            changes.Publish(number);
        }
    }
}
