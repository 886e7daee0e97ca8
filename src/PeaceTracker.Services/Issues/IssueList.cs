using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Issues;

/// <summary>The issues of a board that a query asks for.</summary>
public sealed record IssueList
{
    /// <summary>For how many pairs the table has columns; of more it has none.</summary>
    public const int MostColumns = 6;

    private IssueList()
    {
    }

    /// <summary>The board on the date.</summary>
    public required BoardSnapshot At { get; init; }

    /// <summary>What was asked.</summary>
    public required IssueQuery Query { get; init; }

    /// <summary>The chosen dyads, in the order of the record.</summary>
    public required IReadOnlyList<Dyad> Asked { get; init; }

    /// <summary>The one dyad between which levels are shown; null for the whole board, and where several are chosen.</summary>
    public Dyad? Dyad => Asked is [var one] ? one : null;

    /// <summary>All rows that match, in order.</summary>
    public required IReadOnlyList<ListedIssue> Matching { get; init; }

    /// <summary>Issues in scope.</summary>
    public int Total => At.Issues.Count;

    /// <summary>The dyads that are each a column of marks, where they are few: several chosen ones, or those required.</summary>
    public IReadOnlyList<Dyad> Columns => Wanted.Count <= MostColumns ? Wanted : [];

    /// <summary>How many dyads would each be a column, were they not too many; zero where they are few.</summary>
    public int WithoutColumns => Wanted.Count > MostColumns ? Wanted.Count : 0;

    private IReadOnlyList<Dyad> Wanted =>
        Dyad is not null ? [] : Asked.Count > 0 ? Asked : [.. At.Board.Record.Dyads.Where(d => d.Required)];

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
        var groups = at.WorkingGroups.Where(g => query.Groups.Has(g.Key)).ToList();
        var rows = at.Issues
            .Where(i => query.Categories.Passes(i.Issue.Category))
            .Where(i => !query.Groups.IsSet || groups.Exists(g => g.IssueKeys.Contains(i.Issue.Key)))
            .Where(i => !query.Open || i.Judge(Threshold.Agreed) != Verdict.Met)
            .Where(i => query.Parties.PassesAny(party => Concerns(i, party)))
            .Where(i => SearchText.Matches(words, i.Issue.Title, i.Issue.Category, i.Issue.Description, i.Issue.Key))
            .Select(i => (Issue: i, Shown: ListedIssue.Of(at, i, query.Dyads.One())))
            .Where(x => query.Dyads.Count <= 1 ? Fits(x.Shown, query)
                : query.Dyads.PassesAny(dyad => Fits(ListedIssue.Of(at, x.Issue, dyad), query)))
            .Select(x => x.Shown);
        return new IssueList
        {
            At = at,
            Query = query,
            Asked = [.. at.Board.Record.Dyads.Where(d => query.Dyads.Has(d.Key))],
            Matching = Sorted(rows, query, at).ToArray(),
        };
    }

    // What is asked of the level that a row has, over the board or between a dyad.
    private static bool Fits(ListedIssue row, IssueQuery query) =>
        (query.Levels.IsSet ? query.Levels.Has(row.Level) : !row.OfDyad || row.Level != Level.NotApplicable)
        && (!query.Bases.IsSet || (row.Level is not (Level.Unknown or Level.NotApplicable) && query.Bases.Has(row.Basis)))
        && (!query.RedLines || row.RedLines.Any()) && (!query.Reopened || row.Reopened) && (!query.Contested || row.Contested)
        && (!query.Core || row.Issue.IsCore) && (!query.Stale || row.Stale) && (!query.SinglePublisher || row.Publishers.Count == 1);

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
