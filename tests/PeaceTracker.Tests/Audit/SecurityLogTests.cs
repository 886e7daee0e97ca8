using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Accounts;

namespace PeaceTracker.Tests.Audit;

/// <summary>What is kept of security events, how long, and how much of it anybody can make.</summary>
[OnEveryDatabase]
public sealed class SecurityLogTests : IAsyncLifetime
{
    private AccountStore _store = null!;

    private SecurityLog Log => _store.Get<SecurityLog>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await AccountStore.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Forget_AfterNinetyDays_TakesAddressesAndLeavesTheEvent()
    {
        await Log.WriteAsync(SecurityKinds.SignInFailed, null, "", "192.0.2.1", "Old.", Cancellation, "old@example.org");
        _store.Clock.Advance(TimeSpan.FromDays(1));
        await Log.WriteAsync(SecurityKinds.SignInFailed, null, "", "192.0.2.2", "New.", Cancellation, "new@example.org");
        _store.Clock.Advance(TimeSpan.FromDays(89) + TimeSpan.FromMinutes(1));

        await _store.Get<Forgetting>().ForgetAsync(Cancellation);

        var events = await _store.EventsAsync();
        Assert.Equal(["Old.", "New."], events.Select(row => row.Detail));
        Assert.Equal([null, "192.0.2.2"], events.Select(row => row.Trace?.From));
        Assert.Equal([null, "new@example.org"], events.Select(row => row.Trace?.Address));
    }

    [Fact]
    public async Task Forget_SessionsOlderThanADay_AreGone()
    {
        var ada = await _store.AddAsync(AccountRole.Editor, "Ada");
        var sessions = _store.Get<OpenSessions>();
        await sessions.BeginAsync(ada.AccountId, "192.0.2.1", null, false, Cancellation);
        _store.Clock.Advance(TimeSpan.FromHours(24));
        var young = await sessions.BeginAsync(ada.AccountId, "192.0.2.1", null, false, Cancellation);

        await _store.Get<Forgetting>().ForgetAsync(Cancellation);

        await using var context = _store.Store.NewContext();
        Assert.Equal([young], context.Sessions.Select(row => row.Id));
    }

    [Fact]
    public async Task WriteFolded_ManyOfTheSame_WritesOneInTenMinutesAndCountsTheRest()
    {
        for (var i = 0; i < 100; i++)
        {
            await Log.WriteFoldedAsync(SecurityKinds.AccessRefused, "vera", "Vera", "192.0.2.1", $"/admin/{i}", Cancellation);
        }

        await Log.WriteFoldedAsync(SecurityKinds.AccessRefused, "otto", "Otto", "192.0.2.1", "/admin", Cancellation);
        _store.Clock.Advance(TimeSpan.FromMinutes(10));
        await Log.WriteFoldedAsync(SecurityKinds.AccessRefused, "vera", "Vera", "192.0.2.1", "/admin/users", Cancellation);

        Assert.Equal(["/admin/0", "/admin", "/admin/users (99 more before, not listed)"], (await _store.EventsAsync()).Select(row => row.Detail));
    }

    [Theory]
    [InlineData("a\u001B[2Jb\r\nc", "a\uFFFD[2Jb\uFFFD\uFFFDc")]
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    [InlineData("Ünal 🕊", "Ünal 🕊")]
    public async Task Write_TextWithControlCharacters_IsKeptWithoutThem(string typed, string kept)
    {
        await Log.WriteAsync(SecurityKinds.SignInFailed, null, typed, null, typed, Cancellation);

        var row = Assert.Single(await _store.EventsAsync());
        Assert.Equal((kept, kept), (row.Who, row.Detail));
    }
}
