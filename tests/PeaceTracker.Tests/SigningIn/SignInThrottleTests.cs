using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Tests.SigningIn;

public class SignInThrottleTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Begin_SixthOfAPair_WaitsUntilTheFirstHasRunOut()
    {
        var throttle = new SignInThrottle(_clock);
        for (var i = 0; i < SignInThrottle.MostOfPair; i++)
        {
            Assert.Null(throttle.Begin("password", "ada@example.org", "192.0.2.1"));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        // The first was five minutes ago and counts for fifteen.
        Assert.Equal(TimeSpan.FromMinutes(10), throttle.Begin("password", "Ada@Example.org", "192.0.2.1"));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(throttle.Begin("password", "ada@example.org", "192.0.2.1"));
        Assert.NotNull(throttle.Begin("password", "ada@example.org", "192.0.2.1"));
    }

    [Fact]
    public void Begin_FullPair_HoldsNeitherAnotherAddressNorAnotherAccount()
    {
        var throttle = new SignInThrottle(_clock);
        Fill(throttle, "ada@example.org", "192.0.2.1", SignInThrottle.MostOfPair);

        Assert.NotNull(throttle.Begin("password", "ada@example.org", "192.0.2.1"));
        Assert.Null(throttle.Begin("password", "ada@example.org", "192.0.2.2"));
        Assert.Null(throttle.Begin("password", "eve@example.org", "192.0.2.1"));
        Assert.Null(throttle.Begin("password", "ada@example.org", "2001:db8:0:2::1"));
    }

    [Fact]
    public void Begin_ManyAccountsFromOneAddress_AreHeldTogether()
    {
        var throttle = new SignInThrottle(_clock);
        for (var i = 0; i < SignInThrottle.MostOfAddress; i++)
        {
            Assert.Null(throttle.Begin("password", $"a{i}@example.org", "192.0.2.1"));
        }

        Assert.NotNull(throttle.Begin("password", "another@example.org", "192.0.2.1"));
        Assert.NotNull(throttle.Begin("password", "another@example.org", "::ffff:192.0.2.1"));
        Assert.Null(throttle.Begin("password", "another@example.org", "192.0.2.2"));
    }

    // What a provider gives to one customer has 65,536 networks.
    [Fact]
    public void Begin_NetworksOfOneSite_AreHeldTogether()
    {
        var throttle = new SignInThrottle(_clock);
        for (var i = 1; i <= SignInThrottle.MostOfPair; i++)
        {
            Assert.Null(throttle.Begin("password", "ada@example.org", $"2001:db8:7:{i}::1"));
        }

        Assert.NotNull(throttle.Begin("password", "ada@example.org", "2001:db8:7:ffff::1"));
        Assert.Null(throttle.Begin("password", "ada@example.org", "2001:db8:8::1"));
        for (var i = SignInThrottle.MostOfPair; i < SignInThrottle.MostOfSite; i++)
        {
            Assert.Null(throttle.Begin("password", $"a{i}@example.org", $"2001:db8:7:{i:x}::1"));
        }

        Assert.NotNull(throttle.Begin("password", "another@example.org", "2001:db8:7:fffe::1"));
        Assert.Null(throttle.Begin("password", "another@example.org", "2001:db8:8::1"));
    }

    [Fact]
    public void Enter_FifthOfOneNetwork_FindsNoPlaceAndHoldsNobodyElse()
    {
        var throttle = new SignInThrottle(_clock);
        var places = Enumerable.Range(0, SignInThrottle.MostAtOnce).Select(_ => throttle.Enter("192.0.2.1")).ToList();

        Assert.All(places, Assert.NotNull);
        Assert.Null(throttle.Enter("192.0.2.1"));
        Assert.NotNull(throttle.Enter("192.0.2.2"));
        places[0]!.Dispose();
        Assert.NotNull(throttle.Enter("192.0.2.1"));
    }

    [Fact]
    public void Begin_OneNetworkOfVersionSix_IsOneAddress()
    {
        var throttle = new SignInThrottle(_clock);
        Fill(throttle, "ada@example.org", "2001:db8:0:1::1", SignInThrottle.MostOfPair);

        Assert.NotNull(throttle.Begin("password", "ada@example.org", "2001:db8:0:1:ffff::9"));
    }

    [Fact]
    public void Succeed_AfterFailures_BeginsAnew()
    {
        var throttle = new SignInThrottle(_clock);
        Fill(throttle, "ada@example.org", "192.0.2.1", SignInThrottle.MostOfPair);
        throttle.Succeed("password", "ada@example.org", "192.0.2.1");

        Assert.Null(throttle.Begin("password", "ada@example.org", "192.0.2.1"));
    }

    [Fact]
    public async Task Begin_ManyAtOnce_LetsNoMoreThrough()
    {
        var throttle = new SignInThrottle(_clock);

        var waits = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => Task.Run(() => throttle.Begin("password", "ada@example.org", "192.0.2.1"))));

        Assert.Equal(SignInThrottle.MostOfPair, waits.Count(wait => wait is null));
    }

    // Who is held is looked at again and again; looking leaves nothing behind.
    [Fact]
    public void Begin_HeldAddressThatTriesManyAccounts_IsStillHeldAndThenFree()
    {
        var throttle = new SignInThrottle(_clock);
        for (var i = 0; i < SignInThrottle.MostOfAddress; i++)
        {
            throttle.Begin("password", $"a{i}@example.org", "192.0.2.1");
        }

        // Fifty accounts tried from the address, and the address itself.
        Assert.Equal(SignInThrottle.MostOfAddress + 1, throttle.Kept);
        for (var i = 0; i < 1000; i++)
        {
            Assert.NotNull(throttle.Begin("password", $"another-{i}@example.org", "192.0.2.1"));
        }

        Assert.Equal(SignInThrottle.MostOfAddress + 1, throttle.Kept);
        _clock.Advance(SignInThrottle.Window);
        Assert.Null(throttle.Begin("password", "a0@example.org", "192.0.2.1"));
    }

    [Fact]
    public void Begin_MoreKeysThanAreKept_ForgetsThoseTriedLongestAgoAndNoOther()
    {
        var throttle = new SignInThrottle(_clock);
        Fill(throttle, "oldest@example.org", "192.0.2.1", SignInThrottle.MostOfPair);
        Assert.Null(throttle.BeginAnywhere("code", "second", most: 1));
        // The oldest has two keys, its account's and its address's; the second has one.
        for (var i = 3; i < SignInThrottle.MostKeys; i++)
        {
            throttle.BeginAnywhere("code", $"other-{i}", most: 1);
        }

        Assert.NotNull(throttle.Begin("password", "oldest@example.org", "192.0.2.1"));
        throttle.BeginAnywhere("code", "one more", most: 1);
        throttle.BeginAnywhere("code", "and another", most: 1);

        Assert.Equal(SignInThrottle.MostKeys, throttle.Kept);
        Assert.NotNull(throttle.BeginAnywhere("code", "second", most: 1));
        Assert.NotNull(throttle.BeginAnywhere("code", "other-3", most: 1));
        Assert.Null(throttle.Begin("password", "oldest@example.org", "192.0.2.1"));
    }

    private static void Fill(SignInThrottle throttle, string account, string address, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.Null(throttle.Begin("password", account, address));
        }
    }
}
