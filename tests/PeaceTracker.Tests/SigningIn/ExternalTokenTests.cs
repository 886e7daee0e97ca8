using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Accounts;

namespace PeaceTracker.Tests.SigningIn;

/// <summary>Tokens of people for whom only another service vouches.</summary>
[OnEveryDatabase]
public sealed class ExternalTokenTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // An account that is closed at the other service is not told of here: nobody signs in with it any more.
    [Theory]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public async Task Find_ThirtyDaysAfterTheLastSignIn_WorksWhereThereArePasswordsHere(string passwords, bool works)
    {
        await using var store = await AccountStore.StartAsync((ExternalSettings.LocalSetting, passwords));
        var (log, tokens) = (store.Get<SecurityLog>(), store.Get<TokenSignIns>());
        var ada = await store.AddAsync(AccountRole.Editor, "Ada");
        ada = ada with { Session = await store.Get<OpenSessions>().BeginAsync(ada.AccountId, null, null, false, Cancellation) };
        var token = (await store.Get<OwnTokens>().MakeAsync(ada, "a script", TokenScope.Read, 90, "", Cancellation)).Secret!;
        async Task<bool> FindAsync() => await tokens.FindAsync(token, "token", Cancellation) is not null;
        Task SignInAsync() => log.WriteAsync(SecurityKinds.SignedIn, ada.AccountId, "Ada", null, null, Cancellation);

        Assert.Equal(works, await FindAsync());
        await SignInAsync();
        store.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.True(await FindAsync());
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(works, await FindAsync());
        await SignInAsync();
        Assert.True(await FindAsync());
        await tokens.Noting;
    }
}
