using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>Codes and passkeys as people use them.</summary>
public class SecondFactorTests(Reader reader) : BrowserTest(reader)
{
    [Fact]
    public async Task Codes_WithoutJavaScript_TheWholeWay()
    {
        var page = await OpenAsync("/", new() { JavaScriptEnabled = false });
        var person = await SignInAsync(page, Reader.Board, AccountRole.Editor);

        // Switched on by the first code of the key that the page shows.
        await OpenAccountListAsync(page);
        await page.Locator(".account-list a[href='/account']").ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Set up codes" }).ClickAsync();
        await page.GetByLabel("Current password").FillAsync(TestPerson.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up codes" }).ClickAsync();
        var app = new AuthenticatorApp(
            (await page.GetByRole(AriaRole.Link, new() { Name = "The app is on this device" }).GetAttributeAsync("href"))!);
        await page.GetByLabel("Code from the app").FillAsync(app.CodeAt(DateTimeOffset.UtcNow));
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch codes on" }).ClickAsync();
        await Assertions.Expect(page.Locator(".form-done")).ToHaveTextAsync("Codes are on.");
        var recovery = await page.Locator(".recovery-codes code").AllTextContentsAsync();

        // The next code signs in, because the first was used.
        await SignOutAsync(page);
        await PasswordAsync(page, person);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Enter the code");
        await page.GetByLabel("Code from your app").FillAsync(app.CodeAt(DateTimeOffset.UtcNow.AddSeconds(30)));
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".account-menu")).ToContainTextAsync(person.Name);

