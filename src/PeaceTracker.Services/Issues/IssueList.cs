using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Issues;

/// <summary>The issues of a board that a query asks for.</summary>
public sealed record IssueList
{
    private const int MostColumns = 6;

    private IssueList()
    {
    }

    /// <summary>The board on the date.</summary>
    public required BoardSnapshot At { get; init; }

    /// <summary>What was asked.</summary>
    public required IssueQuery Query { get; init; }

    /// <summary>The chosen dyad; null for the whole board.</summary>
    public required Dyad? Dyad { get; init; }

    /// <summary>All rows that match, in order.</summary>
    public required IReadOnlyList<ListedIssue> Matching { get; init; }

    /// <summary>Issues in scope.</summary>
    public int Total => At.Issues.Count;

    /// <summary>The agreed share of what the list is of: of the chosen dyad, or of the whole board; whatever else is asked for.</summary>
    public Share Agreed => Dyad is null ? At.Shares.Agreed : At.Dyad(Dyad.Key)!.Shares.Agreed;

    /// <summary>The required dyads, each a column of marks where there are few; none where one dyad is chosen.</summary>
    public IReadOnlyList<Dyad> Columns =>
        Dyad is null && At.Board.Record.Dyads.Where(d => d.Required).ToList() is { Count: <= MostColumns } required ? required : [];

    /// <summary>Issues in scope of which no evidence is newer than the staleness limit.</summary>
    public int Stale => At.Issues.Count(At.IsStale);

    /// <summary>The categories on the agenda, in alphabetical order.</summary>
    public IEnumerable<string> Categories =>
        At.Issues.Select(i => i.Issue.Category).Distinct().Order(StringComparer.CurrentCultureIgnoreCase);

    /// <summary>The parties, for choosing one.</summary>
    public IEnumerable<Party> Parties => At.Parties;

    /// <summary>The dyads, for choosing one, required ones first.</summary>
    public IEnumerable<Dyad> Dyads => At.Dyads.Select(d => d.Dyad).OrderByDescending(d => d.Required);

    /// <summary>The working groups, for choosing one.</summary>
    public IEnumerable<WorkingGroup> Groups => At.WorkingGroups;

    /// <summary>The issues that match a query.</summary>
    public static IssueList Of(BoardSnapshot at, IssueQuery query)
    {
        var words = SearchText.Words(query.Text);
        var group = query.Group is null ? null : at.WorkingGroups.FirstOrDefault(g => g.Key == query.Group);
        var rows = at.Issues
            .Where(i => query.Category is null || i.Issue.Category == query.Category)
            .Where(i => query.Group is null || (group?.IssueKeys.Contains(i.Issue.Key) ?? false))
            .Where(i => !query.Open || i.Judge(Threshold.Agreed) != Verdict.Met)
            .Where(i => query.Party is null || Concerns(i, query.Party))
            .Where(i => SearchText.Matches(words, i.Issue.Title, i.Issue.Category, i.Issue.Description, i.Issue.Key))
            .Select(i => ListedIssue.Of(at, i, query.Dyad))
            .Where(r => query.Levels.IsSet ? query.Levels.Has(r.Level) : !r.OfDyad || r.Level != Level.NotApplicable)
            .Where(r => query.Basis is null || (r.Level is not (Level.Unknown or Level.NotApplicable) && r.Basis == query.Basis))
            .Where(r => (!query.RedLines || r.RedLines.Any()) && (!query.Reopened || r.Reopened) && (!query.Contested || r.Contested))
            .Where(r => (!query.Core || r.Issue.IsCore) && (!query.Stale || r.Stale) && (!query.SinglePublisher || r.Publishers.Count == 1));
        return new IssueList
        {
            At = at,
            Query = query,
            Dyad = query.Dyad is null ? null : at.Board.Dyads[query.Dyad],
            Matching = [.. Sorted(rows, query, at)],
        };
    }

    /// <summary>
    /// How often each level stands among rows as a mark without a word: between the required dyads, or over the board beside a dyad.
    /// </summary>
    public IEnumerable<LevelCount> Marked(IEnumerable<ListedIssue> rows) => ScopeShares.LevelCounts(
        Dyad is not null ? [.. rows.Select(r => r.Standing)]
            : [.. rows.SelectMany(r => r.Standing.Dyads).Where(d => d.Applies && Columns.Contains(d.Dyad))]);

    /// <summary>Whether an issue concerns a party: it has a position on it, or is one of a dyad to which it applies.</summary>
    internal static bool Concerns(IssueStanding issue, string party) =>
        issue.Positions.Any(p => p.PartyKey == party) || issue.Dyads.Any(d => d.Applies && d.Dyad.Includes(party));

    private static IEnumerable<ListedIssue> Sorted(IEnumerable<ListedIssue> rows, IssueQuery query, BoardSnapshot at)
    {
        var byAgenda = rows.OrderBy(r => r.Number);
        return query.Sort switch
        {
            IssueSort.Title => By(r => r.Issue.Title, StringComparer.CurrentCultureIgnoreCase),
            IssueSort.Category => By(r => r.Issue.Category, StringComparer.CurrentCultureIgnoreCase),
            IssueSort.Salience => By(r => r.Issue.Salience),
            IssueSort.Level => By(r => Place(r.Level)),
            IssueSort.Remaining => ByRank(),
            IssueSort.Evidence => By(r => r.LastEvidence?.On ?? DateOnly.MinValue),
            IssueSort.Since => By(r => r.Move?.Since.On ?? DateOnly.MinValue),
            IssueSort.Objections => By(r => r.Objecting.Count),
            IssueSort.Agenda => By(r => r.Number),
        };

        IEnumerable<ListedIssue> ByRank()
        {
            var ranks = Remaining.Of(at).Select((r, rank) => (r.Standing.Issue.Key, rank)).ToDictionary(StringComparer.Ordinal);
            return By(r => ranks.GetValueOrDefault(r.Issue.Key, int.MaxValue));
        }

        // Both directions keep the agenda's order among equals.
        IEnumerable<ListedIssue> By<T>(Func<ListedIssue, T> key, IComparer<T>? comparer = null) =>
            query.Descending ? byAgenda.OrderByDescending(key, comparer) : byAgenda.OrderBy(key, comparer);
    }

    /// <summary>A level's place when sorted, the weakest first, deferred and unknown last.</summary>
    internal static int Place(Level level)
    {
        for (var place = 0; place < ScopeShares.DisplayOrder.Count; place++)
        {
            if (ScopeShares.DisplayOrder[place] == level)
            {
                return place;
            }
        }

        return int.MaxValue;
    }
}
