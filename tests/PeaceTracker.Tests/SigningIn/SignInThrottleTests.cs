using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.SigningIn;

[OnEveryDatabase]
public sealed class SignInThrottleTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private TestStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Begin_SixthOfAPair_WaitsUntilTheFirstHasRunOut()
    {
        var throttle = NewThrottle();
        for (var i = 0; i < SignInThrottle.MostOfPair; i++)
        {
            Assert.Null(await throttle.BeginAsync("password", "ada@example.org", "192.0.2.1", Cancellation));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        // The first was five minutes ago and counts for fifteen.
        Assert.Equal(TimeSpan.FromMinutes(10), await throttle.BeginAsync("password", "Ada@Example.org", "192.0.2.1", Cancellation));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await throttle.BeginAsync("password", "ada@example.org", "192.0.2.1", Cancellation));
        Assert.NotNull(await throttle.BeginAsync("password", "ada@example.org", "192.0.2.1", Cancellation));
    }

    [Fact]
    public async Task Begin_FullPair_HoldsNeitherAnotherAddressNorAnotherAccount()
    {
        var throttle = NewThrottle();
        await FillAsync(throttle, "ada@example.org", "192.0.2.1", SignInThrottle.MostOfPair);

        Assert.NotNull(await throttle.BeginAsync("password", "ada@example.org", "192.0.2.1", Cancellation));
        Assert.Null(await throttle.BeginAsync("password", "ada@example.org", "192.0.2.2", Cancellation));
        Assert.Null(await throttle.BeginAsync("password", "eve@example.org", "192.0.2.1", Cancellation));
        Assert.Null(await throttle.BeginAsync("password", "ada@example.org", "2001:db8:0:2::1", Cancellation));
    }

    [Fact]
    public async Task Begin_ManyAccountsFromOneAddress_AreHeldTogether()
    {
        var throttle = NewThrottle();
        for (var i = 0; i < SignInThrottle.MostOfAddress; i++)
        {
            Assert.Null(await throttle.BeginAsync("password", $"a{i}@example.org", "192.0.2.1", Cancellation));
        }

        Assert.NotNull(await throttle.BeginAsync("password", "another@example.org", "192.0.2.1", Cancellation));
        Assert.NotNull(await throttle.BeginAsync("password", "another@example.org", "::ffff:192.0.2.1", Cancellation));
        Assert.Null(await throttle.BeginAsync("password", "another@example.org", "192.0.2.2", Cancellation));
    }

    // What a provider gives to one customer has 65,536 networks.
    [Fact]
    public async Task Begin_NetworksOfOneSite_AreHeldTogether()
    {
        var throttle = NewThrottle();
        for (var i = 1; i <= SignInThrottle.MostOfPair; i++)
        {
            Assert.Null(await throttle.BeginAsync("password", "ada@example.org", $"2001:db8:7:{i}::1", Cancellation));
        }

        Assert.NotNull(await throttle.BeginAsync("password", "ada@example.org", "2001:db8:7:ffff::1", Cancellation));
        Assert.Null(await throttle.BeginAsync("password", "ada@example.org", "2001:db8:8::1", Cancellation));
        for (var i = SignInThrottle.MostOfPair; i < SignInThrottle.MostOfSite; i++)
        {
            Assert.Null(await throttle.BeginAsync("password", $"a{i}@example.org", $"2001:db8:7:{i:x}::1", Cancellation));
        }

        Assert.NotNull(await throttle.BeginAsync("password", "another@example.org", "2001:db8:7:fffe::1", Cancellation));
        Assert.Null(await throttle.BeginAsync("password", "another@example.org", "2001:db8:8::1", Cancellation));
    }

    [Fact]
    public void Enter_FifthOfOneNetwork_FindsNoPlaceAndHoldsNobodyElse()
    {
        var throttle = NewThrottle();
        var places = Enumerable.Range(0, SignInThrottle.MostAtOnce).Select(_ => throttle.Enter("192.0.2.1")).ToList();

        Assert.All(places, Assert.NotNull);
        Assert.Null(throttle.Enter("192.0.2.1"));
        Assert.NotNull(throttle.Enter("192.0.2.2"));
        places[0]!.Dispose();
        Assert.NotNull(throttle.Enter("192.0.2.1"));
    }

    [Fact]
    public async Task Begin_OneNetworkOfVersionSix_IsOneAddress()
    {
        var throttle = NewThrottle();
        await FillAsync(throttle, "ada@example.org", "2001:db8:0:1::1", SignInThrottle.MostOfPair);

        Assert.NotNull(await throttle.BeginAsync("password", "ada@example.org", "2001:db8:0:1:ffff::9", Cancellation));
    }

    [Fact]
    public async Task Succeed_AfterFailures_BeginsAnew()
    {
        var throttle = NewThrottle();
        await FillAsync(throttle, "ada@example.org", "192.0.2.1", SignInThrottle.MostOfPair);
        await throttle.SucceedAsync("password", "ada@example.org", "192.0.2.1", Cancellation);

        Assert.Null(await throttle.BeginAsync("password", "ada@example.org", "192.0.2.1", Cancellation));
    }

    [Fact]
    public async Task Begin_ManyAtOnce_LetsNoMoreThrough()
    {
        var throttle = NewThrottle();

        var waits = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => Task.Run(() => throttle.BeginAsync("password", "ada@example.org", "192.0.2.1", Cancellation))));

        Assert.Equal(SignInThrottle.MostOfPair, waits.Count(wait => wait is null));
    }

    // Who is held is looked at again and again; looking leaves nothing behind, and what is over goes.
    [Fact]
    public async Task Begin_HeldAddressThatTriesManyAccounts_IsStillHeldAndThenFree()
    {
        var throttle = NewThrottle();
        for (var i = 0; i < SignInThrottle.MostOfAddress; i++)
        {
            await throttle.BeginAsync("password", $"a{i}@example.org", "192.0.2.1", Cancellation);
        }

        // Of each attempt one for the account and one for the address.
        Assert.Equal(2 * SignInThrottle.MostOfAddress, await KeptAsync());
        for (var i = 0; i < 50; i++)
        {
            Assert.NotNull(await throttle.BeginAsync("password", $"another-{i}@example.org", "192.0.2.1", Cancellation));
        }

        Assert.Equal(2 * SignInThrottle.MostOfAddress, await KeptAsync());
        _clock.Advance(SignInThrottle.Window);
        Assert.Null(await throttle.BeginAsync("password", "a0@example.org", "192.0.2.1", Cancellation));
        Assert.Equal(2, await KeptAsync());
    }

    // Another process on the same store: a node, or the same one after it was started again.
    [Fact]
    public async Task Begin_OnAnotherNode_CountsWhatTheFirstCounted()
    {
        await FillAsync(NewThrottle(), "ada@example.org", "192.0.2.1", SignInThrottle.MostOfPair);

        Assert.NotNull(await NewThrottle().BeginAsync("password", "ada@example.org", "192.0.2.1", Cancellation));
    }

    [Fact]
    public async Task Begin_Attempt_LeavesNoAddressInTheStore()
    {
        await NewThrottle().BeginAsync("password", "ada@example.org", "192.0.2.1", Cancellation);

        await using var context = _store.NewContext();
        var keys = await context.SignInAttempts.Select(row => row.Key).ToListAsync(Cancellation);
        Assert.All(keys, key => Assert.Matches("^[0-9A-F]{32}$", key));
    }

    private SignInThrottle NewThrottle() =>
        new(_store.Services.GetRequiredService<IDbContextFactory<TrackerContext>>(), _store.Services.GetRequiredService<WriteGate>(), _clock);

    private async Task<int> KeptAsync()
    {
        await using var context = _store.NewContext();
        return await context.SignInAttempts.CountAsync(Cancellation);
    }

    private static async Task FillAsync(SignInThrottle throttle, string account, string address, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.Null(await throttle.BeginAsync("password", account, address, Cancellation));
        }
    }
}
