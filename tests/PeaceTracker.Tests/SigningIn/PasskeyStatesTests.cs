using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Tests.SigningIn;

/// <summary>What the server has to know again at a passkey's answer: good once, however it is written.</summary>
public class PasskeyStatesTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    // The sealed text is base64, which can be read in more ways than one.
    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}=")]
    [InlineData("{0}==")]
    [InlineData(" {0}")]
    [InlineData("{0}\n")]
    public void Open_SecondTime_IsNoneInWhateverSpelling(string spelling)
    {
        var states = new PasskeyStates(new EphemeralDataProtectionProvider(), new ReplayGuard(_clock), _clock);
        var text = states.Seal("add", "state");

        Assert.Equal("state", states.Open("add", text));
        Assert.Null(states.Open("add", spelling.Replace("{0}", text, StringComparison.Ordinal)));
    }

    [Fact]
    public void Open_ForAnotherPurposeOrTooLate_IsNone()
    {
        var states = new PasskeyStates(new EphemeralDataProtectionProvider(), new ReplayGuard(_clock), _clock);
        var (one, two) = (states.Seal("add", "state"), states.Seal("add", "state"));

        Assert.Null(states.Open("passkey", one));
        _clock.Advance(PasskeyStates.Lifetime);
        Assert.Null(states.Open("add", two));
    }
}
