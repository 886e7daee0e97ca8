using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Administration;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Accounts;

namespace PeaceTracker.Tests.Administration;

/// <summary>What the command line refuses; that it is reached from a console is tested with the program (<c>UserCommandsTests</c>).</summary>
[OnEveryDatabase]
public class AccountCommandsTests
{
    [Theory]
    [InlineData(2, "not understood", "add", "ada@example.org")]
    [InlineData(2, "not understood", "add", "ada@example.org", "--name", "Ada", "--role", "king")]
    [InlineData(2, "not understood")]
    [InlineData(1, "no account", "reset-password", "nobody@example.org")]
    [InlineData(1, "no e-mail address", "add", "ada", "--name", "Ada", "--role", "Editor")]
    public async Task Run_WrongWords_SaysSoAndChangesNothing(int code, string says, params string[] words)
    {
        await using var store = await AccountStore.StartAsync();
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(code, await store.Get<AccountCommands>().RunAsync(words, output, errors, TestContext.Current.CancellationToken));

        Assert.Contains(says, errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
        await using var context = store.Store.NewContext();
        Assert.Equal(0, await context.Accounts.CountAsync(TestContext.Current.CancellationToken));
    }
}
