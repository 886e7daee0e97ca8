using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Services.Search;

/// <summary>Something on the board that a search can find.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Title">Its title.</param>
/// <param name="Texts">What else is said about it; null and empty texts count for nothing.</param>
internal sealed record SearchCandidate(IRow Row, string Title, IReadOnlyList<string?> Texts)
{
    /// <summary>What entries say about it, and when each was entered (UTC).</summary>
    public IReadOnlyList<(string? Text, DateTime RecordedAt)> Entries { get; init; } = [];

    /// <summary>All that is said about it beside its title.</summary>
    public IEnumerable<string?> Said => Texts.Concat(Entries.Select(entry => entry.Text));
}

/// <summary>Everything on a board that a search can find, of one kind in the order of the record.</summary>
internal static class SearchCandidates
{
    /// <summary>Those of a section; what only the board knows about an issue or a delegate is put beside what their rows say.</summary>
    public static IEnumerable<SearchCandidate> Of(BoardSnapshot at, RecordList section) => section.RowType switch
    {
        var type when type == typeof(Issue) => Issues(at),
        var type when type == typeof(PartyDelegate) => Delegates(at),
        _ => at.Rows(section).Select(row => Candidate(row, at)).OfType<SearchCandidate>(),
    };

    private static SearchCandidate? Candidate(IRow row, BoardSnapshot at) =>
        row.Findable(at.Date) is { } found ? new SearchCandidate(row, found.Title, found.Texts) : null;

    private static IEnumerable<SearchCandidate> Issues(BoardSnapshot at) =>
        from standing in at.Agendas.SelectMany(a => a.IssueKeys).Distinct().Select(at.IssueOnOrOffAgenda).OfType<IssueStanding>()
        let candidate = Candidate(standing.Issue, at)!
        select candidate with
        {
            Entries =
            [
                .. standing.Dyads.Select(d => d.Step?.Shown).OfType<StatusEvent>().Select(e => ((string?)e.Rationale, e.RecordedAt)),
                .. standing.Positions.Select(p => ((string?)p.Text, p.RecordedAt)),
            ],
        };

    private static IEnumerable<SearchCandidate> Delegates(BoardSnapshot at) =>
        from person in at.Delegates
        where at.Has<Party>(person.PartyKey)
        let party = at.Board.Parties[person.PartyKey].Name
        select Candidate(person, at)! with { Texts = [person.Office is null ? party : $"{person.Office} · {party}"] };
}
