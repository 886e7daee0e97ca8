using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Services.Search;

/// <summary>Something on the board that a search can find.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">The key by which it is linked; see <see cref="SearchHit"/>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Texts">What else is said about it; null and empty texts count for nothing.</param>
internal sealed record SearchCandidate(SearchKind Kind, string Key, string Title, IReadOnlyList<string?> Texts);

/// <summary>Everything on a board that a search can find, of one kind in the order of the record.</summary>
internal static class SearchCandidates
{
    public static IEnumerable<SearchCandidate> Of(BoardSnapshot at) =>
        Issues(at).Concat(Parties(at)).Concat(People(at)).Concat(Talks(at)).Concat(Papers(at)).Concat(Claims(at)).Concat(Sources(at));

    private static IEnumerable<SearchCandidate> Issues(BoardSnapshot at) =>
        at.Agendas.SelectMany(a => a.IssueKeys).Distinct()
            .Select(at.IssueOnOrOffAgenda)
            .OfType<IssueStanding>()
            .Select(i => new SearchCandidate(
                SearchKind.Issue,
                i.Issue.Key,
                i.Issue.Title,
                [
                    i.Issue.Description, i.Issue.Category, i.Issue.Key,
                    .. i.Dyads.Select(d => d.Step?.Shown.Rationale), .. i.Positions.Select(p => p.Text),
                ]));

    private static IEnumerable<SearchCandidate> Parties(BoardSnapshot at) =>
        at.Parties.Select(p => new SearchCandidate(SearchKind.Party, p.Key, p.Name, [p.Description, p.ShortName, .. p.Roles.Select(r => r.Note)]));

    private static IEnumerable<SearchCandidate> People(BoardSnapshot at) =>
        at.Delegates.Select(d => new SearchCandidate(
            SearchKind.Person, d.PartyKey, d.Name, [d.Office is null ? PartyName(at, d.PartyKey) : $"{d.Office} · {PartyName(at, d.PartyKey)}"]));

    private static IEnumerable<SearchCandidate> Talks(BoardSnapshot at) =>
        at.WorkingGroups
            .Select(g => new SearchCandidate(
                SearchKind.WorkingGroup, g.Key, g.Name, [g.Mandate, g.MembersNote, .. g.Outputs.Select(o => o.Text)]))
            .Concat(at.Rounds.Select(r => new SearchCandidate(
                SearchKind.Round, r.Key, r.Title, [r.Place, r.LastDay <= at.Date ? r.Outcome : null, .. r.Delegations.Select(d => d.Note)])));

    private static IEnumerable<SearchCandidate> Papers(BoardSnapshot at) =>
        at.Drafts
            .Select(d => new SearchCandidate(SearchKind.Draft, d.Key, d.Title, [.. d.Versions.Select(v => v.Note)]))
            .Concat(at.Offers.Select(o => new SearchCandidate(SearchKind.Offer, o.Key, o.Title, [o.Text, .. o.Conditions])));

    private static IEnumerable<SearchCandidate> Claims(BoardSnapshot at) =>
        at.Claims.Select(c => new SearchCandidate(
            SearchKind.Claim,
            c.Key,
            c.ClaimantNames,
            [
                string.Join(" · ", new[] { c.Figure is { } figure ? $"{figure:0.##}%" : null, c.OfWhat, c.ThresholdWord }.OfType<string>()),
                c.Hedge, c.Occasion, c.ScopeNote, .. c.Appearances.Select(a => a.Wording),
            ]));

    private static IEnumerable<SearchCandidate> Sources(BoardSnapshot at) =>
        at.Sources.Select(s => new SearchCandidate(SearchKind.Source, s.Key, s.Headline, [s.Publisher, s.Byline, s.DateNote]));

    private static string PartyName(BoardSnapshot at, string key) => at.Board.Parties[key].Name;
}
