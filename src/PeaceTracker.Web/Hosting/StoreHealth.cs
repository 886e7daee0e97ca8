using Microsoft.Extensions.Diagnostics.HealthChecks;
using PeaceTracker.Services.Negotiations;

namespace PeaceTracker.Web.Hosting;

/// <summary>Ready means that the store answers.</summary>
internal sealed class StoreHealth(BoardReader boards) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await boards.ListAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
