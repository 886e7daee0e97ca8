using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Comments;

/// <summary>Comments of those who keep boards, for nobody else; see docs/decisions/0045.</summary>
public sealed class CommentDesk(IDbContextFactory<TrackerContext> contexts, WriteGate gate, TimeProvider clock)
{
    /// <summary>What was said of a place, oldest first; nothing for who can’t open it.</summary>
    public async Task<IReadOnlyList<ListedComment>> ListAsync(CommentPlace place, string accountId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await WhoOpensAsync(context, place, cancellationToken)).All(colleague => colleague.Id != accountId))
        {
            return [];
        }

        var comments = await context.Comments.AsNoTracking()
            .Where(c => c.Slug == place.Slug && c.Section == place.Section && place.Keys.Contains(c.Key))
            .OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var ids = comments.ConvertAll(c => c.Id);
        var told = await (from mention in context.Mentions
                          where ids.Contains(mention.CommentId)
                          join account in context.Accounts on mention.AccountId equals account.Id
                          orderby account.DisplayName
                          select new { mention.CommentId, account.DisplayName }).ToListAsync(cancellationToken);
        var to = told.ToLookup(mention => mention.CommentId, mention => mention.DisplayName);
        return [.. comments.Select(comment => new ListedComment(comment, [.. to[comment.Id]]))];
    }

    /// <summary>Whom somebody can address a comment to, by name: all others who can open the place.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(CommentPlace place, string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await WhoOpensAsync(context, place, cancellationToken)).Where(colleague => colleague.Id != accountId)];
    }

    /// <summary>
    /// Adds a comment; null once it is there, be it by an earlier attempt. What was addressed to its author at this place is answered by it.
    /// </summary>
    public async Task<SaveResult?> AddAsync(Guid id, CommentPlace place, CommentForm form, string accountId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(form);
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await FindAsync(context, accountId, cancellationToken) is not { } author)
        {
            return new SaveResult.NotAllowed(NotAllowedReason.SignedOut);
        }

        if (author.Role < AccountRole.Editor)
        {
            return new SaveResult.NotAllowed(NotAllowedReason.Role);
        }

        if (await context.Comments.AnyAsync(c => c.Id == id, cancellationToken))
        {
            return null;
        }

        var opening = await WhoOpensAsync(context, place, cancellationToken);
        var to = form.To.Where(other => other != accountId).Distinct().ToList();
        var text = TypedText.Normalized(TypedText.Clean(form.Text, lines: true).Text).Trim();
        var fault = TypedText.LooksEmpty(text) ? new FieldError("text", "Write what you want to say.")
            : text.Length > TextLimits.Rationale ? new FieldError("text", $"That is {text.Length} characters; {TextLimits.Rationale} at most.")
            : to.Exists(other => opening.All(colleague => colleague.Id != other))
                ? new FieldError("to", "Somebody you chose can no longer open this. Choose again.")
            : opening.All(colleague => colleague.Id != accountId) ? new FieldError("", "You can no longer open this.")
            : null;
        if (fault is not null)
        {
            return new SaveResult.Refused([fault]);
        }

        context.Add(new Comment
        {
            Id = id, Slug = place.Slug, Section = place.Section, Key = place.Key, AuthorId = author.Id, Author = author.DisplayName, Text = text,
            At = clock.GetUtcNow().UtcDateTime,
        });
        context.AddRange(to.Select(other => new Mention { CommentId = id, AccountId = other }));
        foreach (var answered in await Waiting(context, accountId)
            .Where(waits => waits.Comment.Slug == place.Slug && waits.Comment.Section == place.Section && place.Keys.Contains(waits.Comment.Key))
            .Select(waits => waits.Mention).ToListAsync(cancellationToken))
        {
            answered.Done = true;
        }

        await turn.SaveAsync(cancellationToken);
        return null;
    }

    /// <summary>Takes an own comment out, for everybody.</summary>
    public async Task RemoveAsync(Guid id, string accountId, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        turn.Context.RemoveRange(
            await turn.Context.Comments.Where(c => c.Id == id && c.AuthorId == accountId).ToListAsync(cancellationToken));
        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>What is addressed to somebody on a board and waits, oldest first.</summary>
    public async Task<IReadOnlyList<Comment>> WaitingAsync(string slug, string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Waiting(context, accountId).Select(waits => waits.Comment).Where(comment => comment.Slug == slug)
            .OrderBy(comment => comment.At).AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>How much is addressed to somebody and waits, on all boards.</summary>
    public async Task<int> CountAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Mentions.CountAsync(mention => mention.AccountId == accountId && !mention.Done, cancellationToken);
    }

    /// <summary>What was addressed to somebody waits no more.</summary>
    public async Task DoneAsync(Guid id, string accountId, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        if (await turn.Context.Mentions.FindAsync([id, accountId], cancellationToken) is { } mention)
        {
            mention.Done = true;
            await turn.SaveAsync(cancellationToken);
        }
    }

    private static IQueryable<Waits> Waiting(TrackerContext context, string accountId) =>
        from mention in context.Mentions
        where mention.AccountId == accountId && !mention.Done
        join comment in context.Comments on mention.CommentId equals comment.Id
        select new Waits { Mention = mention, Comment = comment };

    private static Task<Account?> FindAsync(TrackerContext context, string accountId, CancellationToken cancellationToken) =>
        context.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId && a.DisabledAt == null, cancellationToken);

    // An outcome is its author's and the managers'; a row is open to all who edit.
    private static async Task<IReadOnlyList<Colleague>> WhoOpensAsync(
        TrackerContext context, CommentPlace place, CancellationToken cancellationToken)
    {
        var least = place.Section == CommentPlace.Outcomes ? AccountRole.Manager : AccountRole.Editor;
        var author = place.Section == CommentPlace.Outcomes && Guid.TryParse(place.Key, out var outcome)
            ? await context.Outcomes.Where(o => o.Id == outcome && o.Slug == place.Slug).Select(o => o.AuthorId)
                .FirstOrDefaultAsync(cancellationToken)
            : null;
        var all = await context.Accounts.AsNoTracking().Where(account => account.DisabledAt == null)
            .Select(account => new { account.Id, account.DisplayName, account.Role }).ToListAsync(cancellationToken);
        return
        [
            .. all.OrderBy(account => account.DisplayName, StringComparer.InvariantCulture)
                .Where(account => account.Role >= least || (account.Id == author && account.Role >= AccountRole.Editor))
                .Select(account => new Colleague(account.Id, account.DisplayName)),
        ];
    }

    private sealed class Waits
    {
        public required Mention Mention { get; init; }

        public required Comment Comment { get; init; }
    }
}
