using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Changes;

/// <summary>
/// Checks that the changes of a store fit to one another and to its rows, and changes nothing. First the chain from end to end, because what
/// is missing or altered there makes the rest look wrong too; then what changes that brought a whole negotiation brought; then that each
/// row is what the newest change of it left.
/// </summary>
internal sealed class ChainCheck
{
    private const int Batch = 500;

    private readonly TrackerContext _context;
    private readonly Dictionary<int, Negotiated> _negotiations;
    private readonly ChainWalk _walk = new();
    private long _first;
    private long _broughtUpTo;

    private ChainCheck(TrackerContext context, Dictionary<int, Negotiated> negotiations) => (_context, _negotiations) = (context, negotiations);

    /// <summary>Checks a store; nobody may write to it meanwhile.</summary>
    public static async Task<ChainReport> OfAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        var negotiations = await context.Negotiations.AsNoTracking().Select(row => new
        {
            Id = EF.Property<int>(row, NegotiationsMapping.Id),
            ChangeNumber = EF.Property<long>(row, NegotiationsMapping.ChangeNumber),
            Row = row,
        }).ToListAsync(cancellationToken);
        var check = new ChainCheck(context, negotiations.ToDictionary(n => n.Id, n => new Negotiated(n.Id, n.Row, n.ChangeNumber)));
        var misfit = await check.WalkAsync(cancellationToken) ?? await check.RowsAsync(cancellationToken);
        var walk = check._walk;
        return new ChainReport(walk.Count, walk.ChainedFrom, walk.Head, misfit) { Gaps = walk.Gaps, Oldest = check._first };
    }

    // The chain from end to end; null where it holds.
    private async Task<Misfit?> WalkAsync(CancellationToken cancellationToken)
    {
        _broughtUpTo = await _context.Changes
            .Where(change => change.What == BroughtHistory.What && EF.Property<int?>(change, RecordMapping.NegotiationId) == null)
            .MinAsync(change => (long?)change.Number, cancellationToken) ?? 0;
        while (await NextAsync(cancellationToken) is { Count: > 0 } changes)
        {
            var (after, upTo) = (_walk.Head?.Number ?? 0, changes[^1].Change.Number);
            var rows = (await _context.RowChanges.AsNoTracking()
                .Where(row => row.ChangeNumber > after && row.ChangeNumber <= upTo)
                .OrderBy(row => row.ChangeNumber).ThenBy(row => row.Position)
                .Select(row => new { Row = row, NegotiationId = EF.Property<int>(row, RecordMapping.NegotiationId) })
                .ToListAsync(cancellationToken)).ToLookup(row => row.Row.ChangeNumber);
            foreach (var (change, id) in changes)
            {
                if (rows[change.Number].Any(row => row.NegotiationId != id))
                {
                    return new Misfit(change.Number, "it has rows of another negotiation");
                }

                var negotiation = id is { } known ? _negotiations.GetValueOrDefault(known) : null;
                if (Follow(change, negotiation, [.. rows[change.Number].Select(row => row.Row)]) is { } misfit)
                {
                    return misfit;
                }
            }
        }

        // The end of a chain can be cut off without a trace in it: the rows and the negotiations know how far it went.
        var newest = _walk.Head?.Number ?? 0;
        var beyond = await _context.RowChanges.Where(row => row.ChangeNumber > newest).MinAsync(row => (long?)row.ChangeNumber, cancellationToken)
            ?? _negotiations.Values.Where(n => n.ChangeNumber > newest).Min(n => (long?)n.ChangeNumber);
        if (beyond is { } missing)
        {
            return Misfit.Missing(missing);
        }

        return _negotiations.Values.FirstOrDefault(n => n.ChangeNumber != n.Newest) is not { } wrong ? null
            : new Misfit(wrong.Newest ?? wrong.ChangeNumber, $"“{wrong.Row.Slug}” says that change {wrong.ChangeNumber} is its newest");
    }

    private async Task<List<(Change Change, int? NegotiationId)>> NextAsync(CancellationToken cancellationToken)
    {
        var after = _walk.Head?.Number ?? 0;
        var next = await _context.Changes.AsNoTracking().Where(change => change.Number > after).OrderBy(change => change.Number).Take(Batch)
            .Select(change => new { Change = change, NegotiationId = EF.Property<int?>(change, RecordMapping.NegotiationId) })
            .ToListAsync(cancellationToken);
        return next.ConvertAll(n => (n.Change, n.NegotiationId));
    }

    private Misfit? Follow(Change change, Negotiated? negotiation, List<RowChange> rows)
    {
        // Numbers have no gaps: a save that is taken back gives its number back. Only a history from elsewhere may have left some.
        var (before, count) = (_walk.Head?.Number ?? 0, _walk.Count);
        if (change.Number != before + 1 && change.Number >= _broughtUpTo)
        {
            return Misfit.Missing(before + 1);
        }

        if (change.Number == _broughtUpTo && !BroughtHistory.Counts(change, count, _first, before))
        {
            return new Misfit(change.Number, $"it counts what was brought before it, and there is {ChainReport.Changes(count, _first, before)}");
        }

        _first = count == 0 ? change.Number : _first;
        var brought = negotiation is { Newest: null } && rows.Count == 0;
        negotiation?.Add(change, rows);
        var misfit = _walk.Next(
            change, negotiation?.Row.Slug, brought ? null : rows.Select(row => new ChainedRow(row.Section, row.Key, row.Before, row.After)));
        if (brought && change.Hash is not null)
        {
            negotiation!.Brought = (_walk.Previous, change);
        }

        return misfit;
    }

    // What the chain can't show of itself, negotiation by negotiation; null where all fits.
    private async Task<Misfit?> RowsAsync(CancellationToken cancellationToken)
    {
        var misfits = new List<Misfit>();
        foreach (var negotiation in _negotiations.Values)
        {
            try
            {
                var record = await _context.LoadAsync(negotiation.Row, negotiation.Id, cancellationToken);
                misfits.AddRange(negotiation.Check(record));
            }
            catch (Exception fault) when (
                fault is JsonException or InvalidOperationException or FormatException or ArgumentException or InvalidCastException)
            {
                // A table holds something that the program can no longer read.
                misfits.Add(new Misfit(negotiation.ChangeNumber, $"the rows of “{negotiation.Row.Slug}” can’t be read ({fault.Message})"));
            }
        }

        return misfits.MinBy(misfit => misfit.Number);
    }

    // A negotiation, and what the changes say of its rows.
    private sealed class Negotiated(int id, Negotiation row, long changeNumber)
    {
        private readonly Dictionary<(string Section, string Key), RowChange> _first = [], _last = [];

        public int Id => id;

        public Negotiation Row => row;

        /// <summary>The newest change, as the negotiation itself has it.</summary>
        public long ChangeNumber => changeNumber;

        /// <summary>The newest change of it that was found.</summary>
        public long? Newest { get; private set; }

        /// <summary>The change that brought it as a whole, with the hash before; null where it began empty, or before there was a chain.</summary>
        public (string? Previous, Change Change)? Brought { get; set; }

        private long Oldest { get; set; }

        private bool WasBrought { get; set; }

        public void Add(Change change, List<RowChange> rows)
        {
            if (Newest is null)
            {
                (Oldest, WasBrought) = (change.Number, rows.Count == 0);
            }

            Newest = change.Number;
            foreach (var changed in rows)
            {
                _first.TryAdd((changed.Section, changed.Key), changed);
                _last[(changed.Section, changed.Key)] = changed;
            }
        }

        public IEnumerable<Misfit> Check(NegotiationRecord record)
        {
            foreach (var section in RecordSections.All)
            {
                foreach (var now in section.In(record))
                {
                    if (_last.Remove((section.Name, now.Key), out var left))
                    {
                        // Read and written again, as an older version may have written it with more or fewer words, or stamped it more exactly.
                        if (RowJson.WriteToMicrosecond(RowJson.Read(section, left.After)) != RowJson.WriteToMicrosecond(now))
                        {
                            yield return new Misfit(
                                left.ChangeNumber, $"the row {section.Name} “{now.Key}” of “{row.Slug}” is not as it left it");
                        }
                    }
                    else if (!WasBrought)
                    {
                        yield return new Misfit(Oldest, $"no change wrote the row {section.Name} “{now.Key}” of “{row.Slug}”");
                    }
                }
            }

            foreach (var gone in _last.Values)
            {
                yield return new Misfit(gone.ChangeNumber, $"the row {gone.Section} “{gone.Key}” of “{row.Slug}”, which it wrote, is gone");
            }

            if (Brought is var (previous, change))
            {
                var rows = ChangeLog.AllRows(PastRecord.Without(record, _first.Values.OrderBy(r => r.ChangeNumber).ThenBy(r => r.Position)));
                if (!ChangeChain.Fits(previous, change, row.Slug, rows))
                {
                    yield return new Misfit(change.Number, $"what it brought of “{row.Slug}” is not what is there, or it was itself altered");
                }
            }
        }
    }
}
