using Microsoft.AspNetCore.Identity;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Tests.SigningIn;

public class PasskeySettingsTests
{
    [Theory]
    [InlineData("https://board.example.org")]
    [InlineData("board.example.org:8080")]
    [InlineData("board.example.org/")]
    [InlineData("192.0.2.1")] // browsers make passkeys for names alone
    [InlineData(" ")]
    public void Check_NoNameOfAServer_IsRefusedAtStart(string domain) =>
        Assert.Contains(
            domain,
            Assert.Throws<StoreRefusal>(() => PasskeySettings.Check(new IdentityPasskeyOptions { ServerDomain = domain })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("board.example.org")]
    [InlineData("localhost")]
    [InlineData(null)]
    public void Check_NameOfAServerOrNone_Passes(string? domain) => PasskeySettings.Check(new IdentityPasskeyOptions { ServerDomain = domain });
}
