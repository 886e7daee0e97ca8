using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Mail;

/// <summary>A mail that this process has for itself for a time.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Content">What it says; null where the keys are others than those it was sealed with.</param>
public sealed record ClaimedMail(string Id, string Address, MailContent? Content);

/// <summary>A mail that is not with its reader, as administrators see it.</summary>
/// <param name="Address">Where it goes.</param>
/// <param name="MadeAt">When it was made (UTC).</param>
/// <param name="NextTryAt">When it is tried next (UTC); null where it was given up.</param>
/// <param name="Fault">Why it is not there yet; null before the first attempt.</param>
public sealed record ListedMail(string Address, DateTime MadeAt, DateTime? NextTryAt, MailFault? Fault);

/// <summary>The mails that wait, in the store: taken up by one process at a time, kept over restarts and while the mail server is away.</summary>
public sealed class Outbox(IDbContextFactory<TrackerContext> contexts, WriteGate gate, IDataProtectionProvider protection, TimeProvider clock)
    : IForgets
{
    /// <summary>For how long one is taken up.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    // What is looked at in one turn at the gate.
    private const int Batch = 20;

    private readonly IDataProtector _protector = protection.CreateProtector("PeaceTracker.Mail");
    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>Puts in a mail to an address that is none of an account.</summary>
    public async Task AddAsync(string address, MailContent content, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        turn.Context.Add(New(null, address, content));
        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>
    /// Takes up the mail that is due first; null where none is. One to somebody whose account was disabled leaves the store instead, and so does
    /// one that tells of what they ended, or may not read any more: what else it tells of is told anew.
    /// </summary>
    public async Task<ClaimedMail?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await Due(context, clock.UtcNow()).AnyAsync(cancellationToken))
            {
                return null;
            }
        }

        await using var turn = await gate.EnterAsync(cancellationToken);
        // By the clock as it is now: who waited for the turn would take it up for too short a time.
        var now = clock.UtcNow();
        ClaimedMail? claimed = null;
        foreach (var mail in await Due(turn.Context, now).OrderBy(mail => mail.NextTryAt).ThenBy(mail => mail.Id).Take(Batch)
            .ToListAsync(cancellationToken))
        {
            var content = Open(mail.Sealed);
            if (await AddressAsync(turn.Context, mail, content, now, cancellationToken) is { } address)
            {
                (mail.LeasedBy, mail.LeasedUntil) = (_owner, now + Lease);
                claimed = new ClaimedMail(mail.Id, address, content);
                break;
            }

            turn.Context.Remove(mail);
        }

        await turn.SaveAsync(cancellationToken);
        return claimed;
    }

    /// <summary>Writes down what came of an attempt: what the server has leaves the store.</summary>
    public async Task RecordAsync(string id, MailFault? fault, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var now = clock.UtcNow();
        var mail = await turn.Context.Mails.SingleOrDefaultAsync(mail => mail.Id == id && mail.LeasedBy == _owner, cancellationToken);
        if (mail is null)
        {
            return;
        }

        if (fault is null)
        {
            // The address works: what was said of it before is over.
            turn.Context.RemoveRange(await turn.Context.Mails
                .Where(other => other.NextTryAt == null && other.AccountId == mail.AccountId && other.Address == mail.Address)
                .ToListAsync(cancellationToken));
            turn.Context.Remove(mail);
        }
        else
        {
            mail.Tries++;
            (mail.Fault, mail.LeasedBy, mail.LeasedUntil) = (fault, null, null);
            mail.NextTryAt = OutgoingMail.Pause(fault.Value, mail.Tries, now - mail.MadeAt) is { } pause ? now + pause : null;
            mail.Sealed = mail.NextTryAt is null ? [] : mail.Sealed;
        }

        await turn.SaveAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var oldest = clock.UtcNow() - OutgoingMail.Kept;
        turn.Context.RemoveRange(
            await turn.Context.Mails.Where(old => old.NextTryAt == null && old.MadeAt < oldest).ToListAsync(cancellationToken));
        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>The mails that are not with their readers, newest first.</summary>
    public async Task<IReadOnlyList<ListedMail>> ListAsync(int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (from mail in context.Mails.AsNoTracking()
                      join account in context.Accounts on mail.AccountId equals account.Id into accounts
                      from account in accounts.DefaultIfEmpty()
                      orderby mail.MadeAt descending
                      select new ListedMail(mail.Address ?? account!.Email ?? "", mail.MadeAt, mail.NextTryAt, mail.Fault))
            .Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Why the newest mail to an account that was given up did not arrive; null where none was.</summary>
    public async Task<MailFault?> GivenUpAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Mails.Where(mail => mail.AccountId == accountId && mail.NextTryAt == null).OrderByDescending(mail => mail.MadeAt)
            .Select(mail => mail.Fault).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>A mail to be put in with what else is saved.</summary>
    internal OutgoingMail New(string? accountId, string? address, MailContent content)
    {
        var now = clock.UtcNow();
        return new OutgoingMail
        {
            Id = Guid.CreateVersion7().ToString("N"), AccountId = accountId, Address = address, MadeAt = now, NextTryAt = now,
            Sealed = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(content)),
        };
    }

    private static IQueryable<OutgoingMail> Due(TrackerContext context, DateTime now) =>
        context.Mails.Where(mail => mail.NextTryAt <= now && (mail.LeasedUntil == null || mail.LeasedUntil <= now));

    // Where it goes; null where it must not go any more.
    private static async Task<string?> AddressAsync(
        TrackerContext context, OutgoingMail mail, MailContent? content, DateTime now, CancellationToken cancellationToken)
    {
        if (mail.AccountId is not { } id)
        {
            return mail.Address;
        }

        var account = await context.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
        if (account is null or { DisabledAt: not null })
        {
            return null;
        }

        var told = content?.Of ?? [];
        var ids = told.Select(one => one.Id).ToList();
        var editor = account.Role >= AccountRole.Editor;
        var open = await (from follow in context.Follows
                          join negotiation in context.Negotiations on follow.Slug equals negotiation.Slug
                          where ids.Contains(follow.Id) && (editor || negotiation.Publication == Publication.Published)
                          select follow).ToListAsync(cancellationToken);
        if (open.Count == told.Count)
        {
            return account.Email;
        }

        foreach (var follow in open)
        {
            (follow.LastChange, follow.NextAt) = (told.First(one => one.Id == follow.Id).From, now);
        }

        return null;
    }

    private MailContent? Open(byte[] sealedContent)
    {
        try
        {
            return JsonSerializer.Deserialize<MailContent>(_protector.Unprotect(sealedContent));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
