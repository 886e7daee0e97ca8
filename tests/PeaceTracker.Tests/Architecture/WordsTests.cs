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

    // Words of another century, and idioms of other languages.
    [Fact]
    public void Sentences_EveryOne_AreOfToday() => Assert.Empty(SourceTree.Find(Sources, Outdated()));

    [Fact]
    public void Sentences_EveryOne_HaveOneKindOfApostrophe() => Assert.Empty(SourceTree.Find(Sources, StraightApostrophe()));

    [Theory]
    [InlineData("\"Its days have come, nothing is reported\"")]
    [InlineData("\"It was changed meanwhile.\"")]
    [InlineData("\"“redlines” can’t be asked for as “true”.\"")]
    [InlineData("\"You are not signed in any more.\"")]
    [InlineData("\"It is no address of the web.\"")]
    public void Outdated_EachIdiom_IsFound(string line) => Assert.Matches(Outdated(), line);

    [Theory]
    [InlineData("\"The board can't be read\"", true)]
    [InlineData("\"One side's word\"", true)]
    [InlineData("\"The board can’t be read\"", false)]
    [InlineData("    /// <summary>The board's key.</summary>", false)]
    [InlineData("    // The board's \"key\".", false)]
    [InlineData("yyyy-MM-dd'T'HH:mm", false)]
    public void StraightApostrophe_OfASentence_IsFound(string line, bool found) => Assert.Equal(found, StraightApostrophe().IsMatch(line));

    // A moment is written by DateWords alone, so that all pages write it alike.
    [Fact]
    public void Moments_EveryFormat_StandsInOnePlace() => Assert.Empty(SourceTree.Find(
        SourceTree.Under("src/PeaceTracker.Web", ".cs", ".razor")
            .Where(file => !file.EndsWith("/DateWords.cs", StringComparison.Ordinal)),
        ClockFormat()));

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

    private static IEnumerable<string> Sources =>
        SourceTree.Under("src", ".cs", ".razor").Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^(?!\s*//)[^""]*"".*(\bmeanwhile\b|\bdays have come\b|\bcan’t be asked for\b|\bnot (\w+ ){1,3}any more\b"
        + @"|\b(is|are) no (address|value|name|date|day|statement|part|weight)\b|\bcame and\b|\byields?\b|\bfor ever\b|\bshould it\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Outdated();

    // In a text between quotation marks, not in a comment.
    [GeneratedRegex("""^(?!\s*(//|@\*))([^"]|"[^"]*")*"[^"]*[A-Za-z]'(t|s|re|ve|ll)\b(?!')[^"]*"(?!\s*\.)""")]
    private static partial Regex StraightApostrophe();

    [GeneratedRegex("""ToString\("[^"]*(HH|mm:)""")]
    private static partial Regex ClockFormat();

    [GeneratedRegex(@"\bdyads?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dyad();

    [GeneratedRegex("""\bL\[\s*\$""")]
    private static partial Regex InterpolatedKey();
}
