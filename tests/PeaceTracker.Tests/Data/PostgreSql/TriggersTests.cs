using Npgsql;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data.PostgreSql;

/// <summary>The server itself refuses to alter what is append-only.</summary>
[OnPostgreSql]
public class TriggersTests : PostgreSqlTest
{
    private static readonly string[] Tables = ["StatusEvents", "Positions", "Claims", "ClaimAppearances", "Changes", "RowChanges", "SecurityEvents"];

    [Fact]
    public async Task Update_Delete_Truncate_AppendOnlyTables_AreRefused()
    {
        await StartAsync();
        await TestServer.ExecuteAsync(Database,
            "INSERT INTO \"SecurityEvents\" (\"RecordedAt\", \"Kind\", \"Who\") VALUES (now(), 'x', 'x');"
            + "INSERT INTO \"RowChanges\" (\"ChangeNumber\", \"Position\", \"NegotiationId\", \"Section\", \"Key\", \"After\") "
            + "SELECT 1, 1, \"Id\", 'x', 'x', '{}' FROM \"Negotiations\"");

        foreach (var table in Tables)
        {
            var column = (string)(await TestServer.ScalarAsync(
                Database, $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND data_type = 'text' LIMIT 1"))!;
            await AssertRefusedAsync(table, $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\"");
            await AssertRefusedAsync(table, $"DELETE FROM \"{table}\"");
            await AssertRefusedAsync(table, $"TRUNCATE \"{table}\" CASCADE");
        }
    }

    [Fact]
    public async Task Start_TriggersDroppedOrSwitchedOff_MakesThemAnew()
    {
        await StartAsync();
        await TestServer.ExecuteAsync(Database,
            "DROP TRIGGER refuse_all_but_insert ON \"Claims\"; ALTER TABLE \"Positions\" DISABLE TRIGGER refuse_all_but_insert");

        await StartAsync();

        await AssertRefusedAsync("Claims", "DELETE FROM \"Claims\"");
        await AssertRefusedAsync("Positions", "DELETE FROM \"Positions\"");
    }

    private async Task StartAsync()
    {
        await using var program = Provide(Database);
        await TestStore.StartAsync(program, FullRecord.Make());
    }

    private async Task AssertRefusedAsync(string table, string sql)
    {
        var fault = await Assert.ThrowsAsync<PostgresException>(() => TestServer.ExecuteAsync(Database, sql));

        Assert.Contains("is append-only", fault.MessageText, StringComparison.Ordinal);
        Assert.StartsWith(table, fault.MessageText, StringComparison.Ordinal);
    }
}
