using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Search;

/// <summary>Something on the board that a search can find.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="In">The section of its row.</param>
/// <param name="Key">The key by which it is linked; see <see cref="SearchHit"/>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Texts">What else is said about it; null and empty texts count for nothing.</param>
internal sealed record SearchCandidate(SearchKind Kind, RecordSection In, string Key, string Title, IReadOnlyList<string?> Texts);

/// <summary>Everything on a board that a search can find, of one kind in the order of the record.</summary>
internal static class SearchCandidates
{
    private static readonly Dictionary<Type, SearchKind> Kinds = new()
    {
        [typeof(Issue)] = SearchKind.Issue,
        [typeof(Party)] = SearchKind.Party,
        [typeof(PartyDelegate)] = SearchKind.Person,
        [typeof(WorkingGroup)] = SearchKind.WorkingGroup,
        [typeof(Round)] = SearchKind.Round,
        [typeof(Draft)] = SearchKind.Draft,
        [typeof(Offer)] = SearchKind.Offer,
        [typeof(Claim)] = SearchKind.Claim,
        [typeof(Source)] = SearchKind.Source,
    };

    /// <summary>All of them; what only the board knows about an issue or a person is put beside what their rows say.</summary>
    public static IEnumerable<SearchCandidate> Of(BoardSnapshot at) => RecordSections.Lists.SelectMany(list => list.RowType switch
    {
        var type when type == typeof(Issue) => Issues(at, list),
        var type when type == typeof(PartyDelegate) => People(at, list),
        _ => at.Rows(list).Select(row => Candidate(list, row, at)).OfType<SearchCandidate>(),
    });

    private static SearchCandidate? Candidate(RecordSection section, IRow row, BoardSnapshot at) => row.Findable(at.Date) is { } found
        ? new SearchCandidate(Kinds.GetValueOrDefault(section.RowType, SearchKind.Other), section, row.Key, found.Title, found.Texts)
        : null;

    private static IEnumerable<SearchCandidate> Issues(BoardSnapshot at, RecordSection section) =>
        from standing in at.Agendas.SelectMany(a => a.IssueKeys).Distinct().Select(at.IssueOnOrOffAgenda).OfType<IssueStanding>()
        let candidate = Candidate(section, standing.Issue, at)!
        select candidate with
        {
            Texts = [.. candidate.Texts, .. standing.Dyads.Select(d => d.Step?.Shown.Rationale), .. standing.Positions.Select(p => p.Text)],
        };

    private static IEnumerable<SearchCandidate> People(BoardSnapshot at, RecordSection section) =>
        from person in at.Delegates
        where at.Has<Party>(person.PartyKey)
        let party = at.Board.Parties[person.PartyKey].Name
        select Candidate(section, person, at)! with
        {
            Key = person.PartyKey, Texts = [person.Office is null ? party : $"{person.Office} · {party}"],
        };
}
