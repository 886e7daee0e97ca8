using System.Threading.Channels;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Webhooks;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Webhooks;

/// <summary>
/// Sends deliveries: after each change, and when one is due again. Where reading is closed nothing is public, and nothing is sent. To one address
/// one after the other, to several at once; at the first that fails, and after ten seconds, the others of its address wait for the next round.
/// </summary>
public sealed class WebhookSending(
    WebhookQueue queue, WebhookBody bodies, WebhookSecrets secrets, WebhookCall call, StoreLine store, ChangeBus bus, IConfiguration settings,
    TimeProvider clock, ILogger<WebhookSending> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    // How long one address is sent to in a round: the others wait for the round to end.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Channel<bool> _moved = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Makes what is to be sent and sends what is due, each once; returns how many were delivered.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (ReadingAccess.IsClosed(settings))
        {
            await queue.PassOverAsync(cancellationToken);
            return 0;
        }

        await queue.PlanAsync(cancellationToken);
        var claimed = await queue.ClaimAsync(cancellationToken);
        var delivered = await Task.WhenAll(claimed.GroupBy(one => one.Hook.Id).Select(of => SendAllAsync([.. of], cancellationToken)));
        return delivered.Sum();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        void OnMoved(long number) => _moved.Writer.TryWrite(true);
        bus.Moved += OnMoved;
        try
        {
            while (true)
            {
                await RunAsync(stoppingToken);
                await WaitAsync(stoppingToken);
            }
        }
        finally
        {
            bus.Moved -= OnMoved;
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await RunOnceAsync(cancellationToken) > 0)
            {
            }
        }
        catch (Exception cut) when (store.IsCut(cut))
        {
            // The database is away, which is told elsewhere, once.
        }
#pragma warning disable CA1031 // The next round tries again.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogWarning(fault, "Deliveries to webhooks could not be made; tried again in {Seconds} seconds", Pause.TotalSeconds);
        }
    }

    // Until the board moves, or what failed may be due again.
    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Pause, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _moved.Reader.ReadAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time for the next round.
        }
    }

    private async Task<int> SendAllAsync(ClaimedDelivery[] deliveries, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        for (var sent = 0; sent < deliveries.Length; sent++)
        {
            var (hook, delivery) = deliveries[sent];
            var result = await SendAsync(deliveries[sent], cancellationToken);
            if (result.Fault is null)
            {
                await PatientWrite.DoAsync(token => queue.RecordAsync(delivery.Id, result, token), clock, log, cancellationToken);
            }
            else
            {
                await queue.RecordAsync(delivery.Id, result, cancellationToken);
            }

            var failed = result.Fault is not null and not DeliveryFault.NotPublic;
            if (failed)
            {
                // The path of the address may hold what opens it.
                log.LogInformation(
                    "Change {Number} of {Slug} was not delivered to {Host}: {Fault} {Status}", delivery.ChangeNumber, delivery.Slug,
                    new Uri(hook.Address).Authority, result.Fault, result.Status);
            }

            if (failed || clock.GetElapsedTime(begun) >= Longest)
            {
                await queue.ReleaseAsync(deliveries[(sent + 1)..].Select(left => left.Delivery.Id), cancellationToken);
                return failed ? sent : sent + 1;
            }
        }

        return deliveries.Length;
    }

    private async Task<CallResult> SendAsync(ClaimedDelivery claimed, CancellationToken cancellationToken)
    {
        var (hook, delivery) = claimed;
        if (secrets.Open(hook.SealedSecret) is not { } secret)
        {
            return new CallResult(null, DeliveryFault.NoSecret);
        }

        byte[]? body;
        try
        {
            body = await bodies.MakeAsync(claimed, cancellationToken);
        }
#pragma warning disable CA1031 // One that can't be made must not hold up those behind it for ever.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && !store.IsCut(fault))
#pragma warning restore CA1031
        {
            log.LogError(fault, "The delivery of change {Number} of {Slug} could not be made", delivery.ChangeNumber, delivery.Slug);
            return new CallResult(null, DeliveryFault.NotMade);
        }

        return body is null
            ? new CallResult(null, DeliveryFault.NotPublic)
            : await call.PostAsync(new Uri(hook.Address), secret, delivery.Id, delivery.Attempts + 1, body, cancellationToken);
    }
}
