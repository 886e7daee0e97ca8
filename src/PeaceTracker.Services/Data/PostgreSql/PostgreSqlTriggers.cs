using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>
/// The database itself refuses to update, delete or truncate rows of append-only tables, whoever asks, and tells whoever listens what was
/// written. Made again where they are missing or switched off; where all are there, no table is locked.
/// </summary>
internal static class PostgreSqlTriggers
{
    /// <summary>Where the server tells what was written: the number of a change, or that accounts have changed.</summary>
    public const string Channel = "peacetracker";

    private const string Name = "refuse_all_but_insert";

    private const string Functions = """
        CREATE OR REPLACE FUNCTION peacetracker_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only: % refused, add a further row', TG_TABLE_NAME, lower(TG_OP);
        END $$;
        CREATE OR REPLACE FUNCTION peacetracker_tell() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_TABLE_NAME = 'Changes' THEN
                PERFORM pg_notify('peacetracker', (SELECT max("Number") FROM "Changes")::text);
            ELSE
                PERFORM pg_notify('peacetracker', 'accounts');
            END IF;
            RETURN NULL;
        END $$
        """;

    private static readonly (string Suffix, string Of, string Each)[] Levels =
        [("", "UPDATE OR DELETE", "ROW"), ("_truncate", "TRUNCATE", "STATEMENT")];

    private static readonly (string Table, string After)[] Telling =
        [("Changes", "INSERT"), ("Accounts", "INSERT OR UPDATE OR DELETE"), ("AccountSessions", "INSERT OR DELETE")];

    /// <summary>Makes every trigger be there as it should be; returns how many had to be made. Only under the lock of a start.</summary>
    public static async Task<int> EnsureAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(Functions, cancellationToken);
        var existing = await context.Database.SqlQueryRaw<string>(
            """
            SELECT c.relname || '.' || t.tgname AS "Value" FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled IN ('O', 'A') AND p.proname LIKE 'peacetracker\_%'
            """).ToListAsync(cancellationToken);
        var missing = (from type in context.Model.GetEntityTypes()
                       where type.IsAppendOnly()
                       let table = type.GetTableName()!
                       from level in Levels
                       where !existing.Contains($"{table}.{Name}{level.Suffix}")
                       select (Table: table, Trigger: Name + level.Suffix, level.Of, level.Each)).ToList();
        foreach (var (table, trigger, of, each) in missing)
        {
            await MakeAsync(table, trigger, $"BEFORE {of} ON \"{table}\" FOR EACH {each} EXECUTE FUNCTION peacetracker_refuse()");
        }

        var silent = Telling.Where(telling => !existing.Contains($"{telling.Table}.tell")).ToList();
        foreach (var (table, after) in silent)
        {
            await MakeAsync(table, "tell", $"AFTER {after} ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION peacetracker_tell()");
        }

        return missing.Count + silent.Count;

        async Task MakeAsync(string table, string trigger, string how)
        {
            await ExecuteAsync($"CREATE OR REPLACE TRIGGER {trigger} {how}");
            await ExecuteAsync($"ALTER TABLE \"{table}\" ENABLE TRIGGER {trigger}");
        }

        Task ExecuteAsync(string sql) => context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
    }
}
