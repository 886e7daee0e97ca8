using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>
/// The database itself refuses to update or delete rows of append-only tables, whoever asks. Made again where they are missing or
/// differ: a migration that rebuilds a table drops its triggers without a word.
/// </summary>
internal static class AppendOnlyTriggers
{
    /// <summary>Makes every trigger be there as it should be; returns how many had to be made.</summary>
    public static async Task<int> EnsureAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var missing = await FindMissingAsync(context, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (name, sql) in missing)
        {
            await ExecuteAsync($"DROP TRIGGER IF EXISTS \"{name}\"");
            await ExecuteAsync(sql);
        }

        await transaction.CommitAsync(cancellationToken);
        return missing.Count;

        Task ExecuteAsync(string sql) => context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
    }

    /// <summary>The names of those that are not there as they should be.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(TrackerContext context, CancellationToken cancellationToken) =>
        (await FindMissingAsync(context, cancellationToken)).ConvertAll(trigger => trigger.Name);

    private static async Task<List<(string Name, string Sql)>> FindMissingAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        var existing = await ExistingAsync(context.Database.GetDbConnection(), cancellationToken);
        return
        [
            .. context.Model.GetEntityTypes().Where(type => type.IsAppendOnly()).SelectMany(For)
                .Where(trigger => existing.GetValueOrDefault(trigger.Name) != trigger.Sql),
        ];
    }

    private static IEnumerable<(string Name, string Sql)> For(IEntityType type)
    {
        var table = type.GetTableName()!;
        var key = type.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName());
        var sameKey = string.Join(" AND ", key.Select(column => $"\"{column}\" = NEW.\"{column}\""));
        yield return Refuse("update", "UPDATE", "");
        yield return Refuse("delete", "DELETE", "");
        // INSERT OR REPLACE deletes the old row without firing the trigger on DELETE.
        yield return Refuse("replace", "INSERT", $" WHEN EXISTS (SELECT 1 FROM \"{table}\" WHERE {sameKey})");

        (string Name, string Sql) Refuse(string verb, string statement, string condition)
        {
            var name = $"{table}_refuse_{verb}";
            return (name, $"CREATE TRIGGER \"{name}\" BEFORE {statement} ON \"{table}\"{condition} "
                + $"BEGIN SELECT RAISE(ABORT, '{table} is append-only: {verb} refused, add a further row'); END");
        }
    }

    private static async Task<Dictionary<string, string>> ExistingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var triggers = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            triggers.Add(reader.GetString(0), reader.GetString(1));
        }

        return triggers;
    }
}
