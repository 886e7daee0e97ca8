using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data.Sqlite;
using PeaceTracker.Services.Negotiations;

namespace PeaceTracker.Services.Data;

/// <summary>Puts the store into a program.</summary>
public static class StoreSetup
{
    /// <summary>Registers the store and what reads and writes it; <paramref name="contentRoot"/> is where a relative data folder counts from.</summary>
    public static IServiceCollection AddPeaceTrackerStore(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var options = configuration.GetSection("PeaceTracker").Get<StoreOptions>() ?? new StoreOptions();
        options.DataDirectory = Path.Combine(contentRoot, options.DataDirectory);
        return services.AddPeaceTrackerStore(options);
    }

    /// <summary>Registers the store with settings that are complete.</summary>
    internal static IServiceCollection AddPeaceTrackerStore(this IServiceCollection services, StoreOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddPooledDbContextFactory<SqliteTrackerContext>(builder => SqliteSettings.Use(builder, options.DatabaseFile));
        services.AddSingleton<IDbContextFactory<TrackerContext>, TrackerContexts<SqliteTrackerContext>>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<StoreStartup>();
        services.AddSingleton<NegotiationImporter>();
        services.AddSingleton<BoardReader>();
        services.AddSingleton<PortfolioReader>();
        return services;
    }

    /// <summary>Starts the store before the first request; <paramref name="seed"/> is asked for a record if it is empty.</summary>
    public static Task StartStoreAsync(this IServiceProvider services, Func<NegotiationRecord>? seed, CancellationToken cancellationToken = default) =>
        services.GetRequiredService<StoreStartup>().StartAsync(seed, cancellationToken);

    // Services ask for the model; which database is beneath it is decided once, above.
    private sealed class TrackerContexts<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<TrackerContext>
        where TContext : TrackerContext
    {
        public TrackerContext CreateDbContext() => inner.CreateDbContext();
    }
}
