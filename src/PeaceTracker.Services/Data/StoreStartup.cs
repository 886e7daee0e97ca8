using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Data;

/// <summary>Starts the store and fills it where it is empty, and holds what the start has taken until disposed.</summary>
public sealed class StoreStartup(
    StoreDatabase database, IDbContextFactory<TrackerContext> contexts, NegotiationImporter importer, ILogger<StoreStartup> logger) : IDisposable
{
    private bool _started;

    /// <summary>
    /// Starts the store; <paramref name="seed"/> is asked for a negotiation if the store is empty. Throws <see cref="StoreRefusal"/> where it
    /// can't be.
    /// </summary>
    public async Task StartAsync(Func<CancellationToken, Task<NegotiationFile>>? seed, CancellationToken cancellationToken)
    {
        await database.StartAsync(cancellationToken);
        _started = true;
        try
        {
            await SeedAsync(seed, cancellationToken);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Closes the database and lets it go.</summary>
    public void Dispose()
    {
        if (_started)
        {
            _started = false;
            database.Release();
        }
    }

    private async Task SeedAsync(Func<CancellationToken, Task<NegotiationFile>>? seed, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (seed is null || await context.Negotiations.AnyAsync(cancellationToken))
        {
            return;
        }

        var file = await seed(cancellationToken);
        var slug = file.Record.Negotiation.Slug;
        var added = await importer.ImportAsync(file, "seed", cancellationToken) as ImportResult.Added;
        logger.LogInformation("Seed: {Slug} added as change {Number}", slug, added?.Number);
    }
}
