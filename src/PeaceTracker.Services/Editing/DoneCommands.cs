using System.Collections.Concurrent;

namespace PeaceTracker.Services.Editing;

/// <summary>The last commands that were carried out, so that the second half of a double click finds what the first one saved.</summary>
internal sealed class DoneCommands
{
    private const int Kept = 1000;

    private readonly ConcurrentDictionary<(Guid, string), SaveResult.Saved> _results = new();
    private readonly ConcurrentQueue<(Guid, string)> _order = new();

    /// <summary>What was saved by that attempt of that account; null where nothing was.</summary>
    public SaveResult.Saved? Find(Guid once, string accountId) => _results.GetValueOrDefault((once, accountId));

    /// <summary>Remembers a result; the oldest is forgotten.</summary>
    public void Add(Guid once, string accountId, SaveResult.Saved saved)
    {
        _results[(once, accountId)] = saved;
        _order.Enqueue((once, accountId));
        while (_order.Count > Kept && _order.TryDequeue(out var oldest))
        {
            _results.TryRemove(oldest, out _);
        }
    }
}
