using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Changes;

/// <summary>What changed on a board up to its date, newest first; superseded entries, corrections and retractions among it.</summary>
public static class ChangeFeed
{
    /// <summary>The feed. It is read lazily: taking the first few of a long history costs little more than sorting it.</summary>
    public static IEnumerable<ChangeItem> Of(BoardSnapshot at)
    {
        var live = at.StatusEvents.Select(e => e.Key)
            .Concat(at.Positions.Select(p => p.Key)).Concat(at.Claims.Select(c => c.Key))
            .ToHashSet(StringComparer.Ordinal);
        var record = at.Board.Record;
        return Entries(record.StatusEvents, at, e => Status(e, at, live.Contains(e.Key)))
            .Concat(Entries(record.Positions, at, p => OfPosition(p, at, live.Contains(p.Key))))
            .Concat(Entries(record.Claims, at, c => OfClaim(c, live.Contains(c.Key))))
            .Concat(OfDescriptions(at).Select(item => new Entry(item.Date, item.RecordedAt, () => item)))
            .OrderByDescending(e => e.Date).ThenByDescending(e => e.RecordedAt)
            .Select(e => e.Make());
    }

    private static IEnumerable<Entry> Entries<T>(IEnumerable<T> entries, BoardSnapshot at, Func<T, ChangeItem> make) where T : IEntry =>
        entries.Where(e => e.OccurredOn <= at.Date && LiveEntries.IsKnown(e.RecordedAt, at.KnownAt))
            .Select(e => new Entry(e.OccurredOn, e.RecordedAt, () => make(e)));

    private static ChangeItem Status(StatusEvent e, BoardSnapshot at, bool live) => new()
    {
        Subject = ChangeSubject.Status,
        Key = e.Key,
        Date = e.OccurredOn,
        Precision = e.Precision,
        Entry = e.Kind,
        SupersedesKey = e.SupersedesKey,
        Superseded = !live && e.Kind != EntryKind.Retraction,
        Title = at.Board.Issues[e.IssueKey].Title,
        IssueKey = e.IssueKey,
        DyadKey = e.DyadKey,
        RoundKey = e.RoundKey,
        From = live ? LevelBefore(e, at) : null,
        To = e.Level,
        Basis = e.Basis,
        Text = e.Rationale,
        Citations = e.Citations,
        RecordedAt = e.RecordedAt,
        RecordedBy = e.RecordedBy,
    };

    private static Level LevelBefore(StatusEvent e, BoardSnapshot at) =>
        at.IssueOnOrOffAgenda(e.IssueKey)?.Between(e.DyadKey)?.Path.LastOrDefault(s => s.Date < e.OccurredOn)?.Level ?? Level.Unknown;

    private static ChangeItem OfPosition(Domain.Positions.Position p, BoardSnapshot at, bool live) => new()
    {
        Subject = ChangeSubject.Position,
        Key = p.Key,
        Date = p.OccurredOn,
        Precision = p.Precision,
        Entry = p.Kind,
        SupersedesKey = p.SupersedesKey,
        Superseded = !live && p.Kind != EntryKind.Retraction,
        Title = at.Board.Issues[p.IssueKey].Title,
        IssueKey = p.IssueKey,
        PartyKey = p.PartyKey,
        RoundKey = p.RoundKey,
        Text = p.Text,
        Citations = p.Citations,
        RecordedAt = p.RecordedAt,
        RecordedBy = p.RecordedBy,
    };

    private static ChangeItem OfClaim(Domain.Claims.Claim c, bool live) => new()
    {
        Subject = ChangeSubject.Claim,
        Key = c.Key,
        Date = c.OccurredOn,
        Precision = c.Precision,
        Entry = c.Kind,
        SupersedesKey = c.SupersedesKey,
        Superseded = !live && c.Kind != EntryKind.Retraction,
        Title = string.Join(", ", c.Claimants.Select(x => x.Name)),
        DyadKey = c.DyadKey,
        PartyKey = c.Claimants.Count > 0 ? c.Claimants[0].PartyKey : null,
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
                Text = string.Join(" ", agenda.ScopeChanges.Select(c => c.Note).OfType<string>()),
                Citations = agenda.Citations,
                RecordedAt = agenda.RecordedAt,
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
                    Version = version.Number,
                    Text = version.Note,
                    Citations = version.Citations,
                    RecordedAt = version.RecordedAt,
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
                PartyKey = offer.ByPartyKey,
                Text = offer.Text,
                Citations = offer.Citations,
                RecordedAt = offer.RecordedAt,
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
                Text = round.LastDay <= at.Date ? round.Outcome : null,
                Citations = round.Citations,
                RecordedAt = round.RecordedAt,
            };
        }
    }

    private sealed record Entry(DateOnly Date, DateTime RecordedAt, Func<ChangeItem> Make);
}