        // And so does a recovery code.
        await SignOutAsync(page);
        await PasswordAsync(page, person);
        await page.GetByRole(AriaRole.Link, new() { Name = "use a recovery code" }).ClickAsync();
        await page.GetByLabel("Recovery code").FillAsync(recovery[0]);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".account-menu")).ToContainTextAsync(person.Name);
        await GoAsync(page, "/account/codes");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Recovery codes left: 9 of 10.");
    }

    [Fact]
    public async Task Passkeys_WithoutJavaScript_SayWhatIsMissing()
    {
        var page = await OpenAsync("/account/sign-in", new() { JavaScriptEnabled = false });
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToBeHiddenAsync();
        await SignInAsync(page, Reader.Board, AccountRole.Editor);

        await GoAsync(page, "/account/passkeys/new");

        await Assertions.Expect(page.GetByText("Passkeys need JavaScript")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Name of the passkey")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Passkey_OfADevice_SignsInUntilItIsRemoved()
    {
        var server = Reader.Board.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal); // passkeys are for names, not for numbers
        var page = await OpenAtAsync(server, "/account/sign-in");
        var person = await TestPeople.AddAsync(Reader.Board.Folder, AccountRole.Editor, "Ada Testing", TestContext.Current.CancellationToken);
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
        await PasswordAsync(page, person);
        await Assertions.Expect(page.Locator(".account-menu")).ToContainTextAsync(person.Name);

        await GoAsync(page, "/account/passkeys");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByLabel("Name of the passkey").FillAsync("Laptop");
        await page.GetByLabel("Current password").FillAsync(TestPerson.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator(".form-done")).ToContainTextAsync("The passkey is added.");
        await Assertions.Expect(page.Locator(".row-title")).ToHaveTextAsync("Laptop");

        // In by the passkey alone, back to the page that was asked for; codes are not asked for.
        await TestPeople.ChangeAsync(
            Reader.Board.Folder, person.Id, account => account.TwoFactorEnabled = true, TestContext.Current.CancellationToken);
        await SignOutAsync(page);
        await GoAsync(page, "/account/sign-in?returnUrl=%2Faccount%2Fpasskeys");
        var sent = page.WaitForRequestAsync(
            request => request.Method == "POST" && request.Url.Contains("/account/sign-in", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        var body = (await sent).PostData;
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Passkeys");
        await Assertions.Expect(page.Locator(".account-menu")).ToContainTextAsync(person.Name);
        Assert.Contains((SecurityKinds.SignedIn, "With the passkey Laptop."), await EventsAsync(person));

        // The same answer a second time signs nobody in.
        await SignOutAsync(page);
        Expect("a status of 422", "a status of 403");
        Assert.Equal(422, await page.EvaluateAsync<int>(
            """
            body => fetch('/account/sign-in', { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
                .then(answer => answer.status)
            """,
            body));

        // A disabled account is let in by no passkey.
        await DisableAsync(person, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await WithPasskeyAsync(page);
        await Assertions.Expect(page.Locator("main .form-refused").First).ToContainTextAsync("This account is disabled.");
        await DisableAsync(person, null);

        // Removed, it is refused.
        await WithPasskeyAsync(page);
        await Assertions.Expect(page.Locator(".account-menu")).ToContainTextAsync(person.Name);
        await GoAsync(page, "/account/passkeys");
        await page.Locator(".row-title").ClickAsync();
        await page.GetByLabel("Current password").FillAsync(TestPerson.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator(".form-done")).ToContainTextAsync("The passkey is removed");
        await SignOutAsync(page);
        await WithPasskeyAsync(page);
        await Assertions.Expect(page.Locator("main .form-refused").First).ToContainTextAsync("This passkey is not known here");
    }

    [Fact]
    public async Task Passkey_QuestionClosed_SaysSoAndThePasswordStillWorks()
    {
        var server = Reader.Board.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var page = await OpenAtAsync(server, "/account/sign-in");
        var person = await TestPeople.AddAsync(Reader.Board.Folder, AccountRole.Viewer, cancellationToken: TestContext.Current.CancellationToken);
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
            },
        });

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync(); // a device without a passkey

        await Assertions.Expect(page.Locator("[data-passkey-said]")).ToBeVisibleAsync();
        await PasswordAsync(page, person);
        await Assertions.Expect(page.Locator(".account-menu")).ToContainTextAsync(person.Name);
    }

    [Fact]
    public async Task AccountPages_BothThemes_AreAccessible()
    {
        var server = Reader.Board.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var page = await OpenAtAsync(server, "/account/sign-in");
        var person = await TestPeople.AddAsync(Reader.Board.Folder, AccountRole.Editor, cancellationToken: TestContext.Current.CancellationToken);
        await TestPeople.AddPasskeyAsync(Reader.Board.Folder, person.Id, "Laptop", TestContext.Current.CancellationToken);
        await CheckAsync(page, "signing in");
        var code = await TestPeople.InviteAsync(Reader.Board.Folder, AccountRole.Editor, TestContext.Current.CancellationToken);
        await GoAsync(page, $"/account/invitation/{code}");
        await CheckAsync(page, "an invitation");
        Expect("a status of 410");
        await page.GotoAsync("/account/invitation/none");
        await CheckAsync(page, "an invitation that is used up");
        await page.GotoAsync("/account/setup"); // open or closed, as other tests have left it
        await CheckAsync(page, "setting up");
        await PasswordAsync(page, person);
        await Assertions.Expect(page.Locator(".account-menu")).ToContainTextAsync(person.Name);
        foreach (var address in new[] { "/account", "/account/password", "/account/codes", "/account/passkeys", "/account/passkeys/new" })
        {
            await GoAsync(page, address);
            await CheckAsync(page, address);
        }

        await GoAsync(page, "/account/passkeys");
        await page.Locator(".row-title").ClickAsync();
        await ArriveAsync(page, "**/account/passkeys/*");
        await CheckAsync(page, "one passkey");

        await GoAsync(page, "/account/codes");
        await page.GetByLabel("Current password").FillAsync(TestPerson.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up codes" }).ClickAsync();
        var app = new AuthenticatorApp((await page.Locator("a[href^='otpauth:']").GetAttributeAsync("href"))!);
        await CheckAsync(page, "setting codes up");
        Expect("a status of 422"); // a wrong code, to see how it is said
        await page.GetByLabel("Code from the app").FillAsync("none");
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch codes on" }).ClickAsync();
        await Assertions.Expect(page.Locator(".form-error")).ToBeVisibleAsync();
        await CheckAsync(page, "a wrong code");
        await page.GetByLabel("Code from the app").FillAsync(app.CodeAt(DateTimeOffset.UtcNow));
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch codes on" }).ClickAsync();
        await Assertions.Expect(page.Locator(".recovery-codes")).ToBeVisibleAsync();
        await CheckAsync(page, "recovery codes");
        foreach (var address in new[] { "/account/codes", "/account/codes/recovery", "/account/codes/off" })
        {
            await GoAsync(page, address);
            await CheckAsync(page, address);
        }

        await SignOutAsync(page);
        await PasswordAsync(page, person);
        await CheckAsync(page, "the code");
        await page.GetByRole(AriaRole.Link, new() { Name = "use a recovery code" }).ClickAsync();
        await ArriveAsync(page, "**/account/recovery-code*");
        await CheckAsync(page, "a recovery code");
    }

    // Nothing serious for axe in either theme, and nothing wider than a telephone.
    private static async Task CheckAsync(IPage page, string when)
    {
        await Accessibility.AssertInBothThemesAsync(page, when, 1280);
        await page.SetViewportSizeAsync(390, 844);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"wider than 390 px: {when}");
        await page.SetViewportSizeAsync(1280, 900);
    }

    private static async Task PasswordAsync(IPage page, TestPerson person)
    {
        await GoAsync(page, "/account/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(person.Email);
        await page.GetByLabel("Password").FillAsync(TestPerson.Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private static async Task WithPasskeyAsync(IPage page)
    {
        await GoAsync(page, "/account/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
    }

    private Task DisableAsync(TestPerson person, DateTime? since) =>
        TestPeople.ChangeAsync(Reader.Board.Folder, person.Id, account => account.DisabledAt = since, TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<(string Kind, string? Detail)>> EventsAsync(TestPerson person) =>
        TestPeople.EventsAsync(Reader.Board.Folder, person.Id, TestContext.Current.CancellationToken);
}
