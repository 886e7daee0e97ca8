using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Mail;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Mail;

namespace PeaceTracker.Web.Tests.Mail;

/// <summary>From a change to the mail of whoever follows it: what it says, when, by which node; what happens when it can't be handed on.</summary>
[OnEveryDatabase]
public sealed class MailSendingTests : MailTests
{
    [Fact]
    public async Task RunOnce_AfterAChangeOfWhatIsFollowed_TellsItWithTheFigureAndLinksThatLast()
    {
        await FollowAsync(FollowKind.Negotiation);
        var number = await MoveAsync("issue-1", Level.AgreedInPrinciple);

        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));

        var mail = await Server.NextAsync();
        Assert.Equal((await AddressAsync(Reader), "board@example.org"), (
            Assert.Single(mail.To.Mailboxes).Address, Assert.Single(mail.From.Mailboxes).Address));
        // Of five issues none was agreed, now one is: 1 of 5 is 20%.
        Assert.Contains("Agreed on record: 0 of 5 (0%) → 1 of 5 (20%).", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Disputed → Agreed in principle", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("5 January 2026. Both sides said so.", mail.TextBody, StringComparison.Ordinal);
        var link = $"https://board.example.org/tracker/negotiations/talks/issues/issue-1?asOf=2026-01-20&change={number}";
        Assert.Contains(link, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(link.Replace("&", "&amp;", StringComparison.Ordinal), mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Matches(@"^<https://board\.example\.org/tracker/account/unsubscribe/[\w-]+>$", mail.Headers["List-Unsubscribe"]);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
    }

    // Between a and b; the other party of the board's only pair is followed, too.
    [Theory]
    [InlineData(FollowKind.Issue, "issue-1", true)]
    [InlineData(FollowKind.Issue, "issue-2", false)]
    [InlineData(FollowKind.Pair, "a-b", true)]
    [InlineData(FollowKind.Party, "b", true)]
    [InlineData(FollowKind.Search, "both sides", true)]
    [InlineData(FollowKind.Search, "harbours", false)]
    public async Task RunOnce_OfAPartOfTheBoard_TellsWhatIsOfIt(FollowKind kind, string key, bool told)
    {
        await FollowAsync(kind, key);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);

        Assert.Equal(told ? 1 : 0, await Sending.RunOnceAsync(Cancellation));
    }

    [Fact]
    public async Task RunOnce_Daily_WaitsForTheMorningAndTellsAllInOneMail()
    {
        await FollowAsync(FollowKind.Issue, "issue-1", FollowFrequency.Daily);
        await FollowAsync(FollowKind.Issue, "issue-2", FollowFrequency.Daily);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        await MoveAsync("issue-2", Level.Narrowing);

        Clock.Advance(TimeSpan.FromHours(17)); // 05:00
        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));

        var mail = Assert.Single(Server.All);
        Assert.Equal("PeaceTracker: changes on 2 pages that you follow", mail.Subject);
    }

    [Fact]
    public async Task RunOnce_ByTwoNodes_MakesAndHandsOnOneMail()
    {
        await FollowAsync(FollowKind.Negotiation);
        await using var other = TestStore.Provide(Store.Options, Configure);
        var second = other.GetRequiredService<MailSending>();
        await MoveAsync("issue-1", Level.AgreedInPrinciple);

        var sent = await Task.WhenAll(Sending.RunOnceAsync(Cancellation), second.RunOnceAsync(Cancellation));
        var rest = await Sending.RunOnceAsync(Cancellation) + await second.RunOnceAsync(Cancellation);

        Assert.Equal(1, sent.Sum() + rest);
        Assert.Single(Server.All);
    }

    [Fact]
    public async Task RunOnce_MailServerDownThenUp_LosesNothingAndSendsOnce()
    {
        await FollowAsync(FollowKind.Negotiation);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        Server.GoDown();

        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
        Assert.Equal(MailFault.NoConnection, Assert.Single(await Outbox.ListAsync(10, Cancellation)).Fault);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Server.ComeBack();

        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));
        Assert.Single(Server.All);
        Assert.Empty(await Outbox.ListAsync(10, Cancellation));
    }

    [Fact]
    public async Task RunOnce_AddressRefused_IsGivenUpAndSaidUntilOneArrives()
    {
        await FollowAsync(FollowKind.Negotiation);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        var address = await AddressAsync(Reader);
        Server.Refused[address] = "";

        await Sending.RunOnceAsync(Cancellation);

        Assert.Equal(MailFault.Address, await Outbox.GivenUpAsync(Reader, Cancellation));
        Assert.Null(Assert.Single(await Outbox.ListAsync(10, Cancellation)).NextTryAt);
        Server.Refused.Clear();
        Clock.Advance(FollowSchedule.AtOncePause);
        await MoveAsync("issue-2", Level.Narrowing);
        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));
        Assert.Null(await Outbox.GivenUpAsync(Reader, Cancellation));
    }

    // Taken off after it was followed: readers are told nothing, also not later; those who edit still are.
    [Fact]
    public async Task RunOnce_BoardTheyMayNotReadNow_TellsThemNothing()
    {
        await FollowAsync(FollowKind.Negotiation);
        await Follows.AddAsync(Manager, RecordBuilder.Slug, FollowKind.Negotiation, "", FollowFrequency.AtOnce, Cancellation);
        await SaveAsync(new TakeBoardOff(RecordBuilder.Slug, "It named the wrong parties."));
        await MoveAsync("issue-1", Level.AgreedInPrinciple);

        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));
        Assert.Equal(await AddressAsync(Manager), Assert.Single((await Server.NextAsync()).To.Mailboxes).Address);
        await SaveAsync(new PublishBoard(RecordBuilder.Slug));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
    }

    [Fact]
    public async Task RunOnce_OfADisabledAccount_SendsNothing()
    {
        await FollowAsync(FollowKind.Negotiation);
        await Store.ExecuteAsync($"""UPDATE "Accounts" SET "DisabledAt" = "CreatedAt" WHERE "Id" = '{Reader}' """);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);

        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
        Assert.Empty(Server.All);
    }

    [Fact]
    public async Task Digest_TitleWithMarkup_IsTextInTheHtml()
    {
        var issue = (await Store.Boards.FindAsync(RecordBuilder.Slug, Cancellation))!.Record.Issues[0];
        await SaveAsync(new EditRow<Issue>(RecordBuilder.Slug, issue, issue with { Title = "<img src=x> & land" }));
        await FollowAsync(FollowKind.Issue, "issue-1");
        await MoveAsync("issue-1", Level.AgreedInPrinciple);

        await Sending.RunOnceAsync(Cancellation);

        var mail = await Server.NextAsync();
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x&gt; &amp; land", mail.HtmlBody, StringComparison.Ordinal);
    }
}
