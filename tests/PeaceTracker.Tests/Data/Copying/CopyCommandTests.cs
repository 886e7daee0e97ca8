using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Copying;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Changes;
using PeaceTracker.Tests.Data.PostgreSql;

namespace PeaceTracker.Tests.Data.Copying;

/// <summary>A whole store from a file to a server, and back.</summary>
[OnPostgreSql]
public sealed class CopyCommandTests : PostgreSqlTest
{
    private const int Commands = 40;

    [Fact]
    public async Task Copy_ExampleWithAHistoryThereAndBack_HasTheSameRowsNumbersHashesAndKeys()
    {
        using var first = new TemporaryFolder();
        using var back = new TemporaryFolder();
        var file = new StoreOptions { DataDirectory = first.Path };
        var sealedText = await FillAsync(file);

        var there = await CopyAsync(file, Database);
        var server = new StoreOptions { DataDirectory = back.Path, Database = Database };
        var again = await CopyAsync(server, back.Path);

        Assert.Equal((0, "", 0, ""), (there.Code, there.Errors, again.Code, again.Errors));
        // Row by row: what was read of the file again is what was read of the server.
        Assert.Equal(Lines(there.Output), Lines(again.Output));
        Assert.Contains("all the same; the newest change is ", there.Output, StringComparison.Ordinal);
        var returned = new StoreOptions { DataDirectory = back.Path };
        Assert.Equal(await DigestsAsync(file), await DigestsAsync(returned));
        Assert.Equal("kept", await OpenedAsync(server, sealedText));
        Assert.Equal("kept", await OpenedAsync(returned, sealedText));
    }

    // What comes after has its own numbers, in tables that the server numbers, too.
    [Fact]
    public async Task Copy_ThenSave_GoesOnFromThere()
    {
        using var folder = new TemporaryFolder();
        await FillAsync(new StoreOptions { DataDirectory = folder.Path });
        await CopyAsync(new StoreOptions { DataDirectory = folder.Path }, Database);

        await using var program = Provide(Database);
        await TestStore.StartAsync(program);
        var manager = await TestAccounts.AddAccountAsync(program, AccountRole.Manager, "Mia");
        var added = new AddNegotiation((await program.GetRequiredService<BoardReader>().ListAsync(Cancellation))[0] with { Slug = "another" });
        var viewer = await program.GetRequiredService<BoardEditor>().RunAsync(added, manager, Cancellation);

        Assert.IsType<SaveResult.Saved>(viewer);
        using var errors = new StringWriter();
        Assert.Equal(0, await program.GetRequiredService<VerifyCommand>().RunAsync(TextWriter.Null, errors, Cancellation));
    }

    [Fact]
    public async Task Copy_ToAStoreThatIsNotEmpty_IsRefusedAndChangesNothing()
    {
        using var folder = new TemporaryFolder();
        await FillAsync(new StoreOptions { DataDirectory = folder.Path });
        await using (var program = Provide(Database))
        {
            await TestStore.StartAsync(program, FullRecord.Make());
        }

        var (code, output, errors) = await CopyAsync(new StoreOptions { DataDirectory = folder.Path }, Database);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("is not empty", errors, StringComparison.Ordinal);
        Assert.Equal(1L, await TestServer.ScalarAsync(Database, "SELECT count(*) FROM \"Changes\""));
    }

    private static string[] Lines(string output) =>
        [.. output.Split(Environment.NewLine).Where(line => line.Contains(": ", StringComparison.Ordinal))];

    private static async Task<(int Code, string Output, string Errors)> CopyAsync(StoreOptions from, string target)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        await using var services = TestStore.Provide(from);
        var code = await services.GetRequiredService<CopyCommand>().RunAsync(target, output, errors, Cancellation);
        return (code, output.ToString(), errors.ToString());
    }

    private static async Task<IReadOnlyList<(string, string)>> DigestsAsync(StoreOptions options)
    {
        await using var services = TestStore.Provide(options);
        await using var data = await services.GetRequiredService<StoreDatabase>().OpenStoredAsync(Cancellation);
        await using var context = data.NewContext();
        var digests = new List<(string, string)>();
        await foreach (var digest in new StoreCopy(context, context).DigestsAsync(Cancellation))
        {
            digests.Add(digest);
        }

        return digests;
    }

    // The example with people, an outcome and a form that wait, and changes of many kinds, in a store in a file; returns something that its keys
    // have sealed.
    private static async Task<string> FillAsync(StoreOptions options)
    {
        var record = (await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, "example.json"), Cancellation)).Record!;
        await using var services = WithAccounts(options);
        await TestStore.StartAsync(services, record);
        await services.StartAccountsAsync(Cancellation);
        var manager = await TestAccounts.AddAccountAsync(services, AccountRole.Manager, "Ada");
        var (boards, editor) = (services.GetRequiredService<BoardReader>(), services.GetRequiredService<BoardEditor>());
        var slug = record.Negotiation.Slug;
        var commands = new RandomCommands(new Random(7));
        for (var i = 0; i < Commands; i++)
        {
            await editor.RunAsync(commands.Next((await boards.FindAsync(slug, Cancellation))!.Record), manager, Cancellation);
        }

        await services.GetRequiredService<OutcomeDesk>().KeepAsync(slug, Guid.NewGuid(), 0, new OutcomeForm(), manager, Cancellation);
        await services.GetRequiredService<FormKeeper>()
            .KeepAsync(manager, new FormPlace("/somewhere", "A form", slug), "{\"half\":\"typed\"}", 0, Cancellation);
        return services.GetDataProtector("test").Protect("kept");
    }

    private static async Task<string> OpenedAsync(StoreOptions options, string sealedText)
    {
        await using var services = WithAccounts(options);
        return services.GetDataProtector("test").Unprotect(sealedText);
    }

    private static ServiceProvider WithAccounts(StoreOptions options) => TestStore.Provide(options, services =>
    {
        services.AddLogging();
        services.AddPeaceTrackerAccounts(new ConfigurationBuilder().Build());
    });
}
