using PeaceTracker.Services.Search;
using PeaceTracker.Tests.Issues;

namespace PeaceTracker.Tests.Search;

public class NearSpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)] // the usual example: two letters put for others, one added
    [InlineData("form", "from", 1)] // two neighbours changed round
    [InlineData("zelenskyy", "zelenskiy", 1)]
    [InlineData("zelensky", "zelenskiy", 1)]
    public void Distance_TwoTexts_Letters(string a, string b, int expected)
    {
        Assert.Equal(expected, NearSpelling.Distance(a, b));
        Assert.Equal(expected, NearSpelling.Distance(b, a));
    }

    // The article writes Zelenskiy.
    [Theory]
    [InlineData("Zelenskyy", "Zelenskiy")]
    [InlineData("Volodymyr Zelensky", "volodymyr Zelenskiy")]
    [InlineData("teritory", "Territory")]
    [InlineData("xyzzy", null)]
    [InlineData("territory", null)] // found as it is
    [InlineData("tax", null)] // too short to be near anything
    public async Task Of_Query_TheNearestWordsOfTheBoard(string query, string? expected) =>
        Assert.Equal(expected, NearSpelling.Of(await SeedBoards.RussiaUkraineAsync(), query));
}
