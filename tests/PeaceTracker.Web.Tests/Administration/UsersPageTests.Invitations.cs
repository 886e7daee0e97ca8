using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Mail;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Administration;

// Inviting, and what the open page sees of it.
public partial class UsersPageTests
{
    [Fact]
    public async Task Invite_AddressThatIsNone_IsSaidAtTheFieldAndKept()
    {
        await StartAsync();
        var page = Open();

        await TypeAsync(page, "email", "ada at example");
        await PressAsync(page, "Make the invitation");

        page.WaitForAssertion(
            () => Assert.Contains("Enter an e-mail address", page.Find("#field-email-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("ada at example", page.Find("#field-email").GetAttribute("value"));
        Assert.Empty(page.FindAll("#invitation-link"));
    }

    [Fact]
    public async Task Invite_Address_ShowsTheLinkOnceAndListsIt()
    {
        await StartAsync();
        var page = Open();

        await TypeAsync(page, "email", "new@example.org");
        await PressAsync(page, "Make the invitation");

        var link = page.WaitForElement("#invitation-link").GetAttribute("value")!;
        var found = await _store.Services.GetRequiredService<Invitations>().FindAsync(link.Split('/')[^1], Cancellation);
        Assert.Equal(("new@example.org", AccountRole.Editor), (found?.Email, found?.Role));
        Assert.StartsWith("http://localhost/account/invitation/", link, StringComparison.Ordinal);
        Assert.Empty(await _store.Services.GetRequiredService<Outbox>().ListAsync(1, Cancellation));
        page.WaitForAssertion(() => Assert.Contains("new@example.org", RowOf(page, "new@example.org").TextContent, StringComparison.Ordinal));
        await ClickAsync(page, "button[aria-label^='Withdraw']");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#invitations")));
        Assert.Null(await _store.Services.GetRequiredService<Invitations>().FindAsync(link.Split('/')[^1], Cancellation));
    }

    [Fact]
    public async Task Invite_WhereAMailServerIsSet_SendsTheLinkAndSaysSo()
    {
        await StartAsync(mailHost: "mail.example.org");
        var page = Open();

        await TypeAsync(page, "email", "new@example.org");
        await PressAsync(page, "Make the invitation");

        var link = page.WaitForElement("#invitation-link").GetAttribute("value")!;
        Assert.Contains("is on its way", page.Find(".invitation-link").TextContent, StringComparison.Ordinal);
        var mail = Assert.IsType<ClaimedMail>(await _store.Services.GetRequiredService<Outbox>().ClaimAsync(Cancellation));
        Assert.True(mail.Address == "new@example.org" && mail.Content!.Text.Contains(link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accept_ByTheInvited_ShowsTheAccountOnTheOpenPage()
    {
        await StartAsync();
        var invitations = _store.Services.GetRequiredService<Invitations>();
        var code = (await invitations.InviteAsync(new Actor(_admin, null), "new@example.org", AccountRole.Viewer, Cancellation)).Secret!;
        var page = Open();
        Assert.Single(page.FindAll("#invitations"));

        Assert.True((await invitations.AcceptAsync(code, "Grace", TestPerson.Password, null, Cancellation)).Succeeded);

        page.WaitForAssertion(() => Assert.Equal("Viewer", RowOf(page, "Grace").QuerySelector("td")!.TextContent));
        Assert.Empty(page.FindAll("#invitations"));
    }
}
