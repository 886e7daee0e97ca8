using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Tests.SigningIn;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("Password1234!")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("p.a.s.s.w.o.r.d.1.2.3")]
    [InlineData("passwordpassword")]
    [InlineData("football football football")]
    [InlineData("qwertyuiop123")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("abcdefghijklmn")]
    [InlineData("123456789012345")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abc123abc123abc123")]
    [InlineData("iloveyou2026!!")]
    [InlineData("Summer2026!!!")]
    [InlineData("dragonmonkey")]
    [InlineData("dragon-monkey-99")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("PeaceTracker2026")]
    [InlineData("peacetracker admin")]
    [InlineData("adalovelace1815")]
    [InlineData("ada@example.org")]
    public void Check_TriedFirst_IsCommon(string password) =>
        Assert.Equal(AccountFault.PasswordCommon, PasswordRules.Check(password, "ada@example.org", "Ada Lovelace"));

    [Theory]
    [InlineData("quartz lantern motif brim")]
    [InlineData("k3-Vw!p9_zQx7t")]
    [InlineData("7K3QD-0XWPM-4TZ9")]
    [InlineData("dragon monkey sunset hat")]
    [InlineData("Zwölf Boxkämpfer jagen")]
    [InlineData("837465019283")]
    [InlineData("!§$%&/()=?`´*'")]
    public void Check_Others_Pass(string password) => Assert.Null(PasswordRules.Check(password, "ada@example.org", "Ada Lovelace"));

    [Fact]
    public void Check_Length_From12To256()
    {
        Assert.Equal(AccountFault.PasswordTooShort, PasswordRules.Check("quartz lant", "a@example.org", "Ada"));
        Assert.Null(PasswordRules.Check("quartz lante", "a@example.org", "Ada"));
        var longest = string.Concat(Enumerable.Range(1, 200).Select(i => $"x{i * 7919}"));
        Assert.Null(PasswordRules.Check(longest[..256], "a@example.org", "Ada"));
        Assert.Equal(AccountFault.PasswordTooLong, PasswordRules.Check(longest[..257], "a@example.org", "Ada"));
    }
}
