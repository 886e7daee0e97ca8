using Microsoft.Extensions.Diagnostics.HealthChecks;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Web.Hosting;

/// <summary>Ready means that the store answers and has room for a change, and that the first page has been made once.</summary>
internal sealed class StoreHealth(NewestChange newest, StoreLine line, StoreFacts store, FirstPageMade first) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await newest.LookAsync(cancellationToken);
        }
        catch (Exception fault) when (line.IsCut(fault))
        {
            return HealthCheckResult.Unhealthy("The database can’t be reached.");
        }

        return store.IsFull ? HealthCheckResult.Unhealthy("The disk of the store is full.")
            : first.IsMade ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("The first page is being made.");
    }
}
