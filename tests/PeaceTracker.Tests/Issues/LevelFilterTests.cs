using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Issues;

namespace PeaceTracker.Tests.Issues;

public class LevelFilterTests
{
    [Fact]
    public void Words_Each_ReadBackTheSame() =>
        Assert.All(LevelFilter.Words, word => Assert.Equal(word, LevelFilter.Read([word]).Text));

    [Fact]
    public void Passes_NothingAsked_EveryLevel() => Assert.All(Enum.GetValues<Level>(), level => Assert.True(default(LevelFilter).Passes(level)));

    [Fact]
    public void Below_Agreed_TheOrderedOnesUnderIt()
    {
        var below = LevelFilter.Below(Level.AgreedInPrinciple);

        Assert.Equal([Level.Narrowing, Level.Disputed, Level.NotDiscussed], below.Levels);
        Assert.Equal(Level.AgreedInPrinciple, below.Under);
        Assert.Null(below.From);
        Assert.False(below.Passes(Level.Unknown)); // what is not known is not below
    }

    [Fact]
    public void AtLeast_TextAgreed_ThatAndConcluded()
    {
        Assert.Equal([Level.Concluded, Level.TextAgreed], LevelFilter.AtLeast(Level.TextAgreed).Levels);
        Assert.Equal(Level.TextAgreed, LevelFilter.AtLeast(Level.TextAgreed).From);
    }

    [Fact]
    public void Text_SeveralThatAreNoRange_LevelByLevel() =>
        Assert.Equal("concluded,unknown", LevelFilter.Of(Level.Unknown, Level.Concluded).Text);
}
