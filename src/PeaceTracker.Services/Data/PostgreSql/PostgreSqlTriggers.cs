using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>
/// The database itself refuses to update, delete or truncate rows of append-only tables, whoever asks. Made again where they are missing or
/// switched off; where all are there, no table is locked.
/// </summary>
internal static class PostgreSqlTriggers
{
    private const string Name = "refuse_all_but_insert";

    private const string Function = """
        CREATE OR REPLACE FUNCTION peacetracker_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only: % refused, add a further row', TG_TABLE_NAME, lower(TG_OP);
        END $$
        """;

    private static readonly (string Suffix, string Of, string Each)[] Levels =
        [("", "UPDATE OR DELETE", "ROW"), ("_truncate", "TRUNCATE", "STATEMENT")];

    /// <summary>Makes every trigger be there as it should be; returns how many had to be made. Only under the lock of a start.</summary>
    public static async Task<int> EnsureAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(Function, cancellationToken);
        var existing = await context.Database.SqlQueryRaw<string>(
            """
            SELECT c.relname || '.' || t.tgname AS "Value" FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled IN ('O', 'A') AND p.proname = 'peacetracker_refuse'
            """).ToListAsync(cancellationToken);
        var missing = (from type in context.Model.GetEntityTypes()
                       where type.IsAppendOnly()
                       let table = type.GetTableName()!
                       from level in Levels
                       where !existing.Contains($"{table}.{Name}{level.Suffix}")
                       select (Table: table, Trigger: Name + level.Suffix, level.Of, level.Each)).ToList();
        foreach (var (table, trigger, of, each) in missing)
        {
            await ExecuteAsync(
                $"CREATE OR REPLACE TRIGGER {trigger} BEFORE {of} ON \"{table}\" FOR EACH {each} EXECUTE FUNCTION peacetracker_refuse()");
            await ExecuteAsync($"ALTER TABLE \"{table}\" ENABLE TRIGGER {trigger}");
        }

        return missing.Count;

        Task ExecuteAsync(string sql) => context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
    }
}
