using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Pairs;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Positions;

/// <summary>Issues against parties (what each wants) and against dyads (how far each has come), on a date.</summary>
public sealed record MatrixView
{
    private MatrixView()
    {
    }

    /// <summary>The board on the date.</summary>
    public required BoardSnapshot At { get; init; }

    /// <summary>What was asked.</summary>
    public required MatrixQuery Query { get; init; }

    /// <summary>The parties shown: with a position on an issue in scope, in the order of the record.</summary>
    public required IReadOnlyList<PartyColumn> Parties { get; init; }

    /// <summary>Parties at the table of which no position on an issue in scope is recorded; of parties asked for, those.</summary>
    public required IReadOnlyList<Party> Silent { get; init; }

    /// <summary>The dyads shown, required ones first.</summary>
    public required IReadOnlyList<DyadColumn> Dyads { get; init; }

    /// <summary>The issues in scope that match, in order.</summary>
    public required IReadOnlyList<IssueStanding> Matching { get; init; }

    /// <summary>Issues in scope.</summary>
    public int Total => At.Issues.Count;

    /// <summary>Issues in scope of which no evidence is newer than the staleness limit.</summary>
    public int Stale => At.Issues.Count(At.IsStale);

    /// <summary>The pairs over which an issue is judged, with what each blocks: the lowest first.</summary>
    public IReadOnlyList<ListedPair> Pairs => [.. ListedPair.Of(At).Where(p => p.IsJudged)];

    /// <summary>The categories on the agenda, in alphabetical order.</summary>
    public IEnumerable<string> Categories => At.Issues.Select(i => i.Issue.Category).Distinct().Order(StringComparer.CurrentCultureIgnoreCase);

    /// <summary>How often each level stands in the cells of the dyads shown, levels that don't left out.</summary>
    public IEnumerable<LevelCount> Levels =>
        ScopeShares.LevelCounts(Matching.SelectMany(i => i.Dyads).Where(d => d.Applies && Shows(Query, d.Dyad)).ToArray()).Where(c => c.Count > 0);

    /// <summary>The matrix of a board on a date: of all its issues, or of those that a query asks for.</summary>
    public static MatrixView Of(BoardSnapshot at, MatrixQuery? asked = null)
    {
        var query = asked ?? new MatrixQuery();
        var positions = at.Issues.SelectMany(i => i.Positions).ToLookup(p => p.PartyKey, StringComparer.Ordinal);
        var words = SearchText.Words(query.Text);
        return new MatrixView
        {
            At = at,
            Query = query,
            Parties =
            [
                .. at.Board.Record.Parties.Where(p => positions.Contains(p.Key) && query.Parties.Passes(p.Key)).Select(p => new PartyColumn(
                    p, positions[p.Key].Count(), positions[p.Key].Count(x => x.Stance < Stance.Undecided))),
            ],
            Silent = [.. at.Parties.Where(p => !positions.Contains(p.Key) && query.Parties.Passes(p.Key))],
            Dyads =
            [
                .. at.Dyads.Where(d => Shows(query, d.Dyad)).OrderByDescending(d => d.Dyad.Required)
                    .Select(d => new DyadColumn(d.Dyad, at.Board.DyadName(d.Dyad), d.Shares.Agreed, at.LowestDyads.PlaceOf(d.Dyad.Key))),
            ],
            Matching = Ordered(at.Issues.Where(i => Fits(at, i, query, words)), query, at.Date).ToArray(),
        };
    }

    /// <summary>
    /// Rows in the groups in which they are shown: by category, categories in the order in which they first come, where all of a matrix stands
    /// on one page in the order of the agenda; else one group without a name.
    /// </summary>
    public IEnumerable<MatrixGroup> Groups(IReadOnlyList<MatrixLine> rows) =>
        Query.Order != MatrixOrder.Agenda || Query.Descending || rows.Count < Matching.Count
            ? [new MatrixGroup(null, rows)]
            : rows.GroupBy(r => r.Standing.Issue.Category, StringComparer.Ordinal).Select(g => new MatrixGroup(g.Key, [.. g]));

    /// <summary>An issue as a row of the columns shown.</summary>
    public MatrixLine Line(IssueStanding issue) => new(
        issue,
        [.. Parties.Select(c => issue.Positions.FirstOrDefault(p => p.PartyKey == c.Party.Key))],
        [.. Dyads.Select(c => issue.Between(c.Dyad.Key))]);

    /// <summary>Days between a date and that of the board; see <see cref="DateAsKnown.AgeOn"/>.</summary>
    public int AgeInDays(DateAsKnown date) => date.AgeOn(At.Date);

