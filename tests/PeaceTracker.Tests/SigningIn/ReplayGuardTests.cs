using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.SigningIn;

[OnEveryDatabase]
public sealed class ReplayGuardTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private TestStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task TryUse_Again_IsRefusedUntilItsTimeIsOverAndAfterwards()
    {
        var guard = NewGuard();
        var expires = _clock.GetUtcNow() + TimeSpan.FromMinutes(5);

        Assert.True(await guard.TryUseAsync("state", expires, Cancellation));
        Assert.False(await guard.TryUseAsync("state", expires, Cancellation));
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.False(await guard.TryUseAsync("state", expires, Cancellation));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.False(await guard.TryUseAsync("state", expires, Cancellation));

        // What is over goes with the next that is used.
        Assert.True(await guard.TryUseAsync("another", _clock.GetUtcNow() + TimeSpan.FromMinutes(5), Cancellation));
        await using var context = _store.NewContext();
        Assert.Equal("another", (await context.UsedUp.SingleAsync(Cancellation)).What);
    }

    // Another process on the same store.
    [Fact]
    public async Task TryUse_OnAnotherNode_IsRefused()
    {
        var expires = _clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        await NewGuard().TryUseAsync("state", expires, Cancellation);

        Assert.False(await NewGuard().TryUseAsync("state", expires, Cancellation));
    }

    [Fact]
    public async Task TryUse_ManyAtOnce_SucceedsOnce()
    {
        var guard = NewGuard();
        var expires = _clock.GetUtcNow() + TimeSpan.FromMinutes(5);

        var used = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => guard.TryUseAsync("state", expires, Cancellation))));

        Assert.Single(used, won => won);
    }

    [Fact]
    public async Task Open_AStateTwice_OpensItOnce()
    {
        var states = new PasskeyStates(new EphemeralDataProtectionProvider(), NewGuard(), _clock);
        var state = states.Seal("passkey", "what to know");

        Assert.Equal("what to know", await states.OpenAsync("passkey", state, Cancellation));
        Assert.Null(await states.OpenAsync("passkey", state, Cancellation));

        var late = states.Seal("passkey", "another");
        _clock.Advance(PasskeyStates.Lifetime);
        Assert.Null(await states.OpenAsync("passkey", late, Cancellation));
    }

    private ReplayGuard NewGuard() => new(_store.Services.GetRequiredService<WriteGate>(), _clock);
}
