using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Sources;

/// <summary>
/// Every fact on a board with each of its citations: status events, positions and claims, those taken back last, and what describes the
/// board.
/// </summary>
public static class SourceUses
{
    private static readonly HashSet<Type> Named =
    [
        typeof(StatusEvent), typeof(Position), typeof(Claim), typeof(ClaimAppearance), typeof(Issue), typeof(AgendaVersion), typeof(Party),
        typeof(PartyDelegate), typeof(WorkingGroup), typeof(Round), typeof(Draft), typeof(Offer),
    ];

    /// <summary>The uses, by kind: of all sources, or of one. What cites another is passed by before anything is made of it.</summary>
    public static IEnumerable<SourceUse> Of(BoardSnapshot at, string? sourceKey = null)
    {
        Func<Citation, bool> of = citation => sourceKey is null || citation.SourceKey == sourceKey;
        return OfStatusEvents(at, of).Concat(ButStatusEvents(at, of));
    }

    /// <summary>The uses of all sources but those by status events that count: these are by far the most.</summary>
    internal static IEnumerable<SourceUse> ButStatusEvents(BoardSnapshot at) => ButStatusEvents(at, _ => true);

    private static IEnumerable<SourceUse> ButStatusEvents(BoardSnapshot at, Func<Citation, bool> of) =>
        OfEntries(at, of).Concat(OfTable(at, of)).Concat(OfPapers(at, of)).Concat(OfOthers(at, of)).Concat(OfTakenBack(at, of));

    private static IEnumerable<SourceUse> OfStatusEvents(BoardSnapshot at, Func<Citation, bool> of)
    {
        var issues = at.Board.Issues;
        return at.StatusEvents.SelectMany(e => e.Citations.Where(of).Select(c =>
            Use(UseKind.Status, e.Key, c, issues[e.IssueKey].Title, e.OccurredOn, e.Rationale) with
            {
                IssueKey = e.IssueKey, DyadKey = e.DyadKey, Level = e.Level, Basis = e.Basis, Precision = e.Precision,
            }));
    }

    private static IEnumerable<SourceUse> OfEntries(BoardSnapshot at, Func<Citation, bool> of)
    {
        var issues = at.Board.Issues;
        var positions = at.Positions.SelectMany(p => p.Citations.Where(of).Select(c =>
            Use(UseKind.Position, p.Key, c, issues[p.IssueKey].Title, p.OccurredOn, p.Text) with
            {
                IssueKey = p.IssueKey, PartyKey = p.PartyKey, Precision = p.Precision,
            }));
        var claims = at.Claims.SelectMany(claim => claim.Appearances.Where(a => of(a.Citation)).Select(a =>
            Use(UseKind.Claim, claim.Key, a.Citation, claim.ClaimantNames, claim.OccurredOn, claim.ThresholdWord) with
            {
                Precision = claim.Precision, Claim = claim,
            }));
        return positions.Concat(claims);
    }

    private static IEnumerable<SourceUse> OfTable(BoardSnapshot at, Func<Citation, bool> of)
    {
        // An issue has a page, and cites there, also before the first agenda that names it.
        return at.Board.Record.Issues.Where(i => at.Has<Issue>(i.Key))
            .SelectMany(i => i.Citations.Where(of).Select(c => Use(UseKind.Issue, i.Key, c, i.Title) with { IssueKey = i.Key }))
            .Concat(at.Agendas.SelectMany(a => a.Citations.Where(of).Select(c => Use(UseKind.Agenda, $"{a.Number}", c, a.Title, a.InForceFrom))))
            .Concat(at.Parties.SelectMany(p => p.Roles.SelectMany(r => r.Citations.Where(of).Select(c =>
                Use(UseKind.Role, p.Key, c, p.Name, text: r.Note) with { PartyKey = p.Key, Role = r.Role }))))
            .Concat(at.Delegates.SelectMany(d => d.Citations.Where(of).Select(c =>
                Use(UseKind.Delegate, d.Key, c, d.Name, d.OfficeAsOf, d.Office) with { PartyKey = d.PartyKey })));
    }

    private static IEnumerable<SourceUse> OfPapers(BoardSnapshot at, Func<Citation, bool> of) =>
        at.WorkingGroups.SelectMany(g => g.Citations.Where(of).Select(c => Use(UseKind.WorkingGroup, g.Key, c, g.Name, g.Since, g.Mandate)))
            .Concat(at.WorkingGroups.SelectMany(g =>
                g.Outputs.SelectMany(o => o.Citations.Where(of).Select(c => Use(UseKind.Output, g.Key, c, g.Name, o.Date, o.Text)))))
            .Concat(at.Rounds.SelectMany(r =>
                r.Citations.Concat(r.OutcomeCitations).Where(of)
                    .Select(c => Use(UseKind.Round, r.Key, c, r.Title, r.StartsOn) with { Precision = r.Precision })))
            .Concat(at.Drafts.SelectMany(d =>
                d.Versions.SelectMany(v => v.Citations.Where(of).Select(c => Use(UseKind.Draft, d.Key, c, d.Title, v.Date, v.Note)))))
            .Concat(at.Offers.SelectMany(o =>
                o.Citations.Where(of).Select(c => Use(UseKind.Offer, o.Key, c, o.Title, o.OfferedOn, o.Text) with { PartyKey = o.ByPartyKey })));

    // Rows of a kind that nothing above names: by all that they cite, so that no source seems unused.
    private static IEnumerable<SourceUse> OfOthers(BoardSnapshot at, Func<Citation, bool> of) =>
        from list in RecordSections.Lists.Where(list => !Named.Contains(list.RowType))
        from row in at.Rows(list)
        from cited in row.Cited().Where(cited => of(cited.Citation))
        select Use(UseKind.Other, row.Key, cited.Citation, row.Words) with { In = list };

    private static IEnumerable<SourceUse> OfTakenBack(BoardSnapshot at, Func<Citation, bool> of) =>
        from item in ChangeFeed.NotCounted(at)
        from citation in item.Citations.Where(of)
        select Use(KindOf(item.Subject), item.Key, citation, item.Title, item.Date, item.Text) with
        {
            IssueKey = item.IssueKey, DyadKey = item.DyadKey, PartyKey = item.PartyKey, Level = item.To, Basis = item.Basis,
            Precision = item.Precision, Claim = item.Claim, TakenBack = true, In = item.In,
        };

    private static UseKind KindOf(ChangeSubject subject) => subject switch
    {
        ChangeSubject.Status => UseKind.Status,
        ChangeSubject.Position => UseKind.Position,
        ChangeSubject.Claim => UseKind.Claim,
        ChangeSubject.Agenda => UseKind.Agenda,
        ChangeSubject.Draft => UseKind.Draft,
        ChangeSubject.Offer => UseKind.Offer,
        ChangeSubject.Round => UseKind.Round,
        ChangeSubject.Judgement or ChangeSubject.Other => UseKind.Other,
    };

    private static SourceUse Use(UseKind kind, string key, Citation citation, string title, DateOnly? date = null, string? text = null) =>
        new() { Kind = kind, Key = key, Citation = citation, Title = title, Date = date, Text = text };
}
