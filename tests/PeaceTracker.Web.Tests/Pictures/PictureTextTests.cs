using PeaceTracker.Web.Shared.Pictures;

namespace PeaceTracker.Web.Tests.Pictures;

/// <summary>Words in pictures stand in the order in which they are read, whatever the script, and none is too much for the frame.</summary>
public class PictureTextTests
{
    // By Unicode's rules for a line that is read from left to right: what is read from the right stands in the order of its reading from the
    // right, a number in it keeps its own order, and what follows in Latin letters stands after it.
    [Theory]
    [InlineData("abc def", "abc def")]
    [InlineData("Agreed: 12 of 24", "Agreed: 12 of 24")]
    [InlineData("a שלום b", "a |<שלום| b")]
    [InlineData("a שלום 12", "a |12|<שלום ")]
    [InlineData("שלום עולם", "<שלום עולם")]
    [InlineData("قال 50 بالمئة", "< بالمئة|50|<قال ")]
    public void Order_MixedDirections_IsThatOfTheEye(string words, string expected) => Assert.Equal(expected, PictureText.InOrder(words));

    // A font of the machine may be missing, and then there is a box for the character; nothing fails, and it takes room.
    [Theory]
    [InlineData("การเจรจาสันติภาพ")]
    [InlineData("和平协议谈判")]
    [InlineData("👩‍👩‍👧‍👦 and a\u0301")]
    [InlineData("\uD800 half a character")]
    [InlineData("\u202E turned \u2066 about")]
    public void Width_AnyScript_IsMoreThanNothing(string words)
    {
        var text = new PictureText();
        text.Add(words, 15, bold: false, serif: false, null);

        Assert.InRange(text.Width, 10, 600);
    }

    // Letters of one script are shaped together: joined ones are narrower or wider than alone, never as wide as one after another by chance.
    [Fact]
    public void Width_OwnFont_IsThatOfItsLetters()
    {
        var (one, ten) = (new PictureText(), new PictureText());
        one.Add("n", 15, bold: false, serif: false, null);
        ten.Add(new string('n', 10), 15, bold: false, serif: false, null);

        Assert.InRange(one.Width, 7, 9); // Source Sans 3: an n of 15 pixels is 0.54 of them wide
        Assert.InRange(ten.Width, (10 * one.Width) - 1, (10 * one.Width) + 1);
    }

    [Theory]
    [InlineData("a", "Latin")]
    [InlineData("中", "Chinese")]
    [InlineData("さ", "Japanese")]
    [InlineData("ش", "Arabic")]
    [InlineData("😀", "emoji")]
    [InlineData("\u16A0", "U+16A0")] // runes
    public void Script_OfACharacter_HasItsName(string character, string name) =>
        Assert.Equal(name, PictureScripts.Of(System.Text.Rune.GetRuneAt(character, 0)));

    // Of a character that no font has, told once whatever is drawn of it; of what nobody sees nothing is told.
    [Fact]
    public void Boxed_ACharacterWithoutAFont_IsToldOnce()
    {
        Assert.False(PictureScripts.Boxed(new System.Text.Rune(0x200B)));
        Assert.True(PictureScripts.Boxed(new System.Text.Rune(0xE123)));
        Assert.False(PictureScripts.Boxed(new System.Text.Rune(0xE123)));
    }

    // They are part of the program, whatever the machine has.
    [Fact]
    public async Task WithoutFont_OurOwnScripts_AreNotAmongThem() => Assert.Empty(
        (await Web.Reading.DrawnPictures.WithoutFontAsync()).Intersect(["Latin", "Greek", "Cyrillic"]));
}
