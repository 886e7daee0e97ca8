using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Webhooks;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Webhooks;

/// <summary>Calls to a receiver that takes, refuses, redirects, stalls, or is where nobody may call.</summary>
public class WebhookCallTests
{
    private const string Secret = "0123456789abcdef";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"title\":\"Élorie\"}");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_ToWhoTakesIt_SendsTheBodyWithItsSignatureAndNumberOfAttempt()
    {
        await using var receiver = await Receiver.StartAsync(204);

        var result = await PostAsync(receiver.Address);

        Assert.Equal(new CallResult(204, null), result);
        var received = await receiver.NextAsync();
        Assert.Equal(Body, received.Body);
        Assert.Equal(("application/json; charset=utf-8", "delivery-1", "3"), (
            received.Headers["Content-Type"], received.Headers["PeaceTracker-Delivery"], received.Headers["PeaceTracker-Attempt"]));
        // By hand, as docs/webhooks.md says it: 24 November 2026, 12:00 UTC, is 1795521600.
        byte[] signed = [.. "1795521600."u8, .. Body];
        Assert.Equal(
            $"t=1795521600,v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), signed))}",
            received.Headers["PeaceTracker-Signature"]);
        Assert.DoesNotContain(received.Headers.Keys, name => name is "Cookie" or "Authorization");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(410)]
    [InlineData(500)]
    public async Task Post_ToWhoRefuses_IsAFault(int status)
    {
        await using var receiver = await Receiver.StartAsync(status);

        Assert.Equal(new CallResult(status, DeliveryFault.Answer), await PostAsync(receiver.Address));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Post_ToWhoRedirects_FollowsNothing(int status)
    {
        await using var other = await Receiver.StartAsync(200);
        await using var receiver = await Receiver.StartAsync();
        receiver.Answers.Enqueue((status, other.Address.ToString()));

        Assert.Equal(new CallResult(status, DeliveryFault.Redirect), await PostAsync(receiver.Address));
        Assert.Empty(other.All);
    }

    [Fact]
    public async Task Post_ToWhoStalls_EndsAfterTenSeconds()
    {
        await using var receiver = await Receiver.StartAsync(0);

        var posting = PostAsync(receiver.Address);
        await receiver.NextAsync();
        _clock.Advance(WebhookCall.Patience);

        Assert.Equal(new CallResult(null, DeliveryFault.Timeout), await posting);
    }

    [Fact]
    public async Task Post_ToAPortThatNobodyListensAt_HasNoConnection()
    {
        using var closed = new HeldPort();

        Assert.Equal(new CallResult(null, DeliveryFault.NoConnection), await PostAsync(new Uri($"http://127.0.0.1:{closed.Number}/")));
    }

    // A certificate that nobody vouches for, or none at all.
    [Fact]
    public async Task Post_ByHttpsToWhoSpeaksHttp_HasNoConnection()
    {
        await using var receiver = await Receiver.StartAsync(200);

        var result = await PostAsync(new UriBuilder(receiver.Address) { Scheme = "https" }.Uri);

        Assert.Equal(new CallResult(null, DeliveryFault.NoConnection), result);
        Assert.Empty(receiver.All);
    }

    // What an administrator approved by its name may lead elsewhere later: it is looked up at each call.
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("8.8.8.8", "127.0.0.1")]
    public async Task Post_ToANameThatLeadsToThisMachine_ReachesNobody(params string[] leadsTo)
    {
        await using var receiver = await Receiver.StartAsync(200);
        var found = leadsTo.Select(IPAddress.Parse).ToArray();
        var call = new WebhookCall(new WebhookSettings(false), _clock) { Resolve = (_, _) => Task.FromResult(found) };

        var result = await call.PostAsync(
            new Uri($"https://host.example.org:{receiver.Address.Port}/"), Secret, "delivery-1", 1, Body, Cancellation);

        Assert.Equal(new CallResult(null, DeliveryFault.NotAllowed), result);
        Assert.Empty(receiver.All);
    }

    // Approved while the setting allowed it: a host that may be called, by a line that may not.
    [Fact]
    public async Task Post_ByHttpWhereThatIsNotAllowedAnyMore_AsksForNoHost()
    {
        var asked = 0;
        var call = new WebhookCall(new WebhookSettings(false), _clock)
        {
            Resolve = (_, _) =>
            {
                asked++;
                return Task.FromResult<IPAddress[]>([]);
            },
        };

        var result = await call.PostAsync(new Uri("http://host.example.org/"), Secret, "delivery-1", 1, Body, Cancellation);

        Assert.Equal(new CallResult(null, DeliveryFault.NotAllowed), result);
        Assert.Equal(0, asked);
    }

    // Looked up once: a name that leads to a public address when it is checked can't lead elsewhere when it is called.
    [Fact]
    public async Task Post_ToAName_LooksItUpOnceAndGoesThere()
    {
        await using var receiver = await Receiver.StartAsync(200);
        var asked = new List<string>();
        var call = new WebhookCall(new WebhookSettings(true), _clock)
        {
            Resolve = (host, _) =>
            {
                asked.Add(host);
                return Task.FromResult(asked.Count == 1 ? new[] { IPAddress.Loopback } : [IPAddress.Parse("192.0.2.1")]);
            },
        };

        var result = await call.PostAsync(
            new Uri($"http://host.example.org:{receiver.Address.Port}/"), Secret, "delivery-1", 1, Body, Cancellation);

        Assert.Equal(new CallResult(200, null), result);
        Assert.Equal(["host.example.org"], asked);
        Assert.Equal($"host.example.org:{receiver.Address.Port}", (await receiver.NextAsync()).Headers["Host"]);
    }

    [Fact]
    public async Task Post_ToANameThatLeadsNowhere_SaysSo()
    {
        var call = new WebhookCall(new WebhookSettings(false), _clock)
        {
            Resolve = (_, _) => throw new SocketException((int)SocketError.HostNotFound),
        };

        Assert.Equal(
            new CallResult(null, DeliveryFault.NoSuchHost),
            await call.PostAsync(new Uri("https://host.example.org/"), Secret, "delivery-1", 1, Body, Cancellation));
    }

    private Task<CallResult> PostAsync(Uri address) =>
        new WebhookCall(new WebhookSettings(true), _clock).PostAsync(address, Secret, "delivery-1", 3, Body, Cancellation);
}
