using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Mail;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.SigningIn;

namespace PeaceTracker.Web.Tests.Mail;

/// <summary>Following by the pages, and ending it by one click, in the running program with a mail server.</summary>
public sealed class FollowPagesTests : IAsyncLifetime
{
    private const string Board = "/negotiations/russia-ukraine-2025", Follow = "/account/follow?slug=russia-ukraine-2025&kind=issue&key=";

    private readonly MailServer _server = new();
    private TrackerHost _host = null!;
    private SignedInClient _reader = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Id => _reader.Person.Id;

    private Follows Follows => _host.Services.GetRequiredService<Follows>();

    public async ValueTask InitializeAsync()
    {
        _host = new TrackerHost
        {
            Settings =
            {
                ["PeaceTracker:Mail:Host"] = "127.0.0.1", ["PeaceTracker:Mail:Port"] = _server.Port.ToString(CultureInfo.InvariantCulture),
                ["PeaceTracker:Mail:Security"] = "None", ["PeaceTracker:Mail:From"] = "board@example.org",
                ["PeaceTracker:PublicAddress"] = "http://localhost",
            },
        };
        _reader = await SignedInClient.StartAsync(_host, AccountRole.Viewer);
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _host.DisposeAsync();
        _server.Dispose();
    }

    [Theory]
    [InlineData("", "kind=negotiation")]
    [InlineData("/issues/territory", "kind=issue&key=territory")]
    [InlineData("/pairs/ukraine-russia", "kind=pair&key=ukraine-russia")]
    [InlineData("/parties/ukraine", "kind=party&key=ukraine")]
    [InlineData("/search?q=security", "kind=search&key=security")]
    public async Task Page_OfWhatCanBeFollowed_LeadsToIt(string page, string query)
    {
        var document = await _host.DocumentAsync(Board + page);

        Assert.Contains(
            document.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/account/follow?slug=russia-ukraine-2025&{query}");
        var past = await _host.DocumentAsync(Board + page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "asOf=2025-12-20");
        Assert.DoesNotContain(past.QuerySelectorAll("a"), a => a.GetAttribute("href")!.StartsWith("/account/follow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Follow_ChangeAndStop_EachSaysWhatWasDone()
    {
        var (followed, _) = await _reader.SubmitAsync(Follow + "territory", "follow", ("Frequency", "AtOnce"));
        Assert.Equal("/account/follows?done=followed", followed.Headers.Location!.PathAndQuery);
        var own = Assert.Single(await Follows.ListAsync(Id, Cancellation));
        Assert.Equal((FollowKind.Issue, "territory", FollowFrequency.AtOnce), (own.Kind, own.Key, own.Frequency));

        var (changed, _) = await _reader.SubmitAsync("/account/follows", $"change-{own.Id}", ("Frequency", "Weekly"));
        var page = (await _reader.GetAsync(changed.Headers.Location!.PathAndQuery)).Document;
        Assert.Equal("Weekly", page.QuerySelector("select option[selected]")!.GetAttribute("value"));
        Assert.Contains("You changed how often", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);

        await _reader.SubmitAsync("/account/follows", $"stop-{own.Id}");
        Assert.Empty(await Follows.ListAsync(Id, Cancellation));
    }

    [Fact]
    public async Task Follow_AllOfABoardWithAnyKey_IsOneFollow()
    {
        foreach (var key in new[] { "", "&key=a", "&key=b" })
        {
            await _reader.SubmitAsync($"/account/follow?slug=russia-ukraine-2025&kind=negotiation{key}", "follow", ("Frequency", "Weekly"));
        }

        Assert.Equal("", Assert.Single(await Follows.ListAsync(Id, Cancellation)).Key);
    }

    [Theory]
    [InlineData(Follow + "none")]
    [InlineData("/account/follow?slug=none&kind=negotiation")]
    [InlineData("/account/follow?slug=russia-ukraine-2025&kind=everything")]
    [InlineData("/account/follow")]
    public async Task Follow_WhatIsNotThere_IsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _reader.GetAsync(address)).Answer.StatusCode);

    [Fact]
    public async Task Follow_SignedOut_AsksToSignIn() =>
        Assert.Equal("/account/sign-in", (await _host.GetAsync(Follow + "territory")).Answer.Headers.Location!.AbsolutePath);

    // By a mail program, which has no cookie and no page: the link alone.
    [Fact]
    public async Task Unsubscribe_ByOneClickSignedOut_EndsItAndAskedAgainSaysTheSame()
    {
        var id = await FollowAtOnceAsync();
        var link = Link(await TellAsync());

        for (var click = 0; click < 2; click++)
        {
            using var body = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
            using var answer = await _host.Client.PostAsync(link, body, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Empty(await Follows.ListAsync(id, Cancellation));
    }

    // What looks into mails opens links: that changes nothing.
    [Fact]
    public async Task Unsubscribe_OpenedSignedOut_ShowsAButtonThatDoesIt()
    {
        var id = await FollowAtOnceAsync();
        var link = Link(await TellAsync());

        var (_, page) = await _host.GetAsync(link.PathAndQuery);
        Assert.Single(await Follows.ListAsync(id, Cancellation));
        var form = page.QuerySelector("main form")!;
        using var pressed = await _host.Client.PostAsync(
            new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent([]), Cancellation);

        Assert.Empty(await Follows.ListAsync(id, Cancellation));
        var done = await _host.DocumentAsync(pressed.Headers.Location!.OriginalString);
        Assert.Contains("no more of these mails", done.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsubscribe_ALinkThatIsNone_SaysSo()
    {
        var (answer, page) = await _host.GetAsync("/account/unsubscribe/none");
        using var posted = await _host.Client.PostAsync(
            new Uri("/account/unsubscribe/none", UriKind.Relative), new FormUrlEncodedContent([]), Cancellation);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.StatusCode, posted.StatusCode));
        Assert.Contains("copied in full", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_WhoseMailWasRefused_SaysSoAndSoDoesTheSystemPage()
    {
        await FollowAtOnceAsync();
        _server.Refused[_reader.Person.Email] = "";
        await RecordAsync();
        using var admin = await SignedInClient.StartAsync(_host, AccountRole.Administrator);

        var row = await SeenAsync(admin, "/admin/system", "section[aria-labelledby=mail] tbody tr");
        Assert.Contains(_reader.Person.Email, row, StringComparison.Ordinal);
        Assert.Contains(
            "does not accept mail to this address", await SeenAsync(_reader, "/account/follows", "[role=alert]"), StringComparison.Ordinal);
        Assert.Contains("did not arrive", (await _reader.GetAsync("/account")).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(_reader.Person.Email, await _host.LogSoFarAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Account_WhoseMailsComeBack_SaysSoUntilItsOwnerSaysThatTheyArrive()
    {
        var admin = await TestPeople.AddAsync(_host.Folder, AccountRole.Administrator, cancellationToken: Cancellation);
        var returned = _host.Services.GetRequiredService<ReturnedMails>();
        Assert.True((await returned.SayAsync(new Actor(admin.Id, "192.0.2.1"), Id, back: true, Cancellation)).Succeeded);
        Assert.Contains("did not arrive", (await _reader.GetAsync("/account")).Document.Body!.TextContent, StringComparison.Ordinal);
        var told = (await _reader.GetAsync("/account/follows")).Document.QuerySelector("[role=alert]")!;
        Assert.Contains("came back", told.TextContent, StringComparison.Ordinal);

        await _reader.SubmitAsync("/account/follows", "works");

        Assert.False(await returned.IsAsync(Id, Cancellation));
        Assert.Null((await _reader.GetAsync("/account/follows")).Document.QuerySelector("[role=alert]"));
    }

    private static Uri Link(MimeKit.MimeMessage mail) => new(mail.Headers["List-Unsubscribe"]!.Trim('<', '>'));

    private async Task<string> FollowAtOnceAsync()
    {
        await _reader.SubmitAsync("/account/follow?slug=russia-ukraine-2025&kind=negotiation", "follow", ("Frequency", "AtOnce"));
        return Id;
    }

    private async Task RecordAsync()
    {
        var manager = await TestPeople.AddAsync(_host.Folder, AccountRole.Manager, cancellationToken: Cancellation);
        var board = (await _host.Services.GetRequiredService<BoardReader>().FindAsync("russia-ukraine-2025", Cancellation))!;
        var entry = board.Record.StatusEvents.First(e => e.Kind == EntryKind.Change) with
        {
            Key = "", Level = Level.TextAgreed, Basis = Basis.OnRecord, Rationale = "Both sides said so.", OccurredOn = new DateOnly(2026, 2, 1),
        };
        Assert.IsType<SaveResult.Saved>(await _host.Services.GetRequiredService<BoardEditor>().RunAsync(
            new AddEntry<StatusEvent>("russia-ukraine-2025", entry), manager.Id, Cancellation));
    }

    private async Task<MimeKit.MimeMessage> TellAsync()
    {
        await RecordAsync();
        return await _server.NextAsync();
    }

    // The mail is handed on in its own time.
    private static async Task<string> SeenAsync(SignedInClient browser, string page, string selector)
    {
        for (var until = DateTime.UtcNow + Webhooks.Receiver.Limit; DateTime.UtcNow < until; await Task.Yield())
        {
            if ((await browser.GetAsync(page)).Document.QuerySelector(selector) is { } seen
                && seen.TextContent.Contains("does not accept mail", StringComparison.Ordinal))
            {
                return seen.TextContent;
            }
        }

        Assert.Fail($"{page} never showed it.");
        return "";
    }
}
