using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.SigningIn;

/// <summary>What the server has to know again at a passkey's answer: good once, however it is written.</summary>
[OnEveryDatabase]
public sealed class PasskeyStatesTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private TestStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    // The sealed text is base64, which can be read in more ways than one.
    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}=")]
    [InlineData("{0}==")]
    [InlineData(" {0}")]
    [InlineData("{0}\n")]
    public async Task Open_SecondTime_IsNoneInWhateverSpelling(string spelling)
    {
        var states = NewStates();
        var text = states.Seal("add", "state");

        Assert.Equal("state", await states.OpenAsync("add", text, Cancellation));
        Assert.Null(await states.OpenAsync("add", spelling.Replace("{0}", text, StringComparison.Ordinal), Cancellation));
    }

    [Fact]
    public async Task Open_ForAnotherPurposeOrTooLate_IsNone()
    {
        var states = NewStates();
        var (one, two) = (states.Seal("add", "state"), states.Seal("add", "state"));

        Assert.Null(await states.OpenAsync("passkey", one, Cancellation));
        _clock.Advance(PasskeyStates.Lifetime);
        Assert.Null(await states.OpenAsync("add", two, Cancellation));
    }

    private PasskeyStates NewStates() => new(
        new EphemeralDataProtectionProvider(), new ReplayGuard(_store.Services.GetRequiredService<WriteGate>(), _clock), _clock);
}
