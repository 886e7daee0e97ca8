using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Webhooks;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.SigningIn;

namespace PeaceTracker.Web.Tests.Webhooks;

/// <summary>The page on which an administrator approves addresses, and sees what they were told; without JavaScript.</summary>
public sealed partial class WebhooksPageTests : IAsyncLifetime
{
    private const string Page = "/admin/webhooks", Board = "russia-ukraine-2025";

    private readonly TrackerHost _host = new() { Settings = { [WebhookSettings.AllowSetting] = "true" } };
    private SignedInClient _admin = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _admin = await SignedInClient.StartAsync(_host, AccountRole.Administrator);

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Page_FromApprovalToDelivery_ShowsTheSecretOnceAndWhatCameOfIt()
    {
        await using var receiver = await Receiver.StartAsync(200);

        var (approved, document) = await ApproveAsync(receiver.Address.ToString());
        var secret = document.QuerySelector<IHtmlInputElement>("#webhook-secret")!.Value;
        var number = await _host.Services.RecordAsync(Board, "Something was said.", cancellationToken: Cancellation);
        var received = await receiver.NextAsync();

        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        await VerifyAsync(received, secret);
        var row = await RowAsync(text => text.Contains("delivered", StringComparison.Ordinal));
        Assert.Contains($"Change {number}", row, StringComparison.Ordinal);
        var later = (await _admin.GetAsync(Page)).Document;
        Assert.Null(later.QuerySelector("#webhook-secret"));
        Assert.DoesNotContain(secret, later.DocumentElement.OuterHtml, StringComparison.Ordinal);

        // Once more, by the button beside it: the same delivery.
        var again = later.QuerySelector<IHtmlButtonElement>("button[name=Delivery]")!.Value;
        var (sent, _) = await _admin.SubmitAsync(later, Page, "deliveries", ("Delivery", again));
        Assert.Equal((HttpStatusCode.Found, Page + "?done=resent"), (sent.StatusCode, sent.Headers.Location!.PathAndQuery));
        await _host.Services.RecordAsync(Board, "Something else was said.", cancellationToken: Cancellation);
        var following = new[] { await receiver.NextAsync(), await receiver.NextAsync() };
        Assert.Contains(following, one => one.Headers["PeaceTracker-Delivery"] == received.Headers["PeaceTracker-Delivery"]);
    }

    [Fact]
    public async Task Page_ReceiverRefuses_SaysWhyAndWhenItIsTriedNext()
    {
        await using var receiver = await Receiver.StartAsync(503);
        await ApproveAsync(receiver.Address.ToString());

        await _host.Services.RecordAsync(Board, "Something was said.", cancellationToken: Cancellation);
        await receiver.NextAsync();

        var row = await RowAsync(text => text.Contains("Status 503", StringComparison.Ordinal));
        Assert.Contains("waiting", row, StringComparison.Ordinal);
        Assert.Contains("could not accept it", row, StringComparison.Ordinal);
        Assert.Matches(@"\d{4}-\d\d-\d\d \d\d:\d\d\s+Send now$", row.Trim());
    }

    [Fact]
    public async Task Page_PauseResumeAndRemove_EachSaysWhatWasDone()
    {
        await ApproveAsync("https://host.example.org/hook");

        var (paused, said) = await PressAsync("Pause");
        Assert.Equal(HttpStatusCode.Found, paused.StatusCode);
        Assert.Contains("paused", said.QuerySelector("section[aria-labelledby=approved]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing is sent", said.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await PressAsync("Resume");
        var (_, none) = await PressAsync("Remove it");
        Assert.Contains("0 addresses", none.QuerySelector("#approved")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("host.example.org", "That is not an address")]
    [InlineData("https://user:word@host.example.org/", "That is not an address")]
    public async Task Approve_WhatCanNotBeCalled_SaysSoAndKeepsWhatWasTyped(string typed, string words)
    {
        var (answer, document) = await ApproveAsync(typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, document.QuerySelector(".form-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, document.QuerySelector<IHtmlInputElement>("#field-address")!.Value);
        Assert.Null(document.QuerySelector("#webhook-secret"));
    }

    [Theory]
    [InlineData("webhooks", "Act", "explode-1")]
    [InlineData("webhooks", "Act", "remove-99")]
    [InlineData("webhooks", "Act", "")]
    public async Task Act_OfWhatIsNotThere_IsRefusedInASentence(string form, string name, string value)
    {
        await ApproveAsync("https://host.example.org/hook");

        var (answer, document) = await _admin.SubmitAsync(Page, form, (name, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("no longer exists", document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private Task<(HttpResponseMessage Answer, IHtmlDocument Document)> ApproveAsync(string address) =>
        _admin.SubmitAsync(Page, "approve", ("Address", address), ("Negotiation", ""));

    private async Task<(HttpResponseMessage Answer, IHtmlDocument Document)> PressAsync(string words)
    {
        var page = (await _admin.GetAsync(Page)).Document;
        var button = page.QuerySelectorAll<IHtmlButtonElement>("button[name=Act]").Single(button => button.TextContent == words);
        var (answer, _) = await _admin.SubmitAsync(page, Page, "webhooks", ("Act", button.Value));
        return (answer, (await _admin.GetAsync(answer.Headers.Location!.PathAndQuery)).Document);
    }

    // The answer is written down a moment after it was given.
    private async Task<string> RowAsync(Func<string, bool> fits)
    {
        for (var until = DateTime.UtcNow + Receiver.Limit; DateTime.UtcNow < until; await Task.Yield())
        {
            var rows = (await _admin.GetAsync(Page)).Document.QuerySelectorAll("section[aria-labelledby=log] tbody tr");
            if (rows.FirstOrDefault(row => fits(row.TextContent)) is { } row)
            {
                return row.TextContent;
            }
        }

        Assert.Fail("The log never said it.");
        return "";
    }

    // As docs/webhooks.md says it to strangers, in the very words.
    private static async Task VerifyAsync(Received received, string secret)
    {
        var script = Block().Match(await File.ReadAllTextAsync(Repository.PathOf("docs/webhooks.md"), Cancellation)).Groups["script"].Value;
        var signature = received.Headers["PeaceTracker-Signature"];
        Assert.Equal("genuine", await RunAsync(script, secret, signature, received.Body));
        Assert.Equal("forged", await RunAsync(script, secret, signature, [.. received.Body, (byte)' ']));
        Assert.Equal("forged", await RunAsync(script, new string('0', 64), signature, received.Body));
        Assert.Equal("too old", await RunAsync(script, secret, "t=1" + signature[signature.IndexOf(',', StringComparison.Ordinal)..], received.Body));
    }

    private static async Task<string> RunAsync(string script, string secret, string signature, byte[] body)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "verify.py");
        await File.WriteAllTextAsync(file, script, Cancellation);
        var start = new ProcessStartInfo("python3", [file, secret, signature]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            await process.StandardInput.BaseStream.WriteAsync(body, Cancellation);
            process.StandardInput.Close();
            var output = await process.StandardOutput.ReadToEndAsync(Cancellation).WaitAsync(TestStore.ProcessLimit, Cancellation);
            await process.WaitForExitAsync(Cancellation);
            return output.Trim();
        }
        catch (Win32Exception fault)
        {
            Assert.Fail($"Python 3 is needed to run what docs/webhooks.md says, and python3 can’t be started: {fault.Message}");
            throw;
        }
    }

    [GeneratedRegex("```python\n(?<script>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
