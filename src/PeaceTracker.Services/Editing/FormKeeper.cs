using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Editing;

/// <summary>Keeps what people type into forms until they save it or give it up; each for its own account only. See docs/decisions/0024.</summary>
public sealed class FormKeeper(IDbContextFactory<TrackerContext> contexts, WriteGate gate, TimeProvider clock)
{
    /// <summary>How long something is kept that nobody goes on with.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>In the place of a slug: what is kept beside for the next time, and is in no list of what is typed and not saved.</summary>
    public const string Aside = "";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What an account typed into the form at an address; null where nothing is kept.</summary>
    public async Task<KeptForm?> FindAsync(string accountId, string address, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Live(context, accountId).FirstOrDefaultAsync(form => form.Address == address, cancellationToken);
    }

    /// <summary>
    /// All that an account has typed and not saved, newest first; of one negotiation, or of none where <paramref name="slug"/> is null.
    /// </summary>
    public async Task<IReadOnlyList<KeptForm>> ListAsync(string accountId, string? slug, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Live(context, accountId).Where(form => form.Slug == slug).OrderByDescending(form => form.KeptAt).ToListAsync(cancellationToken);
    }

    /// <summary>How many forms an account has typed in and not saved.</summary>
    public async Task<int> CountAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Live(context, accountId).CountAsync(form => form.Slug != Aside, cancellationToken);
    }

    /// <summary>
    /// Keeps what is typed. <paramref name="version"/> is the one that the window last saw, 0 where it saw none; null keeps it over whatever
    /// another window has kept.
    /// </summary>
    public async Task<FormKeep> KeepAsync(string accountId, FormPlace place, string typed, int? version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (!await context.Accounts.AnyAsync(account => account.Id == accountId && account.DisabledAt == null, cancellationToken))
        {
            return new FormKeep.NotAllowed();
        }

        var oldest = Now - Lifetime;
        context.RemoveRange(await context.KeptForms.Where(form => form.KeptAt < oldest).ToListAsync(cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
        var kept = await context.KeptForms.FindAsync([accountId, place.Address], cancellationToken);
        if (kept is not null && version is not null && kept.Version != version && kept.Typed != typed)
        {
            return new FormKeep.ElsewhereToo(kept.Version);
        }

        if (kept is null)
        {
            kept = new KeptForm { AccountId = accountId, Address = place.Address, Slug = place.Slug, Title = place.Title, Typed = typed };
            context.Add(kept);
        }

        (kept.Title, kept.Typed, kept.KeptAt, kept.Version) = (place.Title, typed, Now, Math.Max(kept.Version, version ?? 0) + 1);
        await turn.SaveAsync(cancellationToken);
        return new FormKeep.Kept(kept.Version);
    }

    /// <summary>Gives up what is kept of a form.</summary>
    public async Task DropAsync(string accountId, string address, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        await DropAsync(turn.Context, accountId, address, cancellationToken);
        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>The same in a transaction that is under way, as with the change that saves the form.</summary>
    internal static async Task DropAsync(TrackerContext context, string accountId, string address, CancellationToken cancellationToken)
    {
        if (await context.KeptForms.FindAsync([accountId, address], cancellationToken) is { } kept)
        {
            context.Remove(kept);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private IQueryable<KeptForm> Live(TrackerContext context, string accountId)
    {
        var oldest = Now - Lifetime;
        return context.KeptForms.AsNoTracking().Where(form => form.AccountId == accountId && form.KeptAt >= oldest);
    }
}
