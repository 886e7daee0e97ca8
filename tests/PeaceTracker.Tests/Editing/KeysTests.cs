using PeaceTracker.Services.Editing;

namespace PeaceTracker.Tests.Editing;

public class KeysTests
{
    // An address is for ever: a name in Cyrillic letters is in it, and no "issue-7".
    [Theory]
    [InlineData("Territory and borders", "territory-and-borders")]
    [InlineData("Reconstruction: the “package”", "reconstruction-the-package")]
    [InlineData("Територія", "terytoriia")]
    [InlineData("Київ", "kyiv")]
    [InlineData("Прекращение огня", "prekrashchenye-ognia")]
    [InlineData("Łódź, Straße", "odz-stra-e")]
    [InlineData("وقف إطلاق النار", "issue")]
    [InlineData("new", "new-2")]
    public void For_AName_IsWhatAddressesCanShowOfIt(string words, string key) => Assert.Equal(key, Keys.For(words, "issue", []));

    [Fact]
    public void For_AKeyThatIsTaken_IsTheNextNumber() => Assert.Equal("kyiv-3", Keys.For("Київ", "party", ["kyiv", "kyiv-2"]));
}
