using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Tests.Shared;

public class LineBreaksTests
{
    [Theory]
    [InlineData("", 5, "")]
    [InlineData("one tyo", 7, "one tyo")]
    [InlineData("one tyo", 6, "one|tyo")]
    [InlineData("abcdefgh ij", 4, "abcd|efgh|ij")]
    public void Of_Text_BreaksAtWordsAndCutsWhatIsWider(string text, int most, string lines) =>
        Assert.Equal(lines, string.Join('|', LineBreaks.Of(text, most)));

    [Fact]
    public void Of_PairAtTheCut_StaysWhole() => Assert.Equal(["abc", "\U0001F54Ac"], LineBreaks.Of("abc\U0001F54Ac", 4));

    // As wide as they are high, in a font of which a usual letter is half as wide.
    [Theory]
    [InlineData("W")]
    [InlineData("和")]
    [InlineData("한")]
    public void Of_EightyWideLetters_FortyToALineOfEighty(string letter) =>
        Assert.Equal([40, 40], LineBreaks.Of(string.Concat(Enumerable.Repeat(letter, 80)), 80).Select(line => line.Length / letter.Length));

    // A picture is wider still: two and a half letters, so 32 on a line of 80.
    [Fact]
    public void Of_EightyPictures_ThirtyTwoToALineOfEighty() =>
        Assert.Equal([64, 64, 32], LineBreaks.Of(string.Concat(Enumerable.Repeat("\U0001F54A", 80)), 80).Select(line => line.Length));

    // Thai vowels and a family of four people stand on, or are joined to, what is before them.
    [Theory]
    [InlineData("กำ\u0e35ก\u0e49ก\u0e35\u0e49")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301")]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467ab\U0001F468\u200D\U0001F469\u200D\U0001F467")]
    public void Of_MarksAndJoinedPictures_NoLineBeginsWithOne(string text)
    {
        for (var most = 1; most < 8; most++)
        {
            var lines = LineBreaks.Of(text, most);

            Assert.Equal(text, string.Concat(lines));
            Assert.DoesNotContain(lines, line => char.IsLowSurrogate(line[0]) || line[0] == '\u200D'
                || char.GetUnicodeCategory(line[0]) == System.Globalization.UnicodeCategory.NonSpacingMark);
        }
    }

    [Theory]
    [InlineData("a name", 30, "a name")]
    [InlineData("aaaaa\U0001F54A", 6, "aaaaa…")]
    [InlineData("WWWWW", 6, "WWW…")]
    public void Shortened_Text_CutBetweenWholeCharacters(string text, int most, string expected) =>
        Assert.Equal(expected, LineBreaks.Shortened(text, most));
}
