using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>Whether a database is as SQLite and the model want it: every page and index, every reference, every trigger.</summary>
internal static class SqliteCheck
{
    /// <summary>What is wrong first, in a sentence; null where nothing is.</summary>
    public static async Task<string?> FaultOfAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        if (await FirstAsync(connection, "PRAGMA integrity_check(1)", cancellationToken) is var sound and not "ok")
        {
            return $"The database is damaged: {sound?.ReplaceLineEndings(" ")}.";
        }

        if (await FirstAsync(connection, "SELECT \"table\" || ' to ' || parent FROM pragma_foreign_key_check LIMIT 1", cancellationToken) is { } lost)
        {
            return $"A row refers to another that is not there ({lost}).";
        }

        return await AppendOnlyTriggers.MissingAsync(context, cancellationToken) is { Count: > 0 } missing
            ? $"The database no longer refuses changes to the record: {missing[0]} is missing or was changed. Starting the program restores it."
            : null;
    }

    private static async Task<string?> FirstAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }
}
