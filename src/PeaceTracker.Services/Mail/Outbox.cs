using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Outgoing;

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
    : OutgoingQueue<OutgoingMail>(contexts, gate, clock, TimeSpan.FromMinutes(10))
{
    // What is looked at in one turn at the gate.
    private const int Batch = 20;

    private readonly IDataProtector _protector = protection.CreateProtector("PeaceTracker.Mail");

    /// <summary>Puts in a mail to an address that is none of an account.</summary>
    public async Task AddAsync(string address, MailContent content, CancellationToken cancellationToken)
    {
        await using var turn = await EnterAsync(cancellationToken);
        turn.Context.Add(New(null, address, content));
        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>
    /// Takes up the mail that is due first; null where none is. One to somebody whose account was disabled leaves the store instead, and so does
    /// one that tells of what they ended, or may not read any more: what else it tells of is told anew.
    /// </summary>
    public async Task<ClaimedMail?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using (var context = await LookAsync(cancellationToken))
        {
            if (!await ToBeSent(context, Now).AnyAsync(cancellationToken))
            {
                return null;
            }
        }

        await using var turn = await EnterAsync(cancellationToken);
        var now = Now;
        ClaimedMail? claimed = null;
        foreach (var mail in await ToBeSent(turn.Context, now).OrderBy(mail => mail.NextTryAt).ThenBy(mail => mail.Id).Take(Batch)
            .ToListAsync(cancellationToken))
        {
            var content = Open(mail.Sealed);
            if (await AddressAsync(turn.Context, mail, content, now, cancellationToken) is { } address)
            {
                TakeUp(mail, now);
                claimed = new ClaimedMail(mail.Id, address, content);
                break;
            }

            turn.Context.Remove(mail);
        }

        await turn.SaveAsync(cancellationToken);
        return claimed;
    }

    /// <summary>Writes down what came of an attempt: what the server has leaves the store.</summary>
    public Task RecordAsync(string id, MailFault? fault, CancellationToken cancellationToken) => RecordAsync(id, async (context, mail, now) =>
    {
        if (fault is null)
        {
            // The address works: what was said of it before is over. But the server took those as well that came back.
            context.RemoveRange(await context.Mails
                .Where(other => other.NextTryAt == null && other.AccountId == mail.AccountId && other.Address == mail.Address
                    && other.Fault != MailFault.CameBack)
                .ToListAsync(cancellationToken));
            context.Remove(mail);
        }
        else if (mail.AccountId is { } id && await Marks(context, id).AnyAsync(cancellationToken))
        {
            await TellAnewAsync(context, mail, now, cancellationToken);
        }
        else
        {
            mail.Fault = fault;
            mail.NextTryAt = now + OutgoingMail.Pause(fault.Value, mail.Tries, now - mail.MadeAt);
            mail.Sealed = mail.NextTryAt is null ? [] : mail.Sealed;
        }
    }, cancellationToken);

    /// <summary>The mails that are not with their readers, newest first.</summary>
    public async Task<IReadOnlyList<ListedMail>> ListAsync(int most, CancellationToken cancellationToken)
    {
        await using var context = await LookAsync(cancellationToken);
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
        await using var context = await LookAsync(cancellationToken);
        return await context.Mails.Where(mail => mail.AccountId == accountId && mail.NextTryAt == null)
            .OrderByDescending(mail => mail.Fault == MailFault.CameBack).ThenByDescending(mail => mail.MadeAt)
            .Select(mail => mail.Fault).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>That mails to an account came back, to be put in with what else is saved: it has no words, and is sent nowhere.</summary>
    internal OutgoingMail CameBack(string accountId) => new()
    {
        Id = Guid.CreateVersion7().ToString("N"), AccountId = accountId, MadeAt = Now, Fault = MailFault.CameBack, Sealed = [],
    };

    /// <summary>That mails to an account came back, as far as it was said.</summary>
    internal static IQueryable<OutgoingMail> Marks(TrackerContext context, string accountId) =>
        context.Mails.Where(mail => mail.AccountId == accountId && mail.Fault == MailFault.CameBack);

    /// <summary>Takes out what waits for an account and is not on its way: it is told anew once mails arrive again.</summary>
    internal async Task TakeOutAsync(TrackerContext context, string accountId, CancellationToken cancellationToken)
    {
        var now = Now;
        foreach (var mail in await context.Mails.Where(mail => mail.AccountId == accountId && mail.NextTryAt != null
            && (mail.LeasedUntil == null || mail.LeasedUntil <= now)).ToListAsync(cancellationToken))
        {
            await TellAnewAsync(context, mail, now, cancellationToken);
        }
    }

    /// <summary>A mail to be put in with what else is saved.</summary>
    internal OutgoingMail New(string? accountId, string? address, MailContent content)
    {
        var now = Now;
        return new OutgoingMail
        {
            Id = Guid.CreateVersion7().ToString("N"), AccountId = accountId, Address = address, MadeAt = now, NextTryAt = now,
            Sealed = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(content)),
        };
    }

    /// <inheritdoc />
    protected override IQueryable<OutgoingMail> Past(IQueryable<OutgoingMail> old) => old.Where(mail => mail.Fault != MailFault.CameBack);

    // One to an account whose mails come back can still be here where whoever had taken it up died.
    private static IQueryable<OutgoingMail> ToBeSent(TrackerContext context, DateTime now) => Due(context, now)
        .Where(mail => !context.Mails.Any(other => other.AccountId == mail.AccountId && other.Fault == MailFault.CameBack));

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

        TellAnew(open, told, now);
        return null;
    }

    private async Task TellAnewAsync(TrackerContext context, OutgoingMail mail, DateTime now, CancellationToken cancellationToken)
    {
        var told = Open(mail.Sealed)?.Of ?? [];
        var ids = told.Select(one => one.Id).ToList();
        TellAnew(await context.Follows.Where(follow => ids.Contains(follow.Id)).ToListAsync(cancellationToken), told, now);
        context.Remove(mail);
    }

    private static void TellAnew(IEnumerable<Follow> follows, IReadOnlyList<ToldFollow> told, DateTime now)
    {
        foreach (var follow in follows)
        {
            (follow.LastChange, follow.NextAt) = (told.First(one => one.Id == follow.Id).From, now);
        }
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
