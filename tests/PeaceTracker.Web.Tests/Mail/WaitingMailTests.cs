using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Mail;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Mail;

namespace PeaceTracker.Web.Tests.Mail;

/// <summary>Mails that wait while something changes: what their readers may know, what they want, the mail server.</summary>
[OnEveryDatabase]
public sealed class WaitingMailTests : MailTests
{
    [Fact]
    public async Task RunOnce_BoardTakenOffWhileTheMailWaits_DropsIt()
    {
        await FollowAsync(FollowKind.Negotiation);
        await LeaveWaitingAsync();
        await SaveAsync(new TakeBoardOff(RecordBuilder.Slug, "It named the wrong parties."));

        Assert.Equal(0, await ComeBackAsync());

        Assert.Empty(Server.All);
        Assert.Empty(await Outbox.ListAsync(10, Cancellation));
    }

    [Fact]
    public async Task RunOnce_EndedWhileTheMailWaits_DropsIt()
    {
        await FollowAsync(FollowKind.Negotiation);
        await LeaveWaitingAsync();
        await Follows.EndAsync(Reader, null, Cancellation);

        Assert.Equal(0, await ComeBackAsync());
        Assert.Empty(Server.All);
    }

    // Of two things in one mail: the other one is told in a mail of its own.
    [Fact]
    public async Task RunOnce_OneOfTwoEndedWhileTheMailWaits_TellsTheOtherAnew()
    {
        await FollowAsync(FollowKind.Issue, "issue-1");
        await FollowAsync(FollowKind.Pair, "a-b");
        await LeaveWaitingAsync();
        await Follows.EndAsync(Reader, (await Follows.ListAsync(Reader, Cancellation))[0].Id, Cancellation);

        Assert.Equal(1, await ComeBackAsync() + await Sending.RunOnceAsync(Cancellation));

        var mail = await Server.NextAsync();
        Assert.DoesNotContain("changes on 2 pages", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Agreed on record: 0 of 5 (0%) → 1 of 5 (20%).", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunOnce_DaysWithoutTheMailServer_KeepsOneMailForEachReader()
    {
        await FollowAsync(FollowKind.Negotiation, frequency: FollowFrequency.Daily);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        Server.GoDown();
        Clock.Advance(TimeSpan.FromHours(18)); // 06:00
        await Sending.RunOnceAsync(Cancellation);
        await MoveAsync("issue-2", Level.Narrowing);
        Clock.Advance(TimeSpan.FromDays(1));
        await Sending.RunOnceAsync(Cancellation);

        Assert.Single(await Outbox.ListAsync(10, Cancellation));

        // Back: first what waits, then what came meanwhile.
        Assert.Equal(1, await ComeBackAsync());
        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));
        Assert.Equal(2, Server.All.Count);
    }

    [Fact]
    public async Task RunOnce_AddressThatCanNotBeWritten_IsGivenUpAndTheOthersGo()
    {
        await Outbox.AddAsync("no address", new MailContent("a", "a", "<p>a</p>", null), Cancellation);
        await Outbox.AddAsync("ada@example.org", new MailContent("b", "b", "<p>b</p>", null), Cancellation);

        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));

        var left = Assert.Single(await Outbox.ListAsync(10, Cancellation));
        Assert.Equal(("no address", MailFault.Address, null), (left.Address, left.Fault, left.NextTryAt));
    }

    // Each is taken up for as long as one takes, so another process waits for no more than that.
    [Fact]
    public async Task Claim_OfTwoThatWait_TakesUpOne()
    {
        await Outbox.AddAsync("ada@example.org", new MailContent("a", "a", "", null), Cancellation);
        await Outbox.AddAsync("eva@example.org", new MailContent("b", "b", "", null), Cancellation);

        Assert.Equal("ada@example.org", (await Outbox.ClaimAsync(Cancellation))!.Address);

        await using var context = Store.NewContext();
        Assert.Equal(1, await context.Mails.CountAsync(mail => mail.LeasedBy != null, Cancellation));
    }

    [Fact]
    public async Task Forget_AMonthAfterAMailWasGivenUp_ForgetsIt()
    {
        await Outbox.AddAsync("no address", new MailContent("a", "a", "", null), Cancellation);
        await Sending.RunOnceAsync(Cancellation);
        Assert.Single(await Outbox.ListAsync(10, Cancellation));
        Clock.Advance(OutgoingMail.Kept + TimeSpan.FromDays(1));

        await Store.Services.GetRequiredService<Forgetting>().ForgetAsync(Cancellation);

        Assert.Empty(await Outbox.ListAsync(10, Cancellation));
    }

    [Fact]
    public async Task Digest_OfASearchThatFindsMore_SaysHowManyAndLeadsToTheSearch()
    {
        await FollowAsync(FollowKind.Search, "both sides");
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        var follow = Assert.Single(await Follows.ListAsync(Reader, Cancellation));
        var (news, _) = await Store.Services.GetRequiredService<DigestReader>().ReadAsync(follow, AccountRole.Viewer, Cancellation);
        var many = news! with { Found = [.. Enumerable.Repeat(Assert.Single(news.Found), 51)] };

        // 51 are found; 40 are shown.
        var text = Store.Services.GetRequiredService<Digest>().Of(Reader, [many]).Text;
        Assert.Matches(@"And 11 more\. https://board\.example\.org/tracker/negotiations/talks/search\?", text);
    }

    // A change whose mail could not be handed on.
    private async Task LeaveWaitingAsync()
    {
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        Server.GoDown();
        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
        Assert.Single(await Outbox.ListAsync(10, Cancellation));
    }

    private Task<int> ComeBackAsync()
    {
        Server.ComeBack();
        Clock.Advance(TimeSpan.FromHours(1));
        return Sending.RunOnceAsync(Cancellation);
    }
}
