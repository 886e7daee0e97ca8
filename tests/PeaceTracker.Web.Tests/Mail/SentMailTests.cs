using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Mail;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Mail;

/// <summary>What the mail server has is written down, however long the store takes; what was taken up is let go at the end of the program.</summary>
public sealed class SentMailTests : MailTests
{
    private ReturnedMails Returned => Store.Services.GetRequiredService<ReturnedMails>();

    [Fact]
    public async Task RunOnce_StoreThatCanNotBeWrittenToAfterTheMailWent_WritesItDownLaterAndSendsItOnce()
    {
        await Outbox.AddAsync("ada@example.org", new MailContent("a", "a", "<p>a</p>", null), Cancellation);
        await Store.ExecuteAsync("CREATE TRIGGER kept BEFORE DELETE ON Mails BEGIN SELECT RAISE(ABORT, 'not now'); END");
        var round = Sending.RunOnceAsync(Cancellation);
        await Server.NextAsync();
        await Store.ExecuteAsync("DROP TRIGGER kept");

        // Whenever it waits for its next attempt, its time comes.
        while (!round.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(1, await round);
        Assert.Single(Server.All);
        Assert.Empty(await Outbox.ListAsync(10, Cancellation));
    }

    // An administrator found it in the mailbox of the board. Nothing is sent to her, what she follows waits, and goes once her address works again.
    [Fact]
    public async Task Say_ThatMailsComeBack_LetsWhatSheFollowsWaitUntilTheAddressWorks()
    {
        var admin = new Actor(await Store.AddAccountAsync(AccountRole.Administrator, "Eva"), "192.0.2.1");
        await FollowAsync(FollowKind.Negotiation);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        Assert.False((await Returned.SayAsync(admin with { AccountId = Manager }, Reader, back: true, Cancellation)).Succeeded);
        Assert.True((await Returned.SayAsync(admin, Reader, back: true, Cancellation)).Succeeded);

        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
        Assert.Equal(MailFault.CameBack, await Outbox.GivenUpAsync(Reader, Cancellation));
        Assert.Equal(await AddressAsync(Reader), Assert.Single(await Outbox.ListAsync(10, Cancellation)).Address);
        Clock.Advance(OutgoingMail.Kept + TimeSpan.FromDays(1));
        await Outbox.ForgetAsync(Cancellation);
        Assert.True(await Returned.IsAsync(Reader, Cancellation));
        await Returned.OverAsync(Reader, Cancellation);

        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));
        Assert.Contains("Agreed on record: 0 of 5 (0%) → 1 of 5 (20%).", (await Server.NextAsync()).TextBody, StringComparison.Ordinal);
        Assert.Null(await Outbox.GivenUpAsync(Reader, Cancellation));
    }

    // It was on its way when that was said.
    [Fact]
    public async Task Say_ThatMailsComeBack_HoldsAMailThatWaits()
    {
        var admin = new Actor(await Store.AddAccountAsync(AccountRole.Administrator, "Eva"), "192.0.2.1");
        await FollowAsync(FollowKind.Negotiation);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        Server.GoDown();
        await Sending.RunOnceAsync(Cancellation);
        Server.ComeBack();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Returned.SayAsync(admin, Reader, back: true, Cancellation);

        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
        await Returned.SayAsync(admin, Reader, back: false, Cancellation);
        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));
    }

    // As the server ends in the middle of a round: the next one need not wait for a lease of ten minutes.
    [Fact]
    public async Task Stop_WithAMailTakenUp_LetsGoOfIt()
    {
        await Outbox.AddAsync("ada@example.org", new MailContent("a", "a", "<p>a</p>", null), Cancellation);
        Assert.NotNull(await Outbox.ClaimAsync(Cancellation));
        await Sending.StartAsync(Cancellation);
        // Another one shows that it runs.
        await FollowAsync(FollowKind.Negotiation);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        await Server.NextAsync();

        await Sending.StopAsync(Cancellation);

        await using var context = Store.NewContext();
        Assert.True(await context.Mails.AnyAsync(mail => mail.Address == "ada@example.org", Cancellation));
        Assert.False(await context.Mails.AnyAsync(mail => mail.LeasedBy != null, Cancellation));
    }
}
