using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>People are invited, given roles and disabled, and what is taken away is gone at once.</summary>
public class AdministrationTests(Reader reader) : BrowserTest(reader)
{
    private const string Email = "guest@example.org";
    private const string Name = "Grace Guest";

    [Fact]
    public async Task Invite_SignUpDemoteDisable_HoldsOnTheOpenPageAtOnce()
    {
        Expect("status of 4"); // what is refused is said by the status, too
        var admin = await OpenAsync("/");
        await SignInAsync(admin, Reader.Board, AccountRole.Administrator, "Ada Admin");
        await OpenAccountListAsync(admin);
        await admin.GetByRole(AriaRole.Link, new() { Name = "Administration" }).ClickAsync();

        await admin.GetByLabel("E-mail address").FillAsync(Email);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Make the invitation" }).ClickAsync();
        var link = await admin.GetByLabel("The link for").InputValueAsync();
        await admin.Context.GrantPermissionsAsync(["clipboard-write"]); // a browser without windows gives it to nobody unasked
        await admin.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(admin.GetByText("Copied.")).ToBeVisibleAsync();
        await Assertions.Expect(admin.GetByRole(AriaRole.Button, new() { Name = $"Withdraw the invitation of {Email}" })).ToBeVisibleAsync();

        // In another window, by the link: the list of the first shows it by itself.
        var guest = await OpenAsync(link);
        await guest.GetByLabel("Your name").FillAsync(Name);
        await guest.GetByLabel("Password").FillAsync(TestPerson.Password);
        await guest.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Assertions.Expect(guest.Locator(".account-menu")).ToContainTextAsync(Name);
        var row = admin.Locator("table.people tr:has(th)").Filter(new() { HasText = Name }); // not the one that opens under it
        await Assertions.Expect(row).ToContainTextAsync("Editor");
        // This one; another test may have an open one of its own in the same program.
        await Assertions.Expect(admin.GetByRole(AriaRole.Button, new() { Name = $"Withdraw the invitation of {Email}" })).ToHaveCountAsync(0);

        // The right is taken away while a form is open: the page says so, the text stays, the save is refused.
        var entry = SeedFile.Load(SeedFile.RussiaUkraine).Keys<StatusEvent>()[0];
        await GoAsync(guest, Reader.Board.Address + Of($"edit/retract/{RecordSections.Of<StatusEvent>().Name}/{entry}"));
        await guest.GetByLabel("Reason").FillAsync("Typed before");
        await admin.GetByRole(AriaRole.Button, new() { Name = $"Change {Name}" }).ClickAsync();
        await admin.Locator(".account-actions select").SelectOptionAsync(new SelectOptionValue { Label = "Viewer: reads the board" });
        await admin.GetByRole(AriaRole.Button, new() { Name = "Give this role" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Viewer");
        await Assertions.Expect(guest.GetByText("You have been signed out.")).ToBeVisibleAsync();
        await guest.GetByRole(AriaRole.Button, new() { Name = "Retract" }).ClickAsync();
        await Assertions.Expect(guest.GetByText("Nothing was saved.")).ToBeVisibleAsync();
        await Assertions.Expect(guest.GetByText("You are no longer signed in.")).ToBeVisibleAsync();
        await Assertions.Expect(guest.GetByLabel("Reason")).ToHaveValueAsync("Typed before");
        Assert.Equal(0L, Count("RowChanges WHERE After LIKE '%Typed before%'"));

        await admin.GetByRole(AriaRole.Button, new() { Name = "Disable the account" }).ClickAsync();
        await admin.Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = "Disable the account" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("disabled since");
        await GoAsync(guest, Reader.Board.Address + "/account/sign-in");
        await guest.GetByLabel("E-mail address").FillAsync(Email);
        await guest.GetByLabel("Password").FillAsync(TestPerson.Password);
        await guest.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(guest.GetByText("This account is disabled.")).ToBeVisibleAsync();

        // All of it is written down, with where it came from.
        await GoAsync(admin, Reader.Board.Address + "/admin/audit?what=security&who=Ada+Admin");
        await Assertions.Expect(admin.Locator("table.audit tbody tr").First).ToContainTextAsync("Account disabled");
        foreach (var kind in new[] { "account-disabled", "role-changed", "invited" })
        {
            Assert.Equal(1L, Count(
                $"SecurityEvents JOIN SecurityTraces USING (Number) WHERE Kind = '{kind}' AND Who = 'Ada Admin' AND \"From\" = '127.0.0.1'"));
        }
    }

    [Theory]
    [InlineData("/admin/users")]
    [InlineData("/admin/audit")]
    [InlineData("/admin/system")]
    public async Task Axe_LightAndDarkWideAndNarrow_FindsNothingSerious(string address)
    {
        var page = await OpenAsync("/");
        await SignInAsync(page, Reader.Both, AccountRole.Administrator);
        await GoAsync(page, Reader.Both.Address + address);
        await Assertions.Expect(page.Locator("main :is(table, dl)").First).ToBeVisibleAsync();
        if (address == "/admin/users")
        {
            await page.Locator("button[aria-expanded]").First.ClickAsync();
            await page.GetByLabel("E-mail address").FillAsync($"{Guid.NewGuid():N}@example.org");
            await page.GetByRole(AriaRole.Button, new() { Name = "Make the invitation" }).ClickAsync();
            await Assertions.Expect(page.GetByLabel("The link for")).ToBeVisibleAsync();
        }

        await Accessibility.AssertInBothThemesAsync(page, address, 1280, 390);
    }

    private long Count(string what) =>
        (long)TestStore.Scalar(Path.Combine(Reader.Board.Folder, "peacetracker.db"), $"SELECT COUNT(*) FROM {what}")!;
}
