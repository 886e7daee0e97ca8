using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data.PostgreSql;

/// <summary>Several programs on one database.</summary>
[OnPostgreSql]
public class SharedDatabaseTests : PostgreSqlTest
{
    private const int Writers = 10, Saves = 4;

    [Fact]
    public async Task Start_ThreeAtOnceOnAnEmptyDatabase_MigrateAndFillOnce()
    {
        var record = FullRecord.Make();
        ServiceProvider[] programs = [Provide(Database), Provide(Database), Provide(Database)];

        await Task.WhenAll(programs.Select(program => Task.Run(() => TestStore.StartAsync(program, record))));

        Assert.Equal(1L, await TestServer.ScalarAsync(Database, "SELECT count(*) FROM \"Negotiations\""));
        Assert.Equal(1L, await TestServer.ScalarAsync(Database, "SELECT count(*) FROM \"Changes\""));
        await Task.WhenAll(programs.Select(program => program.DisposeAsync().AsTask()));
    }

    // Whoever dies while migrating holds nothing any more, and what it had begun is not there.
    [Fact]
    public async Task Start_AnotherDiesWhileMigrating_WaitsForItAndGoesOn()
    {
        await using var other = new NpgsqlConnection($"{Database};Pooling=false");
        await other.OpenAsync(Cancellation);
        await RunAsync(other, "SELECT pg_advisory_lock(8818490702)");
        await RunAsync(other, "BEGIN; CREATE TABLE \"Accounts\" (half_made int)");
        await using var program = Provide(Database);

        var start = Task.Run(() => TestStore.StartAsync(program), Cancellation);
        while ((long)(await TestServer.ScalarAsync(Database, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))! == 0)
        {
            Assert.False(start.IsCompleted);
        }

        await TestServer.ExecuteAsync(Database, $"SELECT pg_terminate_backend({other.ProcessID})");
        await start;

        await using var context = await program.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContextAsync(Cancellation);
        Assert.False(await context.Accounts.AnyAsync(Cancellation));
    }

    // Twenty writers on two programs: every save that was acknowledged is there, once, numbered without a gap and chained.
    [Fact]
    public async Task Run_ManyWritersOnTwoPrograms_NumberAndChainEverySaveOnce()
    {
        await using var one = Provide(Database);
        await using var two = Provide(Database);
        var record = new RecordBuilder().Issues(2, Domain.Issues.Level.Disputed).Build();
        await TestStore.StartAsync(one, record);
        await TestStore.StartAsync(two);
        var manager = await TestAccounts.AddAccountAsync(one, AccountRole.Manager, "Ada");

        var results = await Task.WhenAll(Enumerable.Range(0, Writers * 2).Select(writer => Task.Run(async () =>
        {
            var editor = (writer % 2 == 0 ? one : two).GetRequiredService<BoardEditor>();
            var saved = new List<long>();
            for (var i = 0; i < Saves; i++)
            {
                var party = new Party { Key = "", Name = $"Party {writer} {i}", Since = RecordBuilder.Day(1), RecordedAt = DateTime.UnixEpoch };
                var result = await editor.RunAsync(new AddRow<Party>(RecordBuilder.Slug, party), manager, Cancellation);
                saved.Add(Assert.IsType<SaveResult.Saved>(result).ChangeNumber);
            }

            return saved;
        })));

        // Change 1 brought the record.
        Assert.Equal(Enumerable.Range(2, Writers * 2 * Saves).Select(n => (long)n), results.SelectMany(saved => saved).Order());
        var board = await two.GetRequiredService<BoardReader>().FindAsync(RecordBuilder.Slug, Cancellation);
        Assert.Equal(record.Parties.Count + (Writers * 2 * Saves), board!.Record.Parties.Count);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(0, await one.GetRequiredService<VerifyCommand>().RunAsync(output, errors, Cancellation));
        Assert.Contains($"{1 + (Writers * 2 * Saves)} changes checked, all fit.", output.ToString(), StringComparison.Ordinal);
    }

    // As when the nodes are renewed one after the other, and this one is the last.
    [Fact]
    public async Task Run_SchemaBroughtFurtherByANewerNode_IsRefusedInASentenceAndReadingGoesOn()
    {
        await using var older = Provide(Database);
        await TestStore.StartAsync(older, new RecordBuilder().Issues(2, Domain.Issues.Level.Disputed).Build());
        var manager = await TestAccounts.AddAccountAsync(older, AccountRole.Manager, "Ada");
        await TestServer.ExecuteAsync(Database, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_Later', '99')");

        var party = new Party { Key = "", Name = "Too new", Since = RecordBuilder.Day(1), RecordedAt = DateTime.UnixEpoch };
        var refused = Assert.IsType<SaveResult.Refused>(
            await older.GetRequiredService<BoardEditor>().RunAsync(new AddRow<Party>(RecordBuilder.Slug, party), manager, Cancellation));
        var board = await older.GetRequiredService<BoardReader>().FindAsync(RecordBuilder.Slug, Cancellation);

        Assert.Contains("newer version of PeaceTracker", Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(board!.Record.Parties, known => known.Name == "Too new");
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("half\uD800")]
    public async Task Find_TextThatCantBeStored_FindsNothing(string slug)
    {
        await using var program = Provide(Database);
        await TestStore.StartAsync(program);

        Assert.Null(await program.GetRequiredService<BoardReader>().FindAsync(slug, Cancellation));
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