    private static bool Shows(MatrixQuery query, Dyad dyad) =>
        query.Dyads.Passes(dyad.Key) && query.Parties.PassesAny(dyad.Includes);

    private static bool Fits(BoardSnapshot at, IssueStanding issue, MatrixQuery query, IReadOnlyList<string> words)
    {
        var pairs = issue.Dyads.Where(d => Shows(query, d.Dyad));
        var positions = issue.Positions.Where(p => query.Parties.Passes(p.PartyKey));
        return query.Categories.Passes(issue.Issue.Category)
            && (query.Dyads.PassesAny(dyad => issue.Between(dyad) is { Applies: true }) || query.Levels.Has(Level.NotApplicable))
            && query.Parties.PassesAny(party => IssueList.Concerns(issue, party))
            && (!query.Levels.IsSet || pairs.Any(d => query.Levels.Has(d.Level)))
            && (!query.Stances.IsSet || positions.Any(p => p.Stance is { } stance && query.Stances.Has(stance)))
            && (!query.RedLines || positions.Any(p => p.Flexibility == Flexibility.RedLine))
            && (!query.Stale || at.IsStale(issue))
            && SearchText.Matches(words, issue.Issue.Title, issue.Issue.Category, issue.Issue.Description, issue.Issue.Key);
    }

    private static IEnumerable<IssueStanding> Ordered(IEnumerable<IssueStanding> issues, MatrixQuery query, DateOnly day)
    {
        return query.Order switch
        {
            MatrixOrder.Salience => By(i => i.Issue.Salience),
            MatrixOrder.Category => By(i => i.Issue.Category, StringComparer.CurrentCultureIgnoreCase),
            MatrixOrder.Level => By(i => IssueList.Place(i.Level)),
            MatrixOrder.Objections => By(Objections),
            MatrixOrder.Evidence => By(i => -(i.EvidenceAgeOn(day) ?? int.MaxValue)),
            MatrixOrder.Party => ByKnown(i => i.Positions.FirstOrDefault(p => p.PartyKey == query.OrderKey)?.Stance),
            MatrixOrder.Dyad => ByKnown(i => i.Between(query.OrderKey!) is { Applies: true } d ? IssueList.Place(d.Level) : (int?)null),
            MatrixOrder.Agenda => By(i => i.Number),
        };

        // Either way round, equals keep the order of the agenda.
        IEnumerable<IssueStanding> By<T>(Func<IssueStanding, T> key, IComparer<T>? comparer = null) =>
            query.Descending ? issues.OrderByDescending(key, comparer) : issues.OrderBy(key, comparer);

        IEnumerable<IssueStanding> ByKnown<T>(Func<IssueStanding, T?> key) where T : struct
        {
            var known = issues.OrderBy(i => key(i) is null);
            return query.Descending ? known.ThenByDescending(key) : known.ThenBy(key);
        }
    }

    /// <summary>How many parties object to what is proposed on an issue, or reject it.</summary>
    public static int Objections(IssueStanding issue) => issue.Objections.Count;
}

/// <summary>A party as a column.</summary>
/// <param name="Party">The party.</param>
/// <param name="Positions">Issues in scope on which it has a position.</param>
/// <param name="Objecting">Those among them on which it objects or rejects.</param>
public sealed record PartyColumn(Party Party, int Positions, int Objecting);

/// <summary>A dyad as a column.</summary>
/// <param name="Dyad">The dyad.</param>
/// <param name="Name">Its name.</param>
/// <param name="Agreed">Its agreed share on record.</param>
/// <param name="Place">How it stands among the dyads that agreement needs.</param>
public sealed record DyadColumn(Dyad Dyad, string Name, Share Agreed, DyadPlace Place);

/// <summary>Rows that stand together.</summary>
/// <param name="Category">Their category; null where all rows stand together.</param>
/// <param name="Rows">The rows.</param>
public sealed record MatrixGroup(string? Category, IReadOnlyList<MatrixLine> Rows)
{
    /// <summary>The agreed share, on record, of the issues in these rows that apply to a dyad.</summary>
    public Share Agreed => ScopeShares.Count([.. Rows.Select(r => r.Standing).Where(s => s.Applies)], Threshold.Agreed, ShareBasis.OnRecord);
}

/// <summary>An issue as a row.</summary>
/// <param name="Standing">The issue as it stands.</param>
/// <param name="Positions">Its positions, one a party column; null where none is recorded.</param>
/// <param name="Dyads">Its standings, one a dyad column; null where the issue does not name the dyad.</param>
public sealed record MatrixLine(IssueStanding Standing, IReadOnlyList<Position?> Positions, IReadOnlyList<DyadStanding?> Dyads);
