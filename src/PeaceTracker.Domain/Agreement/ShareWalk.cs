using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// The shares of the whole board, or of one dyad, on many dates at once. Instead of a board for each date, each issue is judged only on the dates
/// on which it can have changed, and what it adds to the counts is carried on: the cost is that of the events, not of issues times dates.
/// </summary>
internal sealed class ShareWalk
{
    private static readonly (Threshold Threshold, ShareBasis Basis)[] Counted =
    [
        .. ThresholdScale.HeadlineFirst.Select(threshold => (threshold, ShareBasis.OnRecord)),
        .. ThresholdScale.HeadlineFirst.Select(threshold => (threshold, ShareBasis.WithClaimed)),
    ];

    private readonly Board _board;
    private readonly LiveRecord _live;
    private readonly List<DateOnly> _dates;
    private readonly string? _dyadKey;
    private readonly HashSet<string>?[] _scopes;
    private readonly SortedSet<int> _agendaChanges = [];
    private readonly int[] _total;
    private readonly int[,] _met;
    private readonly int[,] _unknown;

    private ShareWalk(Board board, LiveRecord live, List<DateOnly> dates, string? dyadKey)
    {
        (_board, _live, _dates, _dyadKey) = (board, live, dates, dyadKey);
        _total = new int[dates.Count];
        _met = new int[dates.Count, Counted.Length];
        _unknown = new int[dates.Count, Counted.Length];
        _scopes = new HashSet<string>?[dates.Count];
        var scopes = live.Agendas.Select(a => (a.InForceFrom, Keys: a.IssueKeys.ToHashSet(StringComparer.Ordinal))).ToList();
        for (var i = 0; i < dates.Count; i++)
        {
            _scopes[i] = scopes.LastOrDefault(s => s.InForceFrom <= dates[i]).Keys;
            if (i == 0 || _scopes[i] != _scopes[i - 1])
            {
                _agendaChanges.Add(i);
            }
        }
    }

    /// <summary>The shares on each of the dates, which are in order: of the dyad of a key, or of the whole board.</summary>
    public static IEnumerable<SharePeriod> Over(Board board, LiveRecord live, List<DateOnly> dates, string? dyadKey = null)
    {
        var walk = new ShareWalk(board, live, dates, dyadKey);
        foreach (var key in live.Agendas.SelectMany(a => a.IssueKeys).Distinct(StringComparer.Ordinal))
        {
            walk.Follow(board.Issues[key]);
        }

        return walk.Periods();
    }

    private void Follow(Issue issue)
    {
        var turns = new SortedSet<int>(_agendaChanges);
        string[] dyads = [.. issue.Earlier.SelectMany(e => e.DyadKeys).Concat(issue.DyadKeys).Distinct(StringComparer.Ordinal).Where(Looks)];
        if (dyads.Length == 0 && _dyadKey is not null)
        {
            return;
        }

        var steps = dyads.SelectMany(dyad => _live.Path(issue.Key, dyad, DateOnly.MaxValue)).Select(step => step.Date);
        var judgements = issue.Earlier.Select(e => e.Until).Concat(dyads.SelectMany(dyad => _board.Dyads[dyad].Earlier).Select(e => e.Until));
        foreach (var date in steps.Concat(judgements))
        {
            // A date that was left out counts on the next one that was not.
            var index = _dates.BinarySearch(date);
            if ((index < 0 ? ~index : index) is var at && at < _dates.Count)
            {
                turns.Add(at);
            }
        }

        Verdict[]? before = null;
        foreach (var turn in turns)
        {
            var now = Verdicts(issue, turn);
            Count(turn, before, -1);
            Count(turn, now, 1);
            before = now;
        }
    }

    private Verdict[]? Verdicts(Issue issue, int turn)
    {
        if (_scopes[turn]?.Contains(issue.Key) != true)
        {
            return null;
        }

        var date = _dates[turn];
        var board = _live.JudgedOn(date);
        var judged = board.Issues[issue.Key];
        List<DyadStanding> dyads =
        [
            .. judged.DyadKeys.Where(Looks).Select(key => new DyadStanding(judged, board.Dyads[key], _live.Path(issue.Key, key, date))),
        ];
        IStanding? standing = _dyadKey is null
            ? new IssueStanding(judged, 0, dyads, [], date, board.Negotiation.StalenessDays) is { Applies: true } whole ? whole : null
            : dyads.Find(d => d.Applies);
        return standing is null ? null : [.. Counted.Select(c => standing.Judge(c.Threshold, c.Basis))];
    }

    private bool Looks(string dyadKey) => _dyadKey is null || _dyadKey == dyadKey;

    private void Count(int turn, Verdict[]? verdicts, int by)
    {
        if (verdicts is null)
        {
            return;
        }

        _total[turn] += by;
        for (var i = 0; i < verdicts.Length; i++)
        {
            _met[turn, i] += verdicts[i] == Verdict.Met ? by : 0;
            _unknown[turn, i] += verdicts[i] == Verdict.Unknown ? by : 0;
        }
    }

    private IEnumerable<SharePeriod> Periods()
    {
        var total = 0;
        var (met, unknown) = (new int[Counted.Length], new int[Counted.Length]);
        for (var turn = 0; turn < _dates.Count; turn++)
        {
            total += _total[turn];
            for (var i = 0; i < Counted.Length; i++)
            {
                met[i] += _met[turn, i];
                unknown[i] += _unknown[turn, i];
            }

            yield return new SharePeriod(_dates[turn], Share(0), Share(1), Share(2), Share(3), Share(4), Share(5))
            {
                Precision = _live.PrecisionOn(_dates[turn]),
            };
        }

        Share Share(int i) => new(met[i], unknown[i], total);
    }
}
