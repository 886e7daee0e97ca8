using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>Says in one sentence why a database on a server can't be the store, and what to do.</summary>
internal static class PostgreSqlServer
{
    private const string History = "__EFMigrationsHistory";

    /// <summary>Opens the context's connection, or refuses: no server, no such database, a wrong password, a server that can't be used.</summary>
    public static async Task OpenAsync(TrackerContext context, NpgsqlConnectionStringBuilder setting, CancellationToken cancellationToken)
    {
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
        }
        catch (Exception fault) when (Refusal(fault, setting) is { } refusal)
        {
            throw refusal;
        }

        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var place = Place(setting);
        RefuseOld(connection.PostgreSqlVersion, place);
        if (await AskAsync<string>(context, "SELECT pg_encoding_to_char(encoding) AS \"Value\" FROM pg_database WHERE datname = current_database()",
            cancellationToken) is not "UTF8" and var encoding)
        {
            throw new StoreRefusal($"The database {place} is encoded in {encoding}, which can’t hold every text: create one with encoding UTF8.");
        }
    }

    /// <summary>Refuses a server that is too old.</summary>
    public static void RefuseOld(Version version, string place)
    {
        if (version.Major < PostgreSqlSettings.OldestServer)
        {
            throw new StoreRefusal(
                $"The server of {place} is PostgreSQL {version}: PeaceTracker needs {PostgreSqlSettings.OldestServer} or later.");
        }
    }

    /// <summary>
    /// The migrations that the database has had, none for one that is empty. Refuses a database of another program and one from a newer version
    /// than <paramref name="known"/>.
    /// </summary>
    public static async Task<IReadOnlyList<string>> InspectAsync(
        TrackerContext context, NpgsqlConnectionStringBuilder setting, IReadOnlyCollection<string> known, CancellationToken cancellationToken)
    {
        var place = Place(setting);
        var tables = await context.Database.SqlQueryRaw<string>(
            "SELECT tablename::text AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()").ToListAsync(cancellationToken);
        if (tables.Count == 0)
        {
            return [];
        }

        List<string> applied = !tables.Contains(History) ? [] : await context.Database.SqlQueryRaw<string>(
            $"SELECT \"MigrationId\" AS \"Value\" FROM \"{History}\" ORDER BY 1").ToListAsync(cancellationToken);
        if (applied.Count == 0 && tables is [History])
        {
            return []; // a first start that was cut off
        }

        if (!applied.Intersect(known).Any())
        {
            throw new StoreRefusal($"The database {place} belongs to another program: name an empty one in PeaceTracker:Database.");
        }

        return applied.Except(known).LastOrDefault() is { } unknown
            ? throw new StoreRefusal($"The database {place} was written by a newer version of PeaceTracker (its schema has {unknown}): "
                + "start that version, or name another database in PeaceTracker:Database.")
            : applied;
    }

    /// <summary>Refuses a database to which this user, or nobody, may write.</summary>
    public static async Task RefuseReadOnlyAsync(
        TrackerContext context, NpgsqlConnectionStringBuilder setting, bool migrating, CancellationToken cancellationToken)
    {
        if (await AskAsync<bool>(
            context, "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::bool AS \"Value\"", cancellationToken))
        {
            throw new StoreRefusal($"The database {Place(setting)} can only be read (a standby?): name the primary in PeaceTracker:Database.");
        }

        if (migrating && !await AskAsync<bool>(
            context, "SELECT COALESCE(has_schema_privilege(current_schema(), 'CREATE'), false) AS \"Value\"", cancellationToken))
        {
            throw new StoreRefusal($"The user {setting.Username} may not create tables in the database {Place(setting)}: "
                + $"make it the owner, with ALTER DATABASE \"{setting.Database}\" OWNER TO \"{setting.Username}\".");
        }
    }

    /// <summary>The server and the database.</summary>
    public static string Place(NpgsqlConnectionStringBuilder setting) => $"{setting.Host}:{setting.Port}/{setting.Database}";

    // Null for a fault that is none of the setting or the server.
    private static StoreRefusal? Refusal(Exception fault, NpgsqlConnectionStringBuilder setting)
    {
        var server = $"{setting.Host}:{setting.Port}";
        var message = fault.GetBaseException() switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused =>
                $"The PostgreSQL server {server} does not let the user {setting.Username} in ({refused.MessageText}): "
                    + "correct Username and Password in PeaceTracker:Database.",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
                $"There is no database {setting.Database} on the PostgreSQL server {server}: "
                    + $"create it there with createdb --encoding=UTF8 --template=template0 --owner={setting.Username} {setting.Database}.",
            PostgresException other => $"The PostgreSQL server {server} accepts no connection ({other.MessageText.TrimEnd('.')}): "
                + "correct that there, or correct PeaceTracker:Database.",
            SocketException or TimeoutException or IOException or NpgsqlException =>
                $"No PostgreSQL server answers at {server} ({fault.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.')}): "
                    + "start it, or correct PeaceTracker:Database.",
            _ => null,
        };
        return message is null ? null : new StoreRefusal(message, fault);
    }

    private static Task<T> AskAsync<T>(TrackerContext context, string sql, CancellationToken cancellationToken) =>
        context.Database.SqlQueryRaw<T>(sql).SingleAsync(cancellationToken);
}
