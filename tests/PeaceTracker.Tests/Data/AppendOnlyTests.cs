using Microsoft.Data.Sqlite;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

public class AppendOnlyTests
{
    public static TheoryData<string> Tables => ["StatusEvents", "Positions", "Claims", "Changes"];

    [Theory]
    [MemberData(nameof(Tables))]
    public Task Update_AppendOnlyTable_IsRefused(string table) => AssertRefusedAsync(table, $"UPDATE {table} SET RecordedBy = 'x'");

    [Theory]
    [MemberData(nameof(Tables))]
    public Task Delete_AppendOnlyTable_IsRefused(string table) => AssertRefusedAsync(table, $"PRAGMA foreign_keys=OFF; DELETE FROM {table}");

    [Theory]
    [MemberData(nameof(Tables))]
    public Task Replace_AppendOnlyTable_IsRefused(string table) =>
        AssertRefusedAsync(table, $"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1");

    [Fact]
    public async Task Start_TriggersLostOrChanged_MakesThemAnew()
    {
        await using var store = await TestStore.StartInFileAsync(FullRecord.Make());
        TestStore.Execute(store.DatabaseFile, "DROP TRIGGER Claims_refuse_delete; DROP TRIGGER Claims_refuse_update; "
            + "CREATE TRIGGER Claims_refuse_update BEFORE UPDATE ON Claims BEGIN SELECT 1; END");
        await store.Services.DisposeAsync();

        await using var again = TestStore.Provide(new() { DataDirectory = store.Folder });
        await TestStore.StartAsync(again);

        AssertRefused(store, "Claims", "DELETE FROM Claims");
        AssertRefused(store, "Claims", "UPDATE Claims SET RecordedBy = 'x'");
    }

    private static async Task AssertRefusedAsync(string table, string sql)
    {
        await using var store = await TestStore.StartInFileAsync(FullRecord.Make());

        AssertRefused(store, table, sql);
    }

    private static void AssertRefused(TestStore store, string table, string sql)
    {
        var before = Content(store, table);

        var fault = Assert.Throws<SqliteException>(() => TestStore.Execute(store.DatabaseFile, sql));

        Assert.Contains($"{table} is append-only", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, Content(store, table));
    }

    private static object? Content(TestStore store, string table) =>
        TestStore.Scalar(store.DatabaseFile, $"SELECT group_concat(RecordedBy || RecordedAt) FROM {table}");
}
