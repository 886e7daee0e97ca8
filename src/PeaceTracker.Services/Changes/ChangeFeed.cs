using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Changes;

/// <summary>What changed on a board up to its date, newest first; superseded entries, corrections and retractions among it.</summary>
public static class ChangeFeed
{
    /// <summary>
    /// The feed, or what of it <paramref name="fits"/>. It is read lazily: a change is put into words only where it fits, and when
    /// it is reached.
    /// </summary>
    public static IEnumerable<ChangeItem> Of(BoardSnapshot at, Func<ChangeHead, bool>? fits = null) =>
        Heads(at).Where(h => fits is null || fits(h)).Select(h => Item(h, at));

    /// <summary>One page of the feed, or of what of it <paramref name="fits"/>, and how much that is in all.</summary>
    public static (IReadOnlyList<ChangeItem> Items, int Total) Page(BoardSnapshot at, Func<ChangeHead, bool>? fits, int skip, int take)
    {
        if (fits is null)
        {
            var all = Merged(at);
            return ([.. all.Skip(skip).Take(take).Select(s => Item(Head(s), at))], all.Count());
        }

        var (items, total) = (new List<ChangeItem>(), 0);
        foreach (var head in Heads(at).Where(fits))
        {
            if (total >= skip && items.Count < take)
            {
                items.Add(Item(head, at));
            }

            total++;
        }

        return (items, total);
    }

    private static IEnumerable<ChangeHead> Heads(BoardSnapshot at) => Merged(at).Select(Head);

    private static ChangeHead Head((KnownEntry Entry, ChangeItem? Description) step) =>
        step.Description is { } item ? ChangeHead.Of(item) : ChangeHead.Of(step.Entry);

    // Entries are in order; the few descriptions are put in between, after the entries of the same moment.
    private static IEnumerable<(KnownEntry Entry, ChangeItem? Description)> Merged(BoardSnapshot at)
    {
        var descriptions = OfDescriptions(at).OrderByDescending(d => d.Date).ThenByDescending(d => d.RecordedAt).ToList();
        var next = 0;
        foreach (var entry in at.Entries)
        {
            while (next < descriptions.Count && (descriptions[next].Date, descriptions[next].RecordedAt).CompareTo((entry.Entry.OccurredOn, entry.Entry.RecordedAt)) > 0)
            {
                yield return (default, descriptions[next++]);
            }

            yield return (entry, null);
        }

        while (next < descriptions.Count)
        {
            yield return (default, descriptions[next++]);
        }
    }

    private static ChangeItem Item(ChangeHead head, BoardSnapshot at) => head.Source switch
    {
        StatusEvent e => Status(e, at, head),
        Position p => OfPosition(p, at, head),
        Claim c => OfClaim(c, head),
        var item => (ChangeItem)item,
    };

    private static ChangeItem Status(StatusEvent e, BoardSnapshot at, ChangeHead head) => new()
    {
        Subject = ChangeSubject.Status,
        Key = e.Key,
        Date = e.OccurredOn,
        Precision = e.Precision,
        Entry = e.Kind,
        SupersedesKey = e.SupersedesKey,
        Reason = e.Reason,
        Superseded = head.Superseded,
        Title = at.Board.Issues[e.IssueKey].Title,
        IssueKey = e.IssueKey,
        DyadKey = e.DyadKey,
        RoundKey = e.RoundKey,
        From = head.IsLive ? LevelBefore(e, at) : null,
        To = e.Level,
        Basis = e.Basis,
        Text = e.Rationale,
        Citations = e.Citations,
        RecordedAt = e.RecordedAt,
        RecordedBy = e.RecordedBy,
    };

    private static Level LevelBefore(StatusEvent e, BoardSnapshot at) =>
        at.IssueOnOrOffAgenda(e.IssueKey)?.Between(e.DyadKey)?.Path.LastOrDefault(s => s.Date < e.OccurredOn)?.Level ?? Level.Unknown;

