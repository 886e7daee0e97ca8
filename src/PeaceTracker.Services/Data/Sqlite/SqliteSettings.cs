using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PeaceTracker.Services.Data.Migrations.Sqlite.ReadyModel;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>How every connection to the store's file is opened.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    /// <summary>Writes the model of the tables anew, without which each start would work it out: see docs/decisions/0080.</summary>
    public const string ReadyModel = "dotnet ef dbcontext optimize --project src/PeaceTracker.Services --context SqliteTrackerContext "
        + "--output-dir Data/Migrations/Sqlite/ReadyModel --namespace PeaceTracker.Services.Data.Migrations.Sqlite.ReadyModel";

    // FULL: a saved agreement survives a power cut. The time-out is for tools from outside; within, the write gate keeps order.
    // Temporary tables are small, and there may be no folder for them but the store's own.
    private const string Pragmas = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";

    private static readonly SqliteSettings Instance = new();

    /// <summary>Points the context at a file, with the settings that the store needs on each connection.</summary>
    public static void Use(DbContextOptionsBuilder builder, string file)
    {
        builder.UseSqlite(ConnectionString(file)).AddInterceptors(Instance, CommandClock.Instance)
            // A table is rebuilt outside a transaction; a backup was made before.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));
        // Tests have contexts and mappings that the model was not made for.
        if (builder.Options.ContextType == typeof(SqliteTrackerContext) && TrackerContext.Mappings.Count == 1)
        {
            builder.UseModel(SqliteTrackerContextModel.Instance);
        }
    }

    /// <summary>The one way to the file that is used in this process, so that all connections share one pool.</summary>
    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Cache = SqliteCacheMode.Private,
    }.ConnectionString;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
