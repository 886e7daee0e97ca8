using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Mail;

/// <summary>What is due to be told to somebody.</summary>
/// <param name="AccountId">To whom.</param>
/// <param name="Role">What they may do, as it is now.</param>
/// <param name="Items">What they follow of which it is time.</param>
public sealed record DueFollows(string AccountId, AccountRole Role, IReadOnlyList<Follow> Items);

/// <summary>Keeps what people follow.</summary>
public sealed class Follows(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, Outbox outbox, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int MostAccounts = 100;

    private readonly IDataProtector _protector = protection.CreateProtector("PeaceTracker.Unsubscribe");

    /// <summary>What somebody follows, in the order in which they began.</summary>
    public async Task<IReadOnlyList<Follow>> ListAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Follows.AsNoTracking().Where(follow => follow.AccountId == accountId).OrderBy(follow => follow.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Lets somebody follow what changes from now on; whoever does already is told as often as they say now. False where they follow as much as one
    /// may.
    /// </summary>
    public async Task<bool> AddAsync(
        string accountId, string slug, FollowKind kind, string key, FollowFrequency frequency, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var own = await turn.Context.Follows.Where(follow => follow.AccountId == accountId).ToListAsync(cancellationToken);
        if (own.Find(follow => follow.Slug == slug && follow.Kind == kind && follow.Key == key) is { } there)
        {
            (there.Frequency, there.NextAt) = (frequency, FollowSchedule.First(frequency, clock.UtcNow()));
        }
        else if (own.Count >= Follow.Most)
        {
            return false;
        }
        else
        {
            turn.Context.Add(new Follow
            {
                AccountId = accountId, Slug = slug, Kind = kind, Key = key, Frequency = frequency,
                LastChange = await turn.Context.Negotiations.Where(negotiation => negotiation.Slug == slug)
                    .Select(negotiation => EF.Property<long>(negotiation, NegotiationsMapping.ChangeNumber)).SingleAsync(cancellationToken),
                NextAt = FollowSchedule.First(frequency, clock.UtcNow()),
            });
        }

        await turn.SaveAsync(cancellationToken);
        return true;
    }

    /// <summary>Tells somebody as often as they say now; one that is not theirs, or gone, changes nothing.</summary>
    public Task ChangeAsync(string accountId, int id, FollowFrequency frequency, CancellationToken cancellationToken) =>
        DoAsync(accountId, id, (_, follow) => (follow.Frequency, follow.NextAt) = (frequency, FollowSchedule.First(frequency, clock.UtcNow())),
            cancellationToken);

    /// <summary>Ends one; null ends all of an account.</summary>
    public Task EndAsync(string accountId, int? id, CancellationToken cancellationToken) =>
        DoAsync(accountId, id, (context, follow) => context.Remove(follow), cancellationToken);

    /// <summary>What stands in a link that ends one, or all where none is named, for whoever has the link.</summary>
    public string Token(string accountId, int? id) => _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{accountId} {id}"));

    /// <summary>Whose such a link is, and what it ends; null where it is none.</summary>
    public (string AccountId, int? Id)? Read(string token)
    {
        try
        {
            var parts = _protector.Unprotect(token).Split(' ');
            return (parts[0], int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// What is due: of those who are told at once where their board has moved, of the others by the clock. Those of disabled accounts wait, and
    /// those of whoever has a mail on its way: what comes meanwhile goes into one.
    /// </summary>
    public async Task<IReadOnlyList<DueFollows>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await (from follow in context.Follows.AsNoTracking()
                         join negotiation in context.Negotiations on follow.Slug equals negotiation.Slug
                         join account in context.Accounts on follow.AccountId equals account.Id
                         where follow.NextAt <= now && account.DisabledAt == null
                             && !context.Mails.Any(mail => mail.AccountId == account.Id
                                 && (mail.NextTryAt != null || mail.Fault == MailFault.CameBack))
                             && (follow.Frequency != FollowFrequency.AtOnce
                                 || EF.Property<long>(negotiation, NegotiationsMapping.ChangeNumber) > follow.LastChange)
                         orderby follow.NextAt, follow.Id
                         select new { Follow = follow, account.Role }).Take(Follow.Most * MostAccounts).ToListAsync(cancellationToken);
        return
        [
            .. due.GroupBy(one => one.Follow.AccountId).Take(MostAccounts)
                .Select(of => new DueFollows(of.Key, of.First().Role, [.. of.Select(one => one.Follow)])),
        ];
    }

    /// <summary>
    /// Writes down that somebody was told up to these changes, and puts in the mail that says it, in one; nothing of it where another process was
    /// quicker. Returns whether it was done.
    /// </summary>
    public async Task<bool> AdvanceAsync(
        DueFollows due, IReadOnlyDictionary<int, long> reached, MailContent? mail, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var ids = due.Items.Select(item => item.Id).ToList();
        var rows = await turn.Context.Follows.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        if ((mail is not null && await turn.Context.Mails.AnyAsync(
                waiting => waiting.AccountId == due.AccountId && (waiting.NextTryAt != null || waiting.Fault == MailFault.CameBack),
                cancellationToken))
            || due.Items.Any(item => !rows.TryGetValue(item.Id, out var row) || row.LastChange != item.LastChange || row.NextAt != item.NextAt))
        {
            return false;
        }

        foreach (var row in rows.Values)
        {
            // Whoever is told at once and had nothing to be told need not wait for the next.
            (row.LastChange, row.NextAt) = (
                reached[row.Id],
                mail is null && row.Frequency == FollowFrequency.AtOnce ? row.NextAt : FollowSchedule.Next(row.Frequency, clock.UtcNow()));
        }

        if (mail is not null)
        {
            turn.Context.Add(outbox.New(due.AccountId, null, mail));
        }

        await turn.SaveAsync(cancellationToken);
        return true;
    }

    private async Task DoAsync(string accountId, int? id, Action<TrackerContext, Follow> act, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        foreach (var follow in await turn.Context.Follows
            .Where(follow => follow.AccountId == accountId && (id == null || follow.Id == id)).ToListAsync(cancellationToken))
        {
            act(turn.Context, follow);
        }

        await turn.SaveAsync(cancellationToken);
    }
}
