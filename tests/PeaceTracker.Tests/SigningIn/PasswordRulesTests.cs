using Microsoft.AspNetCore.Identity;
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
    [InlineData("123456789012")]
    [InlineData("112233445566")]
    [InlineData("837465019283")]
    [InlineData("83 74 65 01 92 83")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("q1w2e3r4t5y6")]
    [InlineData("zaq1xsw2cde3")]
    [InlineData("qwertyasdfghzxcvbn")]
    [InlineData("aabbccddeeff")]
    [InlineData("abababababcd")]
    [InlineData("gfhjkmgfhjkm")] // a common word typed on another keyboard
    [InlineData("Flvbybcnhfnjh")]
    public void Check_TriedFirst_IsCommon(string password) =>
        Assert.Equal(AccountFault.PasswordCommon, PasswordRules.Check(password, "ada@example.org", "Ada Lovelace"));

    [Theory]
    [InlineData("quartz lantern motif brim")]
    [InlineData("k3-Vw!p9_zQx7t")]
    [InlineData("7K3QD-0XWPM-4TZ9")]
    [InlineData("dragon monkey sunset hat")]
    [InlineData("Zwölf Boxkämpfer jagen")]
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

    [Fact]
    public async Task Hash_SameLettersOfAnotherDevice_AreTheSamePassword()
    {
        using var hashing = new PasswordHashing(new PasswordHasher<Account>());
        var cancellation = TestContext.Current.CancellationToken;

        var hash = await hashing.HashAsync("Zwo\u0308lf Boxka\u0308mpfer", cancellation);

        Assert.True(await hashing.VerifyAsync(hash, "Zw\u00F6lf Boxk\u00E4mpfer", cancellation));
    }

    [Fact]
    public async Task Verify_HashFromBeforePasswordsWereNormalised_StillHolds()
    {
        using var hashing = new PasswordHashing(new PasswordHasher<Account>());
        var typed = "Zwo\u0308lf Boxka\u0308mpfer";
        var earlier = new PasswordHasher<Account>().HashPassword(new() { DisplayName = "" }, typed);

        Assert.True(await hashing.VerifyAsync(earlier, typed, TestContext.Current.CancellationToken));
    }
}
