using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Outgoing;
using PeaceTracker.Services.Webhooks;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Webhooks;

/// <summary>
/// Sends deliveries: after each change, and when one is due again. Where reading is closed nothing is public, and nothing is sent. To one address
/// one after the other, to several at once; at the first that fails, and after ten seconds, the others of its address wait for the next round.
/// </summary>
public sealed class WebhookSending(
    WebhookQueue queue, WebhookBody bodies, WebhookSecrets secrets, WebhookCall call, StoreLine store, ChangeBus bus, FirstPageMade first,
    IConfiguration settings, TimeProvider clock, ILogger<WebhookSending> log) : OutgoingLoop(store, bus, first, clock, log)
{
    // How long one address is sent to in a round: the others wait for the round to end.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    protected override TimeSpan Pause => TimeSpan.FromSeconds(15);

    /// <summary>Makes what is to be sent and sends what is due, each once; returns how many were delivered.</summary>
    public override async Task<int> RunOnceAsync(CancellationToken cancellationToken)
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
    protected override Task LetGoAsync(CancellationToken cancellationToken) => queue.ReleaseAllAsync(cancellationToken);

    private async Task<int> SendAllAsync(ClaimedDelivery[] deliveries, CancellationToken cancellationToken)
    {
        var begun = Clock.GetTimestamp();
        for (var sent = 0; sent < deliveries.Length; sent++)
        {
            var (hook, delivery) = deliveries[sent];
            var result = await SendAsync(deliveries[sent], cancellationToken);
            await WriteDownAsync(result.Fault is null, token => queue.RecordAsync(delivery.Id, result, token), cancellationToken);
            var failed = result.Fault is not null and not DeliveryFault.NotPublic;
            if (failed)
            {
                // The path of the address may hold what opens it.
                Log.LogInformation(
                    "Change {Number} of {Slug} was not delivered to {Host}: {Fault} {Status}", delivery.ChangeNumber, delivery.Slug,
                    new Uri(hook.Address).Authority, result.Fault, result.Status);
            }

            if (failed || Clock.GetElapsedTime(begun) >= Longest)
            {
                await queue.ReleaseAsync([.. deliveries[(sent + 1)..].Select(left => left.Delivery.Id)], cancellationToken);
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
        catch (Exception fault) when (IsOurs(fault, cancellationToken))
#pragma warning restore CA1031
        {
            Log.LogError(fault, "The delivery of change {Number} of {Slug} could not be made", delivery.ChangeNumber, delivery.Slug);
            return new CallResult(null, DeliveryFault.NotMade);
        }

        return body is null
            ? new CallResult(null, DeliveryFault.NotPublic)
            : await call.PostAsync(new Uri(hook.Address), secret, delivery.Id, delivery.Attempts + 1, body, cancellationToken);
    }
}
