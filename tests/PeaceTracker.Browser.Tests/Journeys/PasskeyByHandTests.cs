using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>Passkeys where the browser's helpers are missing, or a password manager stands in the browser's place.</summary>
public class PasskeyByHandTests(Reader reader) : BrowserTest(reader)
{
    // A browser without the newest helpers, and a password manager whose credentials can't be turned into JSON.
    [Fact]
    public async Task Passkey_FieldsReadByHand_IsMadeAndSignsIn()
    {
        var server = Reader.Board.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var page = await OpenAtAsync(server, "/account/sign-in");
        await page.AddInitScriptAsync(
            """
            delete PublicKeyCredential.parseCreationOptionsFromJSON;
            delete PublicKeyCredential.parseRequestOptionsFromJSON;
            PublicKeyCredential.prototype.toJSON = () => { throw new TypeError('Illegal invocation'); };
            """);
        var person = await TestPeople.AddAsync(Reader.Board.Folder, AccountRole.Editor, "Ada Byhand", TestContext.Current.CancellationToken);
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await GoAsync(page, "/account/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(person.Email);
        await page.GetByLabel("Password").FillAsync(TestPerson.Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".account-menu")).ToContainTextAsync(person.Name);
        await GoAsync(page, "/account/passkeys/new");
        await page.GetByLabel("Name of the passkey").FillAsync("Manager");
        await page.GetByLabel("Current password").FillAsync(TestPerson.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator(".form-done")).ToContainTextAsync("The passkey is added.");
        await SignOutAsync(page);

        await GoAsync(page, "/account/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Assertions.Expect(page.Locator(".account-menu")).ToContainTextAsync(person.Name);
    }
}
