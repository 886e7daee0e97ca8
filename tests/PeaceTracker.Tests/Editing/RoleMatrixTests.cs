using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

/// <summary>All commands against all roles, a disabled account and nobody. A command that is added later is in the matrix by being there.</summary>
[OnEveryDatabase]
public class RoleMatrixTests
{
    // Who may do what, from the issue: viewers nothing, editors the board, managers approve and open negotiations as well.
    private static readonly Dictionary<string, AccountRole> Expected = new()
    {
        ["AddRow`1"] = AccountRole.Editor,
        ["EditRow`1"] = AccountRole.Editor,
        ["RetractRow`1"] = AccountRole.Editor,
        ["AddEntry`1"] = AccountRole.Editor,
        ["CorrectEntry`1"] = AccountRole.Editor,
        ["RetractEntry`1"] = AccountRole.Editor,
        ["ChooseHeadline"] = AccountRole.Editor,
        ["PublishOutcome"] = AccountRole.Editor,
        ["AddParties"] = AccountRole.Editor,
        ["ImportRows"] = AccountRole.Editor,
        ["AddIssues"] = AccountRole.Editor,
        ["RecordLevels"] = AccountRole.Editor,
        ["EditNegotiation"] = AccountRole.Manager,
        ["AddNegotiation"] = AccountRole.Manager,
        ["PublishBoard"] = AccountRole.Manager,
        ["TakeBoardOff"] = AccountRole.Manager,
        ["RestoreRow`1"] = AccountRole.Editor,
        ["RestoreEntry`1"] = AccountRole.Editor,
        ["TakeBack"] = AccountRole.Editor,
    };

    private static IReadOnlyList<Type> Commands { get; } =
        [.. typeof(BoardCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(BoardCommand)) && !t.IsAbstract)];

    public static TheoryData<string, string> Matrix()
    {
        var matrix = new TheoryData<string, string>();
        foreach (var command in Commands)
        {
            foreach (var who in Enum.GetNames<AccountRole>().Append("Disabled").Append("Nobody"))
            {
                matrix.Add(command.Name, who);
            }
        }

        return matrix;
    }

    [Fact]
    public void Commands_EachOne_HasAnExpectation() => Assert.Equal(Expected.Keys.Order(), Commands.Select(c => c.Name).Order());

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Run_EachCommandByEachRole_IsAllowedOrRefused(string commandName, string who)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var record = new RecordBuilder().Issues(1, Level.Disputed).Claim(90).Build();
        await using var store = await TestStore.StartAsync(record);
        var account = await AccountAsync(store, who);
        var command = SampleCommands.Of(Commands.Single(c => c.Name == commandName), record);
        await SampleCommands.PrepareAsync(store, command, account);
        await using var context = store.NewContext();
        var before = await context.Changes.CountAsync(cancellation);

        var result = await store.Services.GetRequiredService<BoardEditor>().RunAsync(command, account, cancellation);

        var changes = await context.Changes.CountAsync(cancellation);
        var refusals = await context.SecurityEvents.CountAsync(e => e.Kind == "save-refused", cancellation);
        if (Enum.TryParse<AccountRole>(who, out var role) && role >= Expected[commandName])
        {
            Assert.IsType<SaveResult.Saved>(result);
            Assert.Equal((before + 1, 0), (changes, refusals));
        }
        else
        {
            Assert.IsType<SaveResult.NotAllowed>(result);
            // One of several in a row is told once.
            Assert.Equal((before, 1), (changes, refusals));
        }
    }

    [Fact]
    public async Task Run_RoleTakenAwayAfterTheFormWasOpened_IsRefusedAtOnce()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var record = new RecordBuilder().Issues(1, Level.Disputed).Build();
        await using var store = await TestStore.StartAsync(record);
        var editor = store.Services.GetRequiredService<BoardEditor>();
        var id = await store.AddAccountAsync(AccountRole.Editor);
        var command = SampleCommands.Of(typeof(AddEntry<>), record);
        await store.ChangeAccountAsync(id, account => account.Role = AccountRole.Viewer);

        var result = await editor.RunAsync(command, id, cancellation);

        Assert.Equal(new SaveResult.NotAllowed(NotAllowedReason.Role), result);
    }

    private static async Task<string?> AccountAsync(TestStore store, string who)
    {
        if (who == "Nobody")
        {
            return null;
        }

        if (who != "Disabled")
        {
            return await store.AddAccountAsync(Enum.Parse<AccountRole>(who));
        }

        var id = await store.AddAccountAsync(AccountRole.Administrator);
        await store.ChangeAccountAsync(id, account => account.DisabledAt = RecordBuilder.At(2));
        return id;
    }
}
