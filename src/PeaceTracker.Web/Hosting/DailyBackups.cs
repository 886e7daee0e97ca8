using System.Globalization;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Web.Hosting;

/// <summary>Takes a backup a day where <c>PeaceTracker:Backups:Daily</c> is true, and keeps <c>PeaceTracker:Backups:Keep</c> of them.</summary>
internal sealed class DailyBackups(StoreBackups backups, IConfiguration settings, TimeProvider clock, ILogger<DailyBackups> log) : BackgroundService
{
    private const int UsualKeep = 14;
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!string.Equals(settings["PeaceTracker:Backups:Daily"], "true", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var keep = int.TryParse(settings["PeaceTracker:Backups:Keep"], NumberStyles.None, CultureInfo.InvariantCulture, out var set)
            ? set : UsualKeep;
        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            try
            {
                await backups.TakeDailyAsync(keep, stoppingToken);
            }
            catch (StoreRefusal refusal)
            {
                log.LogError("No daily backup: {Reason}", refusal.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
