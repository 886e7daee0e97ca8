using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Negotiations;

/// <summary>
/// The boards of past changes that were used last, up to so many of them, and so many rows in all: the one that nobody used the longest goes
/// first. A board is made once, also when several ask for it at the same time, and nobody waits for another one to be made.
/// </summary>
internal sealed class RecentBoards(int most, int mostRows)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int, long), Kept> _kept = [];
    private long _uses;

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _kept.Count;
            }
        }
    }

    /// <summary>The board of a negotiation at a change, made now where it is not kept. One whose making failed is made again when next asked
    /// for.</summary>
    public async Task<Board> GetAsync((int NegotiationId, long Number) key, Func<Task<Board>> make)
    {
        Kept kept;
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out kept!))
            {
                // On another thread: making it begins with work that is done at once.
                _kept.Add(key, kept = new Kept(new Lazy<Task<Board>>(() => Task.Run(make))));
            }

            kept.Used = ++_uses;
        }

        try
        {
            var board = await kept.Board.Value;
            Keep(kept, RecordSections.Lists.Sum(list => list.In(board.Record).Count));
            return board;
        }
        catch
        {
            lock (_gate)
            {
                if (_kept.GetValueOrDefault(key) == kept)
                {
                    _kept.Remove(key);
                }
            }

            throw;
        }
    }

    private void Keep(Kept used, int rows)
    {
        lock (_gate)
        {
            used.Rows = rows;
            var all = _kept.Values.Sum(kept => (long)kept.Rows);
            foreach (var (key, kept) in _kept.Where(entry => entry.Value != used).OrderBy(entry => entry.Value.Used).ToList())
            {
                if (all <= mostRows && _kept.Count <= most)
                {
                    return;
                }

                _kept.Remove(key);
                all -= kept.Rows;
            }
        }
    }

    private sealed class Kept(Lazy<Task<Board>> board)
    {
        public Lazy<Task<Board>> Board { get; } = board;

        public long Used { get; set; }

        public int Rows { get; set; }
    }
}
