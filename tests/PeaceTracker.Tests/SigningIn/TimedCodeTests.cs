using System.Text;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Tests.SigningIn;

public class TimedCodeTests
{
    // The key of RFC 6238, appendix B.
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // The vectors of RFC 6238, appendix B, for SHA-1. They have eight digits, the number modulo 10^8; ours have six, the same number
    // modulo 10^6, and 10^6 divides 10^8: ours are the last six of theirs.
    [Theory]
    [InlineData(59L, "94287082")]
    [InlineData(1111111109L, "07081804")]
    [InlineData(1111111111L, "14050471")]
    [InlineData(1234567890L, "89005924")]
    [InlineData(2000000000L, "69279037")]
    [InlineData(20000000000L, "65353130")]
    public void At_VectorsOfTheStandard_AreTheLastSixDigits(long seconds, string eightDigits) =>
        Assert.Equal(eightDigits[2..], TimedCode.At(Key, TimedCode.TimeStepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    // One step of thirty seconds to either side: RFC 6238, 5.2 and 6.
    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Find_CodeOfANeighbour_IsFoundOneStepAway(int steps, bool found)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = TimedCode.TimeStepOf(now) + steps;

        Assert.Equal(found ? step : null, TimedCode.Find(Key, TimedCode.At(Key, step), now, 0));
    }

    [Fact]
    public void Find_StepThatWasTaken_IsNotFoundAgainNorAnyBeforeIt()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = TimedCode.TimeStepOf(now);

        Assert.Null(TimedCode.Find(Key, TimedCode.At(Key, step), now, last: step));
        Assert.Null(TimedCode.Find(Key, TimedCode.At(Key, step - 1), now, last: step));
        Assert.Equal(step + 1, TimedCode.Find(Key, TimedCode.At(Key, step + 1), now, last: step));
    }

    // 005924 is the code at 1234567890 (the standard's 89005924).
    [Theory]
    [InlineData("005924", true)]
    [InlineData(" 005 924 ", true)]
    [InlineData("5924", false)]
    [InlineData("0059240", false)]
    [InlineData("89005924", false)]
    [InlineData("00592٤", false)] // a digit, but of another script
    [InlineData("", false)]
    public void Find_AsTyped_TakesBlanksAndNothingElse(string typed, bool found) =>
        Assert.Equal(found, TimedCode.Find(Key, typed, DateTimeOffset.FromUnixTimeSeconds(1234567890), 0) is not null);

    // RFC 4648, chapter 10, for a text whose length is a multiple of five, as the key's is.
    [Fact]
    public void Text_VectorOfTheStandard_IsTheSame() => Assert.Equal("MZXW6YTB", TimedCode.Text(Encoding.ASCII.GetBytes("fooba")));

    [Fact]
    public void NewKey_HasTheLengthOfTheHash()
    {
        Assert.Equal(20, TimedCode.NewKey().Length); // RFC 4226, 4: 160 bits recommended
        Assert.Equal(32, TimedCode.Text(TimedCode.NewKey()).Length);
        Assert.NotEqual(TimedCode.NewKey(), TimedCode.NewKey());
    }
}
