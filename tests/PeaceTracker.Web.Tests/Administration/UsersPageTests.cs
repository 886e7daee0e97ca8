using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Mail;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Administration;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Administration;

public partial class UsersPageTests : FormPageTests
{
    private TestStore _store = null!;
    private string _admin = "";

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_AsEditor_ShowsNobody()
    {
        await StartAsync();
        SignIn("Editor", await _store.AddAccountAsync(AccountRole.Editor));
        var page = Render<UsersPage>();

        page.WaitForAssertion(() => Assert.Contains("Your account is not allowed to do this", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task Open_AsAdministrator_ListsEverybodyWithRoleAndState()
    {
        await StartAsync();
        var eve = await _store.AddAccountAsync(AccountRole.Editor, "Eve");
        await _store.ChangeAccountAsync(eve, account => (account.DisabledAt, account.TwoFactorEnabled) = (RecordBuilder.At(3), true));
        var page = Open();

        var row = RowOf(page, "Eve");
        Assert.Contains("@example.org", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Editor", "1 January 2026, 12:00 UTC", "password and code"], row.QuerySelectorAll("td").Take(3).Select(cell => cell.TextContent.Trim()));
        Assert.Contains("disabled since 3 January 2026, 12:00 UTC", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("you", RowOf(page, "Ada").QuerySelector(".pill")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2 accounts", page.Find("#accounts").TextContent);
    }

    [Fact]
    public async Task SetRole_OfAnother_IsSavedAndShown()
    {
        await StartAsync();
        var eve = await _store.AddAccountAsync(AccountRole.Editor, "Eve");
        var page = Open();

        await GiveAsync(page, "Eve", AccountRole.Manager);

        page.WaitForAssertion(() => Assert.Equal("Manager", RowOf(page, "Eve").QuerySelector("td")!.TextContent));
        Assert.Equal(AccountRole.Manager, (await FindAsync(eve)).Role);
        Assert.Empty(page.FindAll(".person-said"));
    }

    [Fact]
    public async Task Mails_ThatComeBack_AreSaidOfTheAccountAndTakenBack()
    {
        await StartAsync(mailHost: "mail.example.org");
        var eve = await _store.AddAccountAsync(AccountRole.Editor, "Eve");
        var page = Open();
        await ToggleAsync(page, "Eve");

        await PressAsync(page, "Mails come back");
        page.WaitForAssertion(() => Assert.Contains("Mails arrive again", page.Markup, StringComparison.Ordinal));
        Assert.True(await _store.Services.GetRequiredService<ReturnedMails>().IsAsync(eve, Cancellation));
        await PressAsync(page, "Mails arrive again");

        page.WaitForAssertion(() => Assert.Contains("Mails come back", page.Markup, StringComparison.Ordinal));
        Assert.False(await _store.Services.GetRequiredService<ReturnedMails>().IsAsync(eve, Cancellation));
    }

    [Fact]
    public async Task SetRole_OfTheLastAdministrator_IsRefusedAtItsRow()
    {
        await StartAsync();
        var page = Open();

        await GiveAsync(page, "Ada", AccountRole.Viewer);

        page.WaitForAssertion(() => Assert.Contains("only administrator", SaidAt(page, "Ada"), StringComparison.Ordinal));
        Assert.Equal(AccountRole.Administrator, (await FindAsync(_admin)).Role);
    }

    [Fact]
    public async Task SetRole_OfTheOwnAccount_IsRefusedAtItsRow()
    {
        await StartAsync();
        await _store.AddAccountAsync(AccountRole.Administrator, "Grace");
        var page = Open();

        await GiveAsync(page, "Ada", AccountRole.Viewer);

        page.WaitForAssertion(() => Assert.Contains("another administrator must do this", SaidAt(page, "Ada"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task SetRole_ByWhoIsNoAdministratorAnyMore_IsRefusedAtTheRow()
    {
        await StartAsync();
        await _store.AddAccountAsync(AccountRole.Editor, "Eve");
        var page = Open();
        await _store.ChangeAccountAsync(_admin, account => account.Role = AccountRole.Viewer);

        await GiveAsync(page, "Eve", AccountRole.Manager);

        page.WaitForAssertion(() => Assert.Contains("no longer have the right", SaidAt(page, "Eve"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Disable_AskedFirst_DoesItOnlyWhenConfirmed()
    {
        await StartAsync();
        var eve = await _store.AddAccountAsync(AccountRole.Editor, "Eve");
        var page = Open();
        await ToggleAsync(page, "Eve");

        await PressAsync(page, "Disable the account");
        page.WaitForElement(".confirm");
        await PressAsync(page, "Cancel");
        Assert.Null((await FindAsync(eve)).DisabledAt);
        await PressAsync(page, "Disable the account");
        page.WaitForElement(".confirm");
        await PressAsync(page, "Disable the account");

        page.WaitForAssertion(() => Assert.Contains("disabled since", RowOf(page, "Eve").TextContent, StringComparison.Ordinal));
        Assert.NotNull((await FindAsync(eve)).DisabledAt);
        await PressAsync(page, "Enable the account");
        page.WaitForAssertion(() => Assert.DoesNotContain("disabled since", RowOf(page, "Eve").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EndSessions_OfAnother_RotatesTheStamp()
    {
        await StartAsync();
        var eve = await _store.AddAccountAsync(AccountRole.Editor, "Eve");
        List<string> moved = [];
        _store.Services.GetRequiredService<AccountBus>().Moved += moved.Add;
        var page = Open();
        await ToggleAsync(page, "Eve");

        await PressAsync(page, "End all sessions");

        page.WaitForAssertion(() => Assert.Equal([eve], moved));
    }

    private async Task StartAsync(string? mailHost = null)
    {
        _store = await WithStoreAsync(new RecordBuilder().Build(), services =>
        {
            services.AddLogging();
            services.AddPeaceTrackerAccounts(new ConfigurationBuilder().Build());
            services.AddPeaceTrackerMail(new ConfigurationBuilder().AddInMemoryCollection([new("PeaceTracker:Mail:Host", mailHost)]).Build());
        });
        Services.AddSingleton(_store.Services.GetRequiredService<MailSettings>());
        Services.AddSingleton(_store.Services.GetRequiredService<Outbox>()).AddSingleton(_store.Services.GetRequiredService<ReturnedMails>());
        Services.AddSingleton(_store.Services.GetRequiredService<AccountAdministration>());
        Services.AddSingleton(_store.Services.GetRequiredService<Invitations>());
        Services.AddSingleton(_store.Services.GetRequiredService<AccountBus>());
        Services.AddSingleton(_store.Services.GetRequiredService<FormKeeper>());
        _admin = await _store.AddAccountAsync(AccountRole.Administrator, "Ada");
    }

    private IRenderedComponent<UsersPage> Open()
    {
        SignIn("Administrator", _admin);
        var page = Render<UsersPage>();
        page.WaitForAssertion(() => Assert.Equal(WorkState.Ready, page.Instance.State));
        page.WaitForElement("table.people tbody tr");
        return page;
    }

    private async Task<ListedAccount> FindAsync(string id) =>
        (await _store.Services.GetRequiredService<AccountAdministration>().ListAsync(Cancellation)).Single(account => account.Id == id);

    private static IElement RowOf(IRenderedComponent<UsersPage> page, string name) =>
        page.FindAll("table.people tbody tr")
            .Single(row => row.QuerySelector("th") is { } head && head.TextContent.Contains(name, StringComparison.Ordinal));

    private static string SaidAt(IRenderedComponent<UsersPage> page, string name) =>
        RowOf(page, name).NextElementSibling!.QuerySelector("[role=alert]")!.TextContent;

    private static Task ToggleAsync(IRenderedComponent<UsersPage> page, string name) => ClickAsync(page, $"button[aria-label='Change {name}']");

    private static async Task GiveAsync(IRenderedComponent<UsersPage> page, string name, AccountRole role)
    {
        await ToggleAsync(page, name);
        await ActAsync(
            page, () => page.Find(".account-actions select"),
            list => list.ChangeAsync(new() { Value = ((int)role).ToString(System.Globalization.CultureInfo.InvariantCulture) }));
        await PressAsync(page, "Give this role");
    }
}
