using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
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

    // Nothing lies there for good; what it would have told is told with what came after it, once her address works.
    [Fact]
    public async Task Say_ThatMailsComeBack_TakesOutAMailThatWaitsAndTellsItAnew()
    {
        await LeaveWaitingAsync();
        await SayAsync(back: true);

        Assert.Equal(MailFault.CameBack, Assert.Single(await Outbox.ListAsync(10, Cancellation)).Fault);
        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
        await MoveAsync("issue-2", Level.AgreedInPrinciple);
        await SayAsync(back: false);

        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));
        Assert.Contains("Agreed on record: 0 of 5 (0%) → 2 of 5 (40%).", (await Server.NextAsync()).TextBody, StringComparison.Ordinal);
    }

    // It was on its way when that was said: the server took it, as it took those that came back.
    [Theory]
    [InlineData(null)]
    [InlineData(MailFault.NoConnection)]
    public async Task Record_AMailThatWasTakenUpBefore_LeavesTheMark(MailFault? fault)
    {
        await LeaveWaitingAsync();
        var mail = (await Outbox.ClaimAsync(Cancellation))!;
        await SayAsync(back: true);

        await Outbox.RecordAsync(mail.Id, fault, Cancellation);

        Assert.True(await Returned.IsAsync(Reader, Cancellation));
        Assert.Equal(MailFault.CameBack, Assert.Single(await Outbox.ListAsync(10, Cancellation)).Fault);
        await SayAsync(back: false);
        Assert.Equal(fault is null ? 0 : 1, await Sending.RunOnceAsync(Cancellation));
    }

    // Made at the same moment as it was said.
    [Fact]
    public async Task Advance_AfterItWasSaidThatMailsComeBack_PutsNothingIn()
    {
        await FollowAsync(FollowKind.Negotiation);
        var number = await MoveAsync("issue-1", Level.AgreedInPrinciple);
        var due = Assert.Single(await Follows.DueAsync(Cancellation));
        await SayAsync(back: true);

        Assert.False(await Follows.AdvanceAsync(
            due, new Dictionary<int, long> { [due.Items[0].Id] = number }, new MailContent("a", "a", "<p>a</p>", null), Cancellation));
        Assert.Equal(MailFault.CameBack, Assert.Single(await Outbox.ListAsync(10, Cancellation)).Fault);
    }

    // The first readers come first. What is put in after the start goes with the first round, which comes after the page: a round before it would
    // have found nothing, and the next one waits for the clock.
    [Fact]
    public async Task Start_BeforeTheFirstPageIsMade_WaitsForIt()
    {
        await Sending.StartAsync(Cancellation);
        await Outbox.AddAsync("ada@example.org", new MailContent("a", "a", "<p>a</p>", null), Cancellation);

        Store.Services.GetRequiredService<FirstPageMade>().Say();

        await Server.NextAsync();
        await Sending.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Stop_BeforeTheFirstPageIsMade_EndsTheWait()
    {
        await Sending.StartAsync(Cancellation);

        await Sending.StopAsync(Cancellation);

        Assert.True(Sending.ExecuteTask!.IsCompleted);
    }

    // As the server ends in the middle of a round: the next one need not wait for a lease of ten minutes.
    [Fact]
    public async Task Stop_WithAMailTakenUp_LetsGoOfIt()
    {
        await Outbox.AddAsync("ada@example.org", new MailContent("a", "a", "<p>a</p>", null), Cancellation);
        Assert.NotNull(await Outbox.ClaimAsync(Cancellation));
        Store.Services.GetRequiredService<FirstPageMade>().Say();
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

    // A mail to her that could not be handed on, and is due again.
    private async Task LeaveWaitingAsync()
    {
        await FollowAsync(FollowKind.Negotiation);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        Server.GoDown();
        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
        Server.ComeBack();
        Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task SayAsync(bool back)
    {
        var admin = new Actor(await Store.AddAccountAsync(AccountRole.Administrator, "Eva"), "192.0.2.1");
        Assert.True((await Returned.SayAsync(admin, Reader, back, Cancellation)).Succeeded);
    }
}
