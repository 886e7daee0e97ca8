using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Mail;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Mail;

/// <summary>What lies in the store, what goes over the line, and what stands in links.</summary>
[OnEveryDatabase]
public sealed class OutboxTests : MailTests
{
    // A subject that would begin a header of its own, to two more people.
    [Fact]
    public async Task Send_SubjectWithLineBreaks_HasNoHeadersOfItsOwn()
    {
        var content = new MailContent("News\r\nBcc: other@example.org\r\n\r\nText", "a", "<p>a</p>", null);

        await Outbox.AddAsync("ada@example.org", content, Cancellation);
        await Sending.RunOnceAsync(Cancellation);

        var mail = await Server.NextAsync();
        Assert.Empty(mail.Bcc);
        Assert.Equal("ada@example.org", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Matches("^News +Bcc: other@example.org +Text$", mail.Subject);
    }

    [Fact]
    public async Task Store_AMailThatWaits_HoldsNoWordOfItInTheOpen()
    {
        await Outbox.AddAsync("ada@example.org", new MailContent("Invitation", "https://board.example.org/code", "", null), Cancellation);

        await using var context = Store.NewContext();
        var stored = await context.Mails.SingleAsync(Cancellation);
        Assert.DoesNotContain("board.example.org", System.Text.Encoding.Latin1.GetString(stored.Sealed), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ALinkThatWasChanged_IsNone()
    {
        var token = Follows.Token(Reader, 3);

        Assert.Equal((Reader, 3), Follows.Read(token));
        Assert.Equal((Reader, null), Follows.Read(Follows.Token(Reader, null)));
        Assert.Null(Follows.Read(token[..^2] + "xx"));
        Assert.Null(Follows.Read("x"));
    }
}
