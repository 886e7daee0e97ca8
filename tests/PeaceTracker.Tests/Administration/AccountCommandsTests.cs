using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Accounts;

namespace PeaceTracker.Tests.Administration;

/// <summary>What accounts at the command line refuse; the words are tested with the program (<c>CommandGrammarTests</c>).</summary>
[OnEveryDatabase]
public class AccountCommandsTests
{
    [Theory]
    [InlineData("no account", "nobody@example.org", null)]
    [InlineData("not an e-mail address", "ada", "Ada")]
    public async Task Run_AddressThatWillNotDo_SaysSoAndChangesNothing(string says, string email, string? name)
    {
        await using var store = await AccountStore.StartAsync();
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var commands = store.Get<AccountCommands>();

        Assert.Equal(1, name is null
            ? await commands.ResetAsync(email, output, errors, TestContext.Current.CancellationToken)
            : await commands.AddAsync(email, name, AccountRole.Editor, output, errors, TestContext.Current.CancellationToken));

        Assert.Contains(says, errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
        await using var context = store.Store.NewContext();
        Assert.Equal(0, await context.Accounts.CountAsync(TestContext.Current.CancellationToken));
    }
}
