using System.Text.RegularExpressions;

namespace PeaceTracker.Tests.Architecture;

public partial class WordsTests
{
    [Fact]
    public void VisibleWords_EveryKey_SaysSomething() =>
        Assert.Empty(SourceTree.VisibleWords().Where(word => string.IsNullOrWhiteSpace(word.Key)).Select(word => word.File));

    // An interpolated key would be another key for each value, which no translation can hold.
    [Fact]
    public void VisibleWords_EveryKey_IsALiteral() =>
        Assert.Empty(SourceTree.Find(SourceTree.Under("src/PeaceTracker.Web", ".cs", ".razor"), InterpolatedKey()));

    [Fact]
    public void VisibleWords_EveryKey_UsesTheWordsOfTheField() =>
        Assert.Empty(SourceTree.VisibleWords().Where(word => Avoided().IsMatch(word.Key)).Select(word => $"{word.File}: {word.Key}"));

    [Fact]
    public void VisibleWords_EveryKey_CallsADyadAPair() =>
        Assert.Empty(SourceTree.VisibleWords().Where(word => Dyad().IsMatch(word.Key)).Select(word => $"{word.File}: {word.Key}"));

    [Fact]
    public void Seeds_EveryText_UsesTheWordsOfTheField() =>
        Assert.Empty(SourceTree.Find(
            SourceTree.Under("seeds", ".json").Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal)), Avoided()));

    [Theory]
    [InlineData("90 % complete")]
    [InlineData("Progress of the talks")]
    [InlineData("The winners")]
    [InlineData("a concession")]
    public void Avoided_EachWord_IsFound(string text) => Assert.Matches(Avoided(), text);

    [Theory]
    [InlineData("winnerless is no word")]
    [InlineData("{0}% agreed")]
    public void Avoided_OtherWords_Pass(string text) => Assert.DoesNotMatch(Avoided(), text);

    [GeneratedRegex(@"(%|per cent|percent|\{\d+\})\s*complete\b|\bprogress\b|\bwinners?\b|\bconcessions?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Avoided();

    [GeneratedRegex(@"\bdyads?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dyad();

    [GeneratedRegex("""\bL\[\s*\$""")]
    private static partial Regex InterpolatedKey();
}
