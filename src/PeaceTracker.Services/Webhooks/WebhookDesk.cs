using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Webhooks;

/// <summary>An address as administrators see it.</summary>
/// <param name="Hook">It.</param>
/// <param name="Waiting">How many deliveries wait.</param>
public sealed record ListedWebhook(Webhook Hook, int Waiting);

/// <summary>A line of the log.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Address">The address that it goes to.</param>
public sealed record ListedDelivery(WebhookDelivery Delivery, string Address);

/// <summary>What came of a wish about webhooks: done where there is no refusal.</summary>
/// <param name="Refusal">Why nothing was done.</param>
public sealed record WebhookResult(WebhookRefusal? Refusal)
{
    /// <summary>It was done.</summary>
    public static WebhookResult Done { get; } = new((WebhookRefusal?)null);

    /// <summary>The secret of an address that was added: it is given here and never again.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether it waits until its address, which is paused, goes on.</summary>
    public bool Waits { get; init; }
}

/// <summary>Lets administrators approve addresses that are told of changes, and see what they were told.</summary>
public sealed class WebhookDesk(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, WebhookSettings settings, WebhookSecrets secrets, SecurityLog log, TimeProvider clock)
{
    /// <summary>All addresses, in the order in which they were added.</summary>
    public async Task<IReadOnlyList<ListedWebhook>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var hooks = await context.Webhooks.AsNoTracking().OrderBy(hook => hook.Id).ToListAsync(cancellationToken);
        var waiting = await context.WebhookDeliveries.Where(row => row.State == DeliveryState.Waiting).GroupBy(row => row.WebhookId)
            .Select(of => new { of.Key, Count = of.Count() }).ToDictionaryAsync(of => of.Key, of => of.Count, cancellationToken);
        return [.. hooks.Select(hook => new ListedWebhook(hook, waiting.GetValueOrDefault(hook.Id)))];
    }

    /// <summary>A page of the log, newest first, and how much there is.</summary>
    public async Task<(IReadOnlyList<ListedDelivery> Items, int Total)> LogAsync(int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = from row in context.WebhookDeliveries.AsNoTracking()
                  join hook in context.Webhooks on row.WebhookId equals hook.Id
                  orderby row.ChangeNumber descending, row.WebhookId
                  select new ListedDelivery(row, hook.Address);
        return (await all.Skip(skip).Take(take).ToListAsync(cancellationToken), await all.CountAsync(cancellationToken));
    }

    /// <summary>
    /// Approves an address, which is told of what is changed from now on: of one negotiation, or of all where none is named.
    /// <paramref name="origin"/> is the scheme and host by which links in deliveries begin.
    /// </summary>
    public Task<WebhookResult> AddAsync(Actor actor, string typed, string? slug, string origin, CancellationToken cancellationToken) =>
        DoAsync(actor, SecurityKinds.WebhookAdded, async (context, administrator) =>
        {
            var (address, refusal) = settings.Read(typed);
            if (refusal is not null)
            {
                return Refused(refusal.Value);
            }

            if (slug is not null && !await context.Negotiations.AnyAsync(negotiation => negotiation.Slug == slug, cancellationToken))
            {
                return Refused(WebhookRefusal.NoNegotiation);
            }

            var (plain, hooks) = (address!.AbsoluteUri, await context.Webhooks.ToListAsync(cancellationToken));
            if (hooks.Exists(hook => hook.Address == plain && (hook.Slug is null || hook.Slug == slug)))
            {
                return Refused(WebhookRefusal.Taken);
            }

            if (hooks.Count >= Webhook.Most)
            {
                return Refused(WebhookRefusal.TooMany);
            }

            var secret = WebhookSecrets.New();
            context.Add(new Webhook
            {
                Address = plain, Slug = slug, Origin = origin, SealedSecret = secrets.Seal(secret), AddedAt = clock.UtcNow(), AddedBy = administrator,
                LastChange = await context.Changes.MaxAsync(change => (long?)change.Number, cancellationToken) ?? 0,
            });
            return (new WebhookResult(null) { Secret = secret }, Told(address, slug));
        }, cancellationToken);

    /// <summary>Sends nothing to an address for the time being, or goes on where it was stopped; done already, it is done.</summary>
    public Task<WebhookResult> PauseAsync(Actor actor, int id, bool pause, CancellationToken cancellationToken) =>
        DoAsync(actor, pause ? SecurityKinds.WebhookPaused : SecurityKinds.WebhookResumed, async (context, _) =>
        {
            if (await context.Webhooks.SingleOrDefaultAsync(hook => hook.Id == id, cancellationToken) is not { } hook)
            {
                return Refused(WebhookRefusal.NotFound);
            }

            if (hook.PausedAt is not null == pause)
            {
                return (WebhookResult.Done, null);
            }

            hook.PausedAt = pause ? clock.UtcNow() : null;
            return (WebhookResult.Done, Told(new Uri(hook.Address), hook.Slug));
        }, cancellationToken);

    /// <summary>Removes an address with its log: it is told nothing any more.</summary>
    public Task<WebhookResult> RemoveAsync(Actor actor, int id, CancellationToken cancellationToken) =>
        DoAsync(actor, SecurityKinds.WebhookRemoved, async (context, _) =>
        {
            if (await context.Webhooks.SingleOrDefaultAsync(hook => hook.Id == id, cancellationToken) is not { } hook)
            {
                return Refused(WebhookRefusal.NotFound);
            }

            context.Remove(hook);
            return (WebhookResult.Done, Told(new Uri(hook.Address), hook.Slug));
        }, cancellationToken);

    /// <summary>Sends a delivery once more, from now on by the pauses of a new one.</summary>
    public Task<WebhookResult> ResendAsync(Actor actor, string delivery, CancellationToken cancellationToken) =>
        DoAsync(actor, SecurityKinds.WebhookResent, async (context, _) =>
        {
            if (await context.WebhookDeliveries.SingleOrDefaultAsync(row => row.Id == delivery, cancellationToken) is not { } row)
            {
                return Refused(WebhookRefusal.NotFound);
            }

            // One that is being sent at this moment is left to whoever has it.
            if (row.LeasedUntil > clock.UtcNow())
            {
                return Refused(WebhookRefusal.BeingSent);
            }

            (row.State, row.Tries, row.NextTryAt) = (DeliveryState.Waiting, 0, clock.UtcNow());
            var paused = await context.Webhooks.AnyAsync(hook => hook.Id == row.WebhookId && hook.PausedAt != null, cancellationToken);
            return (WebhookResult.Done with { Waits = paused }, $"Change {row.ChangeNumber} of {row.Slug}.");
        }, cancellationToken);

    // The path of an address may hold what opens it: the audit names the host.
    private static string Told(Uri address, string? slug) => $"{address.Authority}: {slug ?? "all negotiations"}.";

    private static (WebhookResult Result, string? Detail) Refused(WebhookRefusal refusal) => (new WebhookResult(refusal), null);

    // As an administrator, in one turn at the gate, told to the audit where it was done.
    private async Task<WebhookResult> DoAsync(
        Actor actor, string what, Func<TrackerContext, string, Task<(WebhookResult Result, string? Detail)>> act,
        CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        if (await Administrators.FindAsync(turn.Context, actor, cancellationToken) is not { } administrator)
        {
            await Administrators.RefuseAsync(turn, log, actor, what, cancellationToken);
            return new WebhookResult(WebhookRefusal.NotAdministrator);
        }

        var (result, detail) = await act(turn.Context, administrator.DisplayName);
        if (detail is not null)
        {
            log.Add(turn.Context, what, administrator.Id, administrator.DisplayName, actor.From, detail);
        }

        await turn.SaveAsync(cancellationToken);
        return result;
    }
}
