using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Tests.Shared;

public class LineBreaksTests
{
    [Theory]
    [InlineData("", 5, "")]
    [InlineData("one two", 7, "one two")]
    [InlineData("one two", 6, "one|two")]
    [InlineData("abcdefgh ij", 4, "abcd|efgh|ij")]
    public void Of_Text_BreaksAtWordsAndCutsWhatIsLonger(string text, int most, string lines) =>
        Assert.Equal(lines, string.Join('|', LineBreaks.Of(text, most)));

    [Fact]
    public void Of_PairAtTheCut_StaysWhole() => Assert.Equal(["ab", "\U0001F54Ac"], LineBreaks.Of("ab\U0001F54Ac", 3));
}
