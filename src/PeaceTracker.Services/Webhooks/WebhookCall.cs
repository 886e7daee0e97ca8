using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace PeaceTracker.Services.Webhooks;

/// <summary>What came of a call: the status of the answer where one came, and why it failed, null where it did not.</summary>
public sealed record CallResult(int? Status, DeliveryFault? Fault);

/// <summary>
/// Calls the addresses of webhooks. The name of the host is looked up once for each call, all that it leads to is checked, and the connection goes
/// to what was checked. No proxy, no cookies, no redirects; of the answer its status is read and nothing else.
/// </summary>
public sealed class WebhookCall(WebhookSettings settings, TimeProvider clock)
{
    /// <summary>How long an answer is waited for, from the lookup of the name on.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What leads from a name to network addresses.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Posts a body, signed with the secret.</summary>
    public async Task<CallResult> PostAsync(
        Uri address, string secret, string delivery, int attempt, byte[] body, CancellationToken cancellationToken)
    {
        // As it is set now: what was allowed when the address was approved may not be any more.
        if (settings.Read(address.AbsoluteUri).Refusal is not null)
        {
            return new CallResult(null, DeliveryFault.NotAllowed);
        }

        using var limit = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("User-Agent", "PeaceTracker");
        request.Headers.Add("PeaceTracker-Delivery", delivery);
        request.Headers.Add("PeaceTracker-Attempt", attempt.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("PeaceTracker-Signature", WebhookSecrets.Signature(secret, clock.GetUtcNow(), body));
        try
        {
            // Of this call alone: a connection that stays open would outlive the check of its address.
            using var handler = new SocketsHttpHandler
            {
                AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = ConnectAsync, MaxResponseHeadersLength = 16,
                MaxResponseDrainSize = 0, ConnectTimeout = Timeout.InfiniteTimeSpan,
            };
            using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var status = (int)answer.StatusCode;
            return new CallResult(status, status switch
            {
                >= 200 and < 300 => null,
                >= 300 and < 400 => DeliveryFault.Redirect,
                _ => DeliveryFault.Answer,
            });
        }
#pragma warning disable CA1031 // Whatever else goes wrong on the way: no connection, and tried again.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new CallResult(null, limit.IsCancellationRequested ? DeliveryFault.Timeout : FaultOf(fault));
        }
    }

    private static DeliveryFault FaultOf(Exception? fault) => fault switch
    {
        RefusedHostException refused => refused.Fault,
        { InnerException: { } inner } => FaultOf(inner),
        _ => DeliveryFault.NoConnection,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var found = await FindAsync(context.DnsEndPoint.Host, cancellationToken);
        // One of several that may not be called is a name that can't be trusted with the others.
        if (found.Length == 0 || !found.All(settings.MayCall))
        {
            throw new RefusedHostException(found.Length == 0 ? DeliveryFault.NoSuchHost : DeliveryFault.NotAllowed);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            return await Resolve(host, cancellationToken);
        }
        catch (SocketException)
        {
            return [];
        }
    }

    private sealed class RefusedHostException(DeliveryFault fault) : Exception("The host may not be called")
    {
        public DeliveryFault Fault { get; } = fault;
    }
}
