using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// The shares of the whole board, or of one dyad, from each date on which they can have changed. Instead of a board for each date, each issue is
/// judged only on the dates on which it can have changed, and what it adds to the counts is carried on: the cost is that of the events, not of issues
/// times dates. Between two such dates nothing changes, so the shares on any date are read off it.
/// </summary>
internal sealed class ShareWalk
{
    private static readonly int[] Counted =
    [
        .. ThresholdScale.HeadlineFirst.Select(threshold => Verdicts.Bit(threshold, ShareBasis.OnRecord)),
        .. ThresholdScale.HeadlineFirst.Select(threshold => Verdicts.Bit(threshold, ShareBasis.WithClaimed)),
    ];

    private readonly Board _board;
    private readonly LiveRecord _live;
    private readonly DateOnly[] _dates;
    private readonly string? _dyadKey;
    private readonly Board[] _judged;
    private readonly HashSet<string>?[] _scopes;
    private readonly List<int> _agendaChanges = [];
    private readonly int[] _total;
    private readonly int[,] _met;
    private readonly int[,] _unknown;

    /// <summary>Walks over all dates of a record as it was known: of the dyad of a key, or of the whole board.</summary>
    public ShareWalk(Board board, LiveRecord live, string? dyadKey)
        : this(dyadKey, board, live)
    {
        foreach (var key in live.Agendas.SelectMany(a => a.IssueKeys).Distinct(StringComparer.Ordinal))
        {
            Follow(board.Issues[key], live, 1);
        }

        CarryOn();
    }

    /// <summary>
    /// The same walk where the record is an earlier one with some entries added (<see cref="LiveRecord.Added"/>): what the issues to which something
    /// came had counted is taken off, and what they count now put in its place.
    /// </summary>
    public ShareWalk(Board board, LiveRecord live, string? dyadKey, ShareWalk earlier, LiveRecord then)
        : this(dyadKey, board, live)
    {
        var onAgendas = live.Agendas.SelectMany(a => a.IssueKeys).Where(live.Added!.Issues.Contains).Distinct(StringComparer.Ordinal);
        foreach (var key in onAgendas)
        {
            Follow(board.Issues[key], then, -1);
            Follow(board.Issues[key], live, 1);
        }

        CarryOn();
        Add(earlier);
    }

    private ShareWalk(string? dyadKey, Board board, LiveRecord live)
    {
        (_board, _live, _dyadKey) = (board, live, dyadKey);
        _dates = [.. live.Dates];
        _judged = Array.ConvertAll(_dates, live.JudgedOn);
        _total = new int[_dates.Length];
        _met = new int[_dates.Length, Counted.Length];
        _unknown = new int[_dates.Length, Counted.Length];
        _scopes = new HashSet<string>?[_dates.Length];
        var scopes = live.Agendas.Select(a => (a.InForceFrom, Keys: a.IssueKeys.ToHashSet(StringComparer.Ordinal))).ToList();
        for (var i = 0; i < _dates.Length; i++)
        {
            _scopes[i] = scopes.LastOrDefault(s => s.InForceFrom <= _dates[i]).Keys;
            if (i == 0 || _scopes[i] != _scopes[i - 1])
            {
                _agendaChanges.Add(i);
            }
        }
    }

    /// <summary>The shares on each of some dates; before the first date of change those of no issue.</summary>
    public IEnumerable<SharePeriod> On(IEnumerable<DateOnly> dates)
    {
        foreach (var date in dates)
        {
            var at = LastTurnOn(date);
            yield return new SharePeriod(date, Share(at, 0), Share(at, 1), Share(at, 2), Share(at, 3), Share(at, 4), Share(at, 5))
            {
                Precision = _live.PrecisionOn(date),
            };
        }
    }

    private Share Share(int at, int share) => at < 0 ? new Share(0, 0, 0) : new Share(_met[at, share], _unknown[at, share], _total[at]);

    private int LastTurnOn(DateOnly date) => Array.BinarySearch(_dates, date) is var found && found < 0 ? ~found - 1 : found;

