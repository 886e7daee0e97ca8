using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Comments;
using PeaceTracker.Services.Data.Copying;
using PeaceTracker.Services.Data.PostgreSql;
using PeaceTracker.Services.Data.Sqlite;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Outcomes;

namespace PeaceTracker.Services.Data;

/// <summary>Puts the store into a program.</summary>
public static class StoreSetup
{
    /// <summary>
    /// Registers the store and what reads and writes it; <paramref name="contentRoot"/> is where relative paths among the settings count from.
    /// </summary>
    public static IServiceCollection AddPeaceTrackerStore(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var options = configuration.GetSection("PeaceTracker").Get<StoreOptions>() ?? new StoreOptions();
        options.DataDirectory = FolderOf(configuration, contentRoot);
        options.Seed = options.Seed is { Length: > 0 } seed ? Path.GetFullPath(seed, contentRoot) : null;
        return services.AddPeaceTrackerStore(options);
    }

    /// <summary>
    /// The data folder, as a full path. A relative one counts from the folder that systemd keeps for a service (<c>STATE_DIRECTORY</c>), and
    /// otherwise from the content root: never from where the program happens to be started.
    /// </summary>
    public static string FolderOf(IConfiguration configuration, string contentRoot)
    {
        var named = configuration["PeaceTracker:DataDirectory"] is { Length: > 0 } folder ? folder : "data";
        var kept = configuration["STATE_DIRECTORY"]?.Split(':')[0];
        return Path.GetFullPath(named, kept is { Length: > 0 } && Path.IsPathRooted(kept) ? kept : contentRoot);
    }

    /// <summary>Registers the store with settings that are complete.</summary>
    internal static IServiceCollection AddPeaceTrackerStore(this IServiceCollection services, StoreOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddDatabase(options);
        services.TryAddSingleton<ChangeBus>();
        services.AddSingleton<ChangeReader>();
        services.AddSingleton<Api.ApiChanges>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<StoreMark>();
        services.AddSingleton<StoreStartup>();
        services.TryAddSingleton<FirstPageMade>();
        services.AddSingleton<NegotiationImporter>();
        services.AddSingleton<Seeds>();
        services.AddSingleton<ExportCommand>();
        services.AddSingleton<ImportCommand>();
        services.AddSingleton<Import.ImportTableCommand>();
        services.AddSingleton<BoardReader>();
        services.AddSingleton<PublishedChanges>();
        services.AddSingleton<BoardEditor>();
        services.AddSingleton<FormKeeper>();
        services.AddSingleton<CommentDesk>();
        services.AddSingleton<OutcomeDesk>();
        services.AddSingleton<OutcomeIntake>();
        services.AddSingleton<Api.ApiWriter>();
        services.AddSingleton<Import.ImportDesk>();
        services.AddSingleton<ToDoReader>();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<RowHistory>();
        services.AddSingleton<OwnChanges>();
        services.AddSingleton<Reversals>();
        services.AddSingleton<StoreFacts>();
        services.AddSingleton<VerifyCommand>();
        services.AddSingleton<StoreBackups>();
        services.AddSingleton<BackupCommand>();
        return services;
    }

    /// <summary>
    /// Starts the store before the first request, fills it if it is empty, and adds the seed of that name if one is given.
    /// Throws <see cref="StoreRefusal"/>, whose message is for the person at the console, where that can't be done.
    /// </summary>
    public static async Task StartStoreAsync(this IServiceProvider services, string? seed, CancellationToken cancellationToken = default)
    {
        var seeds = services.GetRequiredService<Seeds>();
        var options = services.GetRequiredService<StoreOptions>();
        Seeds.RefuseUnknown(seed);
        // Read before the store is made, so that a faulty file leaves none behind.
        var first = File.Exists(options.DatabaseFile) ? null : await seeds.ReadFirstAsync(cancellationToken);
        await services.GetRequiredService<StoreStartup>().StartAsync(
            first is null ? seeds.ReadFirstAsync : _ => Task.FromResult(first), cancellationToken);
        if (seed is not null)
        {
            await seeds.AddAsync(seed, cancellationToken);
        }

        if (await services.GetRequiredService<StoreDatabase>().SettleAsync(cancellationToken) is { } history)
        {
            services.GetRequiredService<ChangeBus>().History = history;
        }

        OwnerOnly.Protect(options);
    }

    private static void AddDatabase(this IServiceCollection services, StoreOptions options)
    {
        services.AddSingleton<StoreLine>();
        services.AddSingleton<NewestChange>();
        services.AddSingleton<CopyCommand>();
        if (options.Database is { Length: > 0 } connectionString)
        {
            services.AddPooledDbContextFactory<PostgreSqlTrackerContext>(builder => PostgreSqlSettings.Use(builder, connectionString));
            services.AddSingleton<IDbContextFactory<TrackerContext>, TrackerContexts<PostgreSqlTrackerContext>>();
            services.AddSingleton<StoreDatabase, PostgreSqlDatabase>();
            services.TryAddSingleton<AccountBus>();
            services.AddSingleton<AccountWatch>();
            services.AddSingleton<StoreWatch>();
            services.AddHostedService(provider => provider.GetRequiredService<StoreWatch>());
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteTrackerContext>(builder => SqliteSettings.Use(builder, options.DatabaseFile));
            services.AddSingleton<IDbContextFactory<TrackerContext>, TrackerContexts<SqliteTrackerContext>>();
            services.AddSingleton<StoreDatabase, SqliteDatabase>();
        }
    }

    // Services ask for the model; which database is beneath it is decided once, above.
    private sealed class TrackerContexts<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<TrackerContext>
        where TContext : TrackerContext
    {
        public TrackerContext CreateDbContext() => inner.CreateDbContext();
    }
}
