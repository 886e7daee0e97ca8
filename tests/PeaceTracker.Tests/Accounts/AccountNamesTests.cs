using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Tests.Accounts;

public class AccountNamesTests
{
    // What one browser sends in the script of the domain, another sends as mail servers write it.
    [Theory]
    [InlineData("ada@bücher.example", "ADA@xn--bcher-kva.EXAMPLE")]
    [InlineData("ada@BÜCHER.example", "ada@xn--bcher-kva.example")]
    [InlineData("ada@bu\u0308cher.example", "ada@b\u00FCcher.example")]
    [InlineData(" Ada@Example.org ", "ada@example.org")]
    public void Key_OneAddressWrittenTwice_IsOne(string one, string other) => Assert.Equal(AccountNames.Key(one), AccountNames.Key(other));

    [Theory]
    [InlineData("ada@\uFFFE.example")]
    [InlineData("\uFFFE")]
    [InlineData("a@\uD800")]
    [InlineData("a@xn--a")]
    [InlineData("@")]
    public void Key_TextThatIsNoAddress_IsNoFault(string text) => Assert.NotNull(AccountNames.Key(text));

    [Theory]
    [InlineData("ada@example.org", true)]
    [InlineData("ada@bücher.example", true)]
    [InlineData("ada@localhost", true)]
    [InlineData("ada@[192.0.2.1]", false)]
    [InlineData("ada@-example.org", false)]
    [InlineData("ada@exa_mple.org", false)]
    [InlineData("ada\u200B@example.org", false)]
    [InlineData("ada\uFFFE@example.org", false)]
    [InlineData("\"a b\"@example.org", false)]
    [InlineData("ada", false)]
    [InlineData("my secret password", false)]
    public void CheckEmail_AddressThatNobodyCouldSignInWith_IsRefused(string email, bool good) =>
        Assert.Equal(good ? null : AccountFault.EmailInvalid, AccountNames.CheckEmail(email));

    [Theory]
    [InlineData("Ada Lovelace", true)]
    [InlineData("Олена", true)]
    [InlineData("\u2800\u2800", false)] // braille without dots
    [InlineData("\u3164", false)] // a Hangul filler
    [InlineData("Ada\uFFFE", false)]
    [InlineData("Ada\u202E", false)]
    [InlineData("   ", false)]
    public void CheckName_NameThatLooksEmptyOrIsNotSeen_IsRefused(string name, bool good) =>
        Assert.Equal(good ? null : AccountFault.NameInvalid, AccountNames.CheckName(name));

    [Theory]
    [InlineData("Ada  Lovelace", "ada lovelace", true)]
    [InlineData("Ａda", "ADA", true)] // a full-width letter
    [InlineData("Ada", "Adam", false)]
    [InlineData("Ada", "\u0410d\u0430", true)] // its vowels are Cyrillic
    [InlineData("Rosa Hope", "R\u03BFsa H\u043Ep\u0435", true)] // a Greek and two Cyrillic letters
    [InlineData("Іван", "Иван", false)] // Ukrainian and Russian
    public void NameKey_NamesThatLookTheSame_AreOne(string one, string other, bool same) =>
        Assert.Equal(same, AccountNames.NameKey(one) == AccountNames.NameKey(other));
}
