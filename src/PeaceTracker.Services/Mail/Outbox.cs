using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
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
{
    /// <summary>For how long one is taken up.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const int MostAtOnce = 20;

    private readonly IDataProtector _protector = protection.CreateProtector("PeaceTracker.Mail");
    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>Puts in a mail to an address that is none of an account.</summary>
    public async Task AddAsync(string address, MailContent content, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        turn.Context.Add(New(null, address, content));
        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>Takes up what is due.</summary>
    public async Task<IReadOnlyList<ClaimedMail>> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await Due(context, now).AnyAsync(cancellationToken))
            {
                return [];
            }
        }

        await using var turn = await gate.EnterAsync(cancellationToken);
        var due = await Due(turn.Context, now).OrderBy(mail => mail.NextTryAt).Take(MostAtOnce).ToListAsync(cancellationToken);
        var accounts = due.Select(mail => mail.AccountId).OfType<string>().ToList();
        var addresses = await turn.Context.Accounts.Where(account => accounts.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.DisabledAt == null ? account.Email : null, cancellationToken);
        var claimed = new List<ClaimedMail>();
        foreach (var mail in due)
        {
            if ((mail.AccountId is { } id ? addresses.GetValueOrDefault(id) : mail.Address) is { } address)
            {
                (mail.LeasedBy, mail.LeasedUntil) = (_owner, now + Lease);
                claimed.Add(new ClaimedMail(mail.Id, address, Open(mail.Sealed)));
            }
            else
            {
                // Of somebody whose account was disabled meanwhile.
                turn.Context.Remove(mail);
            }
        }

        await turn.SaveAsync(cancellationToken);
        return claimed;
    }

    /// <summary>Writes down what came of an attempt: what the server has leaves the store.</summary>
    public async Task RecordAsync(string id, MailFault? fault, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var turn = await gate.EnterAsync(cancellationToken);
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

        var oldest = now - OutgoingMail.Kept;
        turn.Context.RemoveRange(
            await turn.Context.Mails.Where(old => old.NextTryAt == null && old.MadeAt < oldest).Take(MostAtOnce).ToListAsync(cancellationToken));
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
