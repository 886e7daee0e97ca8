using Microsoft.Extensions.Diagnostics.HealthChecks;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;

namespace PeaceTracker.Web.Hosting;

/// <summary>Ready means that the store answers and has room for a change, and that the first page has been made once.</summary>
internal sealed class StoreHealth(BoardReader boards, StoreFacts store, FirstPage firstPage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await boards.ListAsync(cancellationToken);
        return store.IsFull ? HealthCheckResult.Unhealthy("The disk of the store is full.")
            : firstPage.IsMade ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The first page is being made.");
    }
}
