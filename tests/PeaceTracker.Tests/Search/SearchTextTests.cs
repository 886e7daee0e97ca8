using PeaceTracker.Services.Search;

namespace PeaceTracker.Tests.Search;

public class SearchTextTests
{
    [Theory]
    [InlineData("Élorie", "elorie")]
    [InlineData("Łódź STRASSE straße", "lodz strasse strasse")]
    [InlineData("Έλληνας", "ελληνασ")]
    [InlineData("ΕΛΛΗΝΑΣ", "ελληνασ")]
    [InlineData("Київ", "киів")] // й is и with a breve, ї is і with two dots
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Ukraine–Russia", "ukraine-russia")]
    [InlineData("Ukraine’s", "ukraine's")]
    [InlineData("a\u00A0b", "a b")]
    [InlineData("", "")]
    public void Fold_Text_LosesCaseAndAccents(string text, string expected) => Assert.Equal(expected, SearchText.Fold(text));

    // Hamza above, vowel signs, the stretching tatweel and the final yeh and heh are written or left out as one likes.
    [Theory]
    [InlineData("أمن", "امن")]
    [InlineData("سَلام", "سلام")]
    [InlineData("ســلام", "سلام")]
    [InlineData("على", "علي")]
    [InlineData("هدنة", "هدنه")]
    public void Fold_ArabicSpellings_AreOne(string one, string other) => Assert.Equal(SearchText.Fold(one), SearchText.Fold(other));

    [Fact]
    public void Fold_HalfASurrogatePair_DoesNotThrow() => Assert.Equal("a\uFFFDb", SearchText.Fold("A\uD83DB"));

    [Fact]
    public void Matches_WordsInDifferentTexts_AllAreNeeded()
    {
        var words = SearchText.Words("  EU  élargissement ");

        Assert.True(SearchText.Matches(words, "Elargissement", null, "the EU"));
        Assert.False(SearchText.Matches(words, "Elargissement", null, "the union"));
    }

    [Fact]
    public void Matches_NoWords_Everything() => Assert.True(SearchText.Matches(SearchText.Words(" \t "), "anything"));

    [Theory]
    [InlineData("The Élorie case", "elo", "The [Élo]rie case")]
    [InlineData("Cafe\u0301 x", "cafe", "[Cafe\u0301] x")] // the accent after the e belongs to it
    [InlineData("Straße", "ass", "Str[aß]e")]
    [InlineData("banana", "ana", "b[anana]")] // both places, which overlap
    [InlineData("nothing", "xyz", "nothing")]
    public void Parts_Text_MarksTheOriginalLetters(string text, string query, string expected) =>
        Assert.Equal(expected, string.Concat(SearchText.Parts(text, SearchText.Words(query)).Select(p => p.Found ? $"[{p.Text}]" : p.Text)));

    [Fact]
    public void Excerpt_LongText_ShowsTheFirstWordFound()
    {
        var text = string.Join(' ', Enumerable.Repeat("before", 60)) + " Territoire " + string.Join(' ', Enumerable.Repeat("after", 60));

        var excerpt = SearchText.Excerpt(text, SearchText.Words("territoire"));

        Assert.Contains("Territoire", excerpt, StringComparison.Ordinal);
        Assert.StartsWith("… before", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("after …", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 100, 190);
    }

    [Fact]
    public void Excerpt_ShortText_Whole() => Assert.Equal("a short text", SearchText.Excerpt("a short text", ["text"]));
}