    private static ChangeItem OfPosition(Position p, BoardSnapshot at, ChangeHead head) => new()
    {
        Subject = ChangeSubject.Position,
        Key = p.Key,
        Date = p.OccurredOn,
        Precision = p.Precision,
        Entry = p.Kind,
        SupersedesKey = p.SupersedesKey,
        Reason = p.Reason,
        Superseded = head.Superseded,
        Title = at.Board.Issues[p.IssueKey].Title,
        IssueKey = p.IssueKey,
        PartyKey = p.PartyKey,
        RoundKey = p.RoundKey,
        Position = p,
        PositionBefore = head.IsLive ? at.PositionBefore(p) : null,
        Text = p.Text,
        Citations = p.Citations,
        RecordedAt = p.RecordedAt,
        RecordedBy = p.RecordedBy,
    };

    private static ChangeItem OfClaim(Claim c, ChangeHead head) => new()
    {
        Subject = ChangeSubject.Claim,
        Key = c.Key,
        Date = c.OccurredOn,
        Precision = c.Precision,
        Entry = c.Kind,
        SupersedesKey = c.SupersedesKey,
        Reason = c.Reason,
        Superseded = head.Superseded,
        Title = c.ClaimantNames,
        DyadKey = c.DyadKey,
        PartyKey = c.FirstClaimant?.PartyKey,
        Text = c.ThresholdWord,
        Citations = [.. c.Appearances.Select(a => a.Citation)],
        RecordedAt = c.RecordedAt,
        RecordedBy = c.RecordedBy,
    };

    private static IEnumerable<ChangeItem> OfDescriptions(BoardSnapshot at)
    {
        foreach (var agenda in at.Agendas)
        {
            yield return new ChangeItem
            {
                Subject = ChangeSubject.Agenda,
                Key = agenda.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Date = agenda.InForceFrom,
                Title = agenda.Title,
                IssueKeys = agenda.ScopeChanges.Count == 0 ? agenda.IssueKeys : [.. agenda.ScopeChanges.SelectMany(c => c.FromIssueKeys.Concat(c.ToIssueKeys))],
                Text = string.Join(" ", agenda.ScopeChanges.Select(c => c.Note).OfType<string>()),
                Citations = agenda.Citations,
                RecordedAt = agenda.RecordedAt,
                RecordedBy = agenda.RecordedBy,
            };
        }

        foreach (var draft in at.Drafts)
        {
            foreach (var version in draft.Versions)
            {
                yield return new ChangeItem
                {
                    Subject = ChangeSubject.Draft,
                    Key = draft.Key,
                    Date = version.Date,
                    Title = draft.Title,
                    IssueKeys = draft.IssueKeys,
                    PartyKeys = [.. version.HeldByKeys, .. version.NotSeenByKeys],
                    Version = version.Number,
                    Text = version.Note,
                    Citations = version.Citations,
                    RecordedAt = version.RecordedAt,
                    RecordedBy = version.RecordedBy,
                };
            }
        }

        foreach (var offer in at.Offers)
        {
            yield return new ChangeItem
            {
                Subject = ChangeSubject.Offer,
                Key = offer.Key,
                Date = offer.OfferedOn,
                Title = offer.Title,
                IssueKeys = offer.IssueKeys,
                PartyKey = offer.ByPartyKey,
                PartyKeys = offer.ToPartyKeys,
                Text = offer.Text,
                Citations = offer.Citations,
                RecordedAt = offer.RecordedAt,
                RecordedBy = offer.RecordedBy,
            };
        }

        foreach (var round in at.Rounds)
        {
            yield return new ChangeItem
            {
                Subject = ChangeSubject.Round,
                Key = round.Key,
                // A round that nobody reports as held is only the news of its announcement.
                Date = round.PhaseOn(at.Date) is RoundPhase.Held or RoundPhase.CalledOff ? round.StartsOn : round.AnnouncedOn,
                Precision = round.Precision,
                Title = round.Title,
                IssueKeys = round.IssueKeys,
                PartyKeys = [.. round.HostKeys, .. round.Delegations.Select(d => d.PartyKey)],
                Text = round.LastDay <= at.Date ? round.Outcome : null,
                Citations = round.Citations,
                RecordedAt = round.RecordedAt,
                RecordedBy = round.RecordedBy,
            };
        }
    }
}