    // What an issue adds to the counts, by its path in one state of the record, or what it takes off them.
    private void Follow(Issue issue, LiveRecord live, int by)
    {
        string[] dyads = [.. issue.Earlier.SelectMany(e => e.DyadKeys).Concat(issue.DyadKeys).Distinct(StringComparer.Ordinal).Where(Looks)];
        if (dyads.Length == 0 && _dyadKey is not null)
        {
            return;
        }

        var paths = Array.ConvertAll(dyads, dyad => live.Path(issue.Key, dyad));
        var turns = new List<int>(_agendaChanges);
        foreach (var path in paths)
        {
            foreach (var step in path)
            {
                turns.Add(TurnOf(step.Date));
            }
        }

        turns.AddRange(issue.Earlier.Select(e => TurnOf(e.Until)));
        turns.AddRange(dyads.SelectMany(dyad => _board.Dyads[dyad].Earlier).Select(e => TurnOf(e.Until)));
        turns.Sort();

        var places = new int[paths.Length];
        Verdicts? before = null;
        for (var i = 0; i < turns.Count; i++)
        {
            // What is no date of change was not known then.
            if (turns[i] < 0 || turns[i] >= _dates.Length || (i > 0 && turns[i] == turns[i - 1]))
            {
                continue;
            }

            var now = Judge(issue, turns[i], dyads, paths, places);
            if (now != before)
            {
                Count(turns[i], before, -by);
                Count(turns[i], now, by);
                before = now;
            }
        }
    }

    private int TurnOf(DateOnly date) => Array.BinarySearch(_dates, date) is var found && found < 0 ? ~found : found;

    // The issue's verdicts on a date, or the dyad's on it; null where it is out of scope or applies to none. The places go on with the dates.
    private Verdicts? Judge(Issue issue, int turn, string[] dyads, LevelStep[][] paths, int[] places)
    {
        if (_scopes[turn]?.Contains(issue.Key) != true)
        {
            return null;
        }

        var board = _judged[turn];
        var judged = ReferenceEquals(board, _board) ? issue : board.Issues[issue.Key];
        Verdicts required = default, others = default;
        int named = 0, applying = 0, requiring = 0;
        foreach (var key in judged.DyadKeys)
        {
            if (!Looks(key))
            {
                continue;
            }

            named++;
            var (level, basis) = LevelOn(Array.IndexOf(dyads, key), turn, paths, places);
            if (level == Level.NotApplicable)
            {
                continue;
            }

            applying++;
            var verdicts = Verdicts.Of(level, basis);
            others = others.And(verdicts);
            if (_dyadKey is null && board.Dyads[key].Required)
            {
                requiring++;
                required = required.And(verdicts);
            }
        }

        if (applying == 0)
        {
            return named == 0 && _dyadKey is null ? Verdicts.AllUnknown : null;
        }

        return requiring > 0 ? required : others;
    }

    private (Level Level, Basis Basis) LevelOn(int dyad, int turn, LevelStep[][] paths, int[] places)
    {
        var path = paths[dyad];
        while (places[dyad] < path.Length && path[places[dyad]].Date <= _dates[turn])
        {
            places[dyad]++;
        }

        return places[dyad] == 0 || path[places[dyad] - 1].Level == Level.Unknown
            ? (Level.Unknown, Basis.OnRecord) : (path[places[dyad] - 1].Level, path[places[dyad] - 1].Basis);
    }

    private bool Looks(string dyadKey) => _dyadKey is null || _dyadKey == dyadKey;

    private void Count(int turn, Verdicts? verdicts, int by)
    {
        if (verdicts is not { } known)
        {
            return;
        }

        _total[turn] += by;
        for (var i = 0; i < Counted.Length; i++)
        {
            var verdict = known.At(Counted[i]);
            _unknown[turn, i] += verdict == Verdict.Unknown ? by : 0;
            _met[turn, i] += verdict == Verdict.Met ? by : 0;
        }
    }

    private void CarryOn()
    {
        for (var turn = 1; turn < _dates.Length; turn++)
        {
            _total[turn] += _total[turn - 1];
            for (var i = 0; i < Counted.Length; i++)
            {
                _met[turn, i] += _met[turn - 1, i];
                _unknown[turn, i] += _unknown[turn - 1, i];
            }
        }
    }

    private void Add(ShareWalk earlier)
    {
        for (var turn = 0; turn < _dates.Length; turn++)
        {
            if (earlier.LastTurnOn(_dates[turn]) is var at and >= 0)
            {
                _total[turn] += earlier._total[at];
                for (var i = 0; i < Counted.Length; i++)
                {
                    _met[turn, i] += earlier._met[at, i];
                    _unknown[turn, i] += earlier._unknown[at, i];
                }
            }
        }
    }
}
