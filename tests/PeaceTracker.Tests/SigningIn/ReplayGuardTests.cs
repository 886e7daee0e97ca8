using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Tests.SigningIn;

public class ReplayGuardTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void TryUse_Again_IsRefusedUntilItsTimeIsOverAndAfterwards()
    {
        var guard = new ReplayGuard(_clock);
        var expires = _clock.GetUtcNow() + TimeSpan.FromMinutes(5);

        Assert.True(guard.TryUse("state", expires));
        Assert.False(guard.TryUse("state", expires));
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.False(guard.TryUse("state", expires));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.False(guard.TryUse("state", expires));
        Assert.Equal(0, guard.Kept);
    }

    [Fact]
    public void TryUse_AfterVeryManyOthers_IsStillRefused()
    {
        var guard = new ReplayGuard(_clock);
        var expires = _clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        guard.TryUse("state", expires);

        Assert.All(Enumerable.Range(0, 200_000), i => guard.TryUse($"other {i}", expires));

        Assert.False(guard.TryUse("state", expires));
    }

    [Fact]
    public async Task TryUse_ManyAtOnce_SucceedsOnce()
    {
        var guard = new ReplayGuard(_clock);
        var expires = _clock.GetUtcNow() + TimeSpan.FromMinutes(5);

        var used = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => guard.TryUse("state", expires))));

        Assert.Single(used, won => won);
    }

    [Fact]
    public void Open_AStateTwice_OpensItOnceWhateverTheThrottleHasForgotten()
    {
        var states = new PasskeyStates(new EphemeralDataProtectionProvider(), new ReplayGuard(_clock), _clock);
        var state = states.Seal("passkey", "what to know");

        Assert.Equal("what to know", states.Open("passkey", state));
        Assert.Null(states.Open("passkey", state));

        var late = states.Seal("passkey", "another");
        _clock.Advance(PasskeyStates.Lifetime);
        Assert.Null(states.Open("passkey", late));
    }
}
