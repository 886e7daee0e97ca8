using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Mail;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Administration;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Administration;

/// <summary>An administrator says of an account that its mails come back, and that they arrive again.</summary>
public sealed class MailsThatComeBackTests : FormPageTests
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Actions_OfAnAccount_SayThatItsMailsComeBackAndThatTheyArrive()
    {
        var store = await WithStoreAsync(new RecordBuilder().Build(), services =>
        {
            services.AddLogging();
            services.AddPeaceTrackerAccounts(new ConfigurationBuilder().Build());
            services.AddPeaceTrackerMail(new ConfigurationBuilder().AddInMemoryCollection([new("PeaceTracker:Mail:Host", "mail.example.org")])
                .Build());
        });
        var returned = store.Services.GetRequiredService<ReturnedMails>();
        Services.AddSingleton(store.Services.GetRequiredService<MailSettings>());
        Services.AddSingleton(returned);
        Services.AddSingleton(store.Services.GetRequiredService<AccountAdministration>());
        var (ada, eve) = (
            await store.AddAccountAsync(AccountRole.Administrator, "Ada"), await store.AddAccountAsync(AccountRole.Editor, "Eve"));
        var account = (await store.Services.GetRequiredService<AccountAdministration>().ListAsync(Cancellation)).Single(one => one.Id == eve);
        var actions = Render<AccountActions>(parameters => parameters
            .Add(one => one.Account, account).Add(one => one.Actor, new Actor(ada, "192.0.2.1")));

        await PressAsync(actions, "Mails come back");
        actions.WaitForAssertion(() => Assert.Contains("Mails arrive again", actions.Markup, StringComparison.Ordinal));
        Assert.True(await returned.IsAsync(eve, Cancellation));
        await PressAsync(actions, "Mails arrive again");

        actions.WaitForAssertion(() => Assert.Contains("Mails come back", actions.Markup, StringComparison.Ordinal));
        Assert.False(await returned.IsAsync(eve, Cancellation));
    }
}
