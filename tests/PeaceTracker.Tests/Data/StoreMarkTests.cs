using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

public class StoreMarkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Now_OnAFile_MovesWithWhatIsWrittenByWhomever()
    {
        await using var store = await TestStore.StartInFileAsync(ThreeStatusEvents.EmptyBoard());
        await store.Services.GetRequiredService<StoreDatabase>().SettleAsync(Token);
        var mark = store.Services.GetRequiredService<StoreMark>();

        var first = mark.Now;
        _ = await store.Boards.ListAsync(Token);
        Assert.NotNull(first);
        Assert.Equal(first, mark.Now); // reading moves nothing

        await store.AddAccountAsync(AccountRole.Editor);
        var second = mark.Now;
        Assert.NotEqual(first, second);

        TestStore.Execute(store.DatabaseFile, "UPDATE \"Accounts\" SET \"DisplayName\" = 'Other'"); // as a tool from outside would
        Assert.NotEqual(second, mark.Now);
    }

    [Fact]
    public async Task Ask_ThatThereIsNothing_IsNotKeptWhereAnybodyMayAsk()
    {
        await using var store = await TestStore.StartInFileAsync(ThreeStatusEvents.EmptyBoard());
        await store.Services.GetRequiredService<StoreDatabase>().SettleAsync(Token);
        var (mark, kept) = (store.Services.GetRequiredService<StoreMark>(), new MarkedAnswers<string, string?>());

        await mark.AskAsync(kept, "known", () => Task.FromResult<string?>("Mara"), keepsNothing: false);
        await mark.AskAsync(kept, "invented", () => Task.FromResult<string?>(null), keepsNothing: false);
        Assert.Equal(["known"], kept.Keys);

        await mark.AskAsync(kept, "none", () => Task.FromResult<string?>(null));
        Assert.Equal(2, kept.Count);
    }

    // What is kept of an account is as good as asking: a role that is taken away past all of the program counts at the next request.
    [Fact]
    public async Task Renew_AccountChangedBetweenTwoRequests_IsSeenAtTheNext()
    {
        await using var store = await TestStore.StartInFileAsync(
            ThreeStatusEvents.EmptyBoard(),
            services => services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
                .AddSingleton<SecondFactorRule>().AddSingleton<AccountPrincipals>());
        await store.Services.GetRequiredService<StoreDatabase>().SettleAsync(Token);
        var principals = store.Services.GetRequiredService<AccountPrincipals>();
        var id = await store.AddAccountAsync(AccountRole.Editor, "Mara");
        await store.ChangeAccountAsync(id, account => account.SecurityStamp = "stamp");
        var account = await AccountAsync(store, id);
        var person = await principals.CreateAsync(account);

        Assert.Same(person, await principals.RenewAsync(person, null, Token));
        Assert.Same(person, await principals.RenewAsync(person, null, Token));

        await store.ChangeAccountAsync(id, changed => changed.Role = AccountRole.Viewer);
        var renewed = await principals.RenewAsync(person, null, Token);
        Assert.True(renewed!.Has(AccountRole.Viewer));

        await store.ChangeAccountAsync(id, changed => changed.SecurityStamp = "another");
        Assert.Null(await principals.RenewAsync(person, null, Token));
    }

    private static async Task<Account> AccountAsync(TestStore store, string id)
    {
        await using var context = store.NewContext();
        return (await context.Accounts.FindAsync([id], Token))!;
    }
}
