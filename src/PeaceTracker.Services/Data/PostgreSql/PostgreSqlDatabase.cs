using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>The store in a database on a PostgreSQL server, which any number of processes share: see docs/decisions/0039.</summary>
internal sealed class PostgreSqlDatabase(
    StoreOptions options, IDbContextFactory<TrackerContext> contexts, ILogger<PostgreSqlDatabase> logger) : StoreDatabase
{
    private NpgsqlConnectionStringBuilder Setting => PostgreSqlSettings.Read(options.Database!);

    internal override bool IsShared => true;

    internal override bool IsAway(Exception fault) => PostgreSqlFaults.IsAway(fault);

    internal override async Task StartAsync(CancellationToken cancellationToken)
    {
        var setting = Setting;
        OwnerOnly.FromNowOn();
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await PostgreSqlServer.OpenAsync(context, setting, cancellationToken);
            var version = ((NpgsqlConnection)context.Database.GetDbConnection()).PostgreSqlVersion;
            logger.LogInformation("Database: {Place}, PostgreSQL {Version}", PostgreSqlServer.Place(setting), version);
            // Held by this connection, so that it ends with the process however that ends. Of two that start together, the second finds all done.
            await LockAsync(context, setting, cancellationToken);
            await MigrateAsync(context, setting, cancellationToken);
            await context.Database.ExecuteSqlRawAsync(AdvisoryLocks.Migrated, cancellationToken);
        }
        catch
        {
            Release();
            throw;
        }
    }

    internal override void Release()
    {
        using var connection = new NpgsqlConnection(Setting.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    internal override TrackerContext NewContext(params IInterceptor[] interceptors)
    {
        var builder = new DbContextOptionsBuilder<PostgreSqlTrackerContext>();
        PostgreSqlSettings.Use(builder, options.Database!);
        return new PostgreSqlTrackerContext(builder.AddInterceptors(interceptors).Options);
    }

    internal override async Task<StoredData> OpenStoredAsync(CancellationToken cancellationToken)
    {
        var setting = Setting;
        var context = NewContext();
        try
        {
            await PostgreSqlServer.OpenAsync(context, setting, cancellationToken);
            string[] known = [.. context.Database.GetMigrations()];
            var applied = await PostgreSqlServer.InspectAsync(context, setting, known, cancellationToken);
            if (applied.Count < known.Length)
            {
                throw new StoreRefusal(applied.Count == 0
                    ? $"There is no store in {PostgreSqlServer.Place(setting)} yet: name another database in PeaceTracker:Database."
                    : $"The store in {PostgreSqlServer.Place(setting)} was last used by an older version: start the program once, which brings it up "
                        + "to date.");
            }

            await context.BeginSnapshotAsync(cancellationToken);
            return new Snapshot(context);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    internal override async Task<DatabaseState> DescribeAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var bytes = await context.Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"")
            .SingleAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var version = ((NpgsqlConnection)context.Database.GetDbConnection()).PostgreSqlVersion;
        return new DatabaseState(PostgreSqlServer.Place(Setting), bytes, null, $"PostgreSQL {version}");
    }

    internal override async Task ContinueNumbersAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        foreach (var column in from type in context.Model.GetEntityTypes()
                               where !type.IsOwned()
                               from property in type.GetProperties()
                               where NpgsqlPropertyExtensions.GetValueGenerationStrategy(property)
                                   == NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                               select (Table: type.GetTableName(), Name: property.GetColumnName()))
        {
            var sql = $"SELECT setval(pg_get_serial_sequence('\"{column.Table}\"', '{column.Name}'), max(\"{column.Name}\")) "
                + $"FROM \"{column.Table}\"";
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }
    }

    private async Task LockAsync(TrackerContext context, NpgsqlConnectionStringBuilder setting, CancellationToken cancellationToken)
    {
        context.Database.SetCommandTimeout(options.MigrationTimeLimit);
        try
        {
            await context.Database.ExecuteSqlRawAsync(AdvisoryLocks.Migrate, cancellationToken);
        }
        catch (NpgsqlException fault) when (fault.InnerException is TimeoutException)
        {
            throw new StoreRefusal($"Another process has been bringing the database {PostgreSqlServer.Place(setting)} up to date for "
                + $"{options.MigrationTimeLimit.TotalMinutes:0} minutes: wait until it is ready, or end it, and start again.", fault);
        }
    }

    private async Task MigrateAsync(TrackerContext context, NpgsqlConnectionStringBuilder setting, CancellationToken cancellationToken)
    {
        string[] known = [.. context.Database.GetMigrations()];
        var applied = await PostgreSqlServer.InspectAsync(context, setting, known, cancellationToken);
        string[] pending = [.. known.Except(applied)];
        await PostgreSqlServer.RefuseReadOnlyAsync(context, setting, pending.Length > 0, cancellationToken);
        if (pending.Length == 0)
        {
            logger.LogInformation("Schema: up to date at {Migration}", known[^1]);
        }
        else
        {
            logger.LogInformation("Schema: migrating, {Count} pending: {Migrations}", pending.Length, string.Join(", ", pending));
            await context.Database.MigrateAsync(cancellationToken);
            logger.LogInformation("Schema: migrated to {Migration}", known[^1]);
        }

        logger.LogInformation("Append-only triggers: {Count} made", await PostgreSqlTriggers.EnsureAsync(context, cancellationToken));
    }

    // One connection with one transaction: all that is read is as of one moment, whoever writes meanwhile.
    private sealed class Snapshot(TrackerContext context) : StoredData
    {
        public override TrackerContext NewContext() => context;

        public override ValueTask DisposeAsync() => context.DisposeAsync();
    }
}
