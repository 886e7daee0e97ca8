using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;
using PeaceTracker.Services.Outgoing;

namespace PeaceTracker.Services.Webhooks;

/// <summary>A delivery that this process has for itself for a time, and all that is needed to send it.</summary>
/// <param name="Hook">The address.</param>
/// <param name="Delivery">The delivery, as it is with this attempt.</param>
public sealed record ClaimedDelivery(Webhook Hook, WebhookDelivery Delivery);

/// <summary>
/// The deliveries that wait, in the store: made once for each change. Whoever takes one up and dies lets it go after <see cref="Lease"/>.
/// </summary>
public sealed class WebhookQueue(IDbContextFactory<TrackerContext> contexts, WriteGate gate, TimeProvider clock)
    : OutgoingQueue<WebhookDelivery>(contexts, gate, clock, Lease)
{
    /// <summary>How many deliveries to one address are taken up at once.</summary>
    public const int MostAtOnce = 10;

    /// <summary>For how long a delivery is taken up: as long as all of one address can take, and some more.</summary>
    public static readonly TimeSpan Lease = (WebhookCall.Patience * MostAtOnce) + TimeSpan.FromMinutes(1);

    // What is looked at in one turn at the gate.
    private const int Batch = 200;

    // What the log of changes calls the change by which a board is published.
    private const string Publishing = "negotiation-published";

    /// <summary>Makes the deliveries of what was published since the last time; returns how many were made.</summary>
    public async Task<int> PlanAsync(CancellationToken cancellationToken)
    {
        await using (var context = await LookAsync(cancellationToken))
        {
            // Most of the time there is nothing to write, and nobody is held up.
            var newest = await NewestAsync(context, cancellationToken);
            if (!await context.Webhooks.AnyAsync(hook => hook.PausedAt == null && hook.LastChange < newest, cancellationToken))
            {
                return 0;
            }
        }

        await using var turn = await EnterAsync(cancellationToken);
        var (now, last) = (Now, await NewestAsync(turn.Context, cancellationToken));
        var made = 0;
        var behind = turn.Context.Webhooks.Where(hook => hook.PausedAt == null && hook.LastChange < last);
        foreach (var hook in await behind.ToListAsync(cancellationToken))
        {
            made += await PlanAsync(turn.Context, hook, last, now, cancellationToken);
        }

        await turn.SaveAsync(cancellationToken);
        return made;
    }

    /// <summary>Passes over what was changed since the last time, also for addresses that are paused: it is told to nobody.</summary>
    public async Task PassOverAsync(CancellationToken cancellationToken)
    {
        await using (var context = await LookAsync(cancellationToken))
        {
            var newest = await NewestAsync(context, cancellationToken);
            if (!await context.Webhooks.AnyAsync(hook => hook.LastChange < newest, cancellationToken))
            {
                return;
            }
        }

        await using var turn = await EnterAsync(cancellationToken);
        var last = await NewestAsync(turn.Context, cancellationToken);
        foreach (var hook in await turn.Context.Webhooks.Where(hook => hook.LastChange < last).ToListAsync(cancellationToken))
        {
            hook.LastChange = last;
        }

        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>Takes up what is due, of each address the oldest, so that no other process sends it meanwhile.</summary>
    public async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(CancellationToken cancellationToken)
    {
        List<int> hooks;
        await using (var context = await LookAsync(cancellationToken))
        {
            hooks = await ToBeSent(context, Now).Select(row => row.WebhookId).Distinct().ToListAsync(cancellationToken);
        }

        if (hooks.Count == 0)
        {
            return [];
        }

        await using var turn = await EnterAsync(cancellationToken);
        var now = Now;
        var claimed = new List<ClaimedDelivery>();
        foreach (var hook in await turn.Context.Webhooks.AsNoTracking().Where(hook => hooks.Contains(hook.Id)).ToListAsync(cancellationToken))
        {
            var due = await ToBeSent(turn.Context, now).Where(row => row.WebhookId == hook.Id)
                .OrderBy(row => row.NextTryAt).ThenBy(row => row.ChangeNumber).Take(MostAtOnce).ToListAsync(cancellationToken);
            foreach (var delivery in due)
            {
                TakeUp(delivery, now);
                claimed.Add(new ClaimedDelivery(hook, delivery));
            }
        }

        await turn.SaveAsync(cancellationToken);
        return claimed;
    }

    /// <summary>Writes down what came of an attempt, and when the next one is.</summary>
    public Task RecordAsync(string delivery, CallResult result, CancellationToken cancellationToken) => RecordAsync(delivery, (_, row, now) =>
    {
        row.Attempts++;
        (row.TriedAt, row.Status, row.Fault) = (now, result.Status, result.Fault);
        row.NextTryAt = result.Fault is null or DeliveryFault.NotPublic or DeliveryFault.NotAllowed ? null
            : now + WebhookDelivery.Pauses.After(row.Tries, now - row.MadeAt);
        row.State = result.Fault is null ? DeliveryState.Delivered
            : row.NextTryAt is null ? DeliveryState.GivenUp : DeliveryState.Waiting;
        return Task.CompletedTask;
    }, cancellationToken);

    private static IQueryable<WebhookDelivery> ToBeSent(TrackerContext context, DateTime now) =>
        from row in Due(context, now)
        join hook in context.Webhooks on row.WebhookId equals hook.Id
        where hook.PausedAt == null
        select row;

    private static async Task<long> NewestAsync(TrackerContext context, CancellationToken cancellationToken) =>
        await context.Changes.MaxAsync(change => (long?)change.Number, cancellationToken) ?? 0;

    // Of boards that readers see alone: what is changed while a board is not published is told to nobody, also not once it is published, which is
    // where telling begins again.
    private static async Task<int> PlanAsync(TrackerContext context, Webhook hook, long last, DateTime now, CancellationToken cancellationToken)
    {
        var changes = await (from change in context.Changes.AsNoTracking()
                             join negotiation in context.Negotiations on EF.Property<int?>(change, RecordMapping.NegotiationId)
                                 equals EF.Property<int>(negotiation, NegotiationsMapping.Id)
                             where change.Number > hook.LastChange && change.Number <= last
                                 && negotiation.Publication == Publication.Published && (hook.Slug == null || negotiation.Slug == hook.Slug)
                                 && !context.Changes.Any(published => published.Number > change.Number && published.Number <= last
                                     && published.What == Publishing
                                     && EF.Property<int?>(published, RecordMapping.NegotiationId)
                                         == EF.Property<int?>(change, RecordMapping.NegotiationId))
                             orderby change.Number
                             select new { change.Number, negotiation.Slug }).Take(Batch).ToListAsync(cancellationToken);
        context.AddRange(changes.Select(change => new WebhookDelivery
        {
            Id = Guid.CreateVersion7().ToString("N"), WebhookId = hook.Id, Slug = change.Slug, ChangeNumber = change.Number, MadeAt = now,
            NextTryAt = now,
        }));
        hook.LastChange = changes.Count == Batch ? changes[^1].Number : last;
        return changes.Count;
    }
}
