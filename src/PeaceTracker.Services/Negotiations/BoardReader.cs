using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Negotiations;

/// <summary>
/// The one way from the store to the pages: a negotiation is loaded once per change into an immutable board, and kept. A warm call
/// asks the store one thing: has its mark moved, and where it has or there is none, by an index, has the change number?
/// </summary>
public sealed class BoardReader(IDbContextFactory<TrackerContext> contexts, StoreLine line, StoreMark mark)
{
    // Of this reader and not static: it is compiled for the model of one database.
    private readonly Func<TrackerContext, string, CancellationToken, Task<Head?>> _headOf =
        EF.CompileAsyncQuery((TrackerContext context, string slug, CancellationToken cancellationToken) => context.Negotiations
            .Where(negotiation => negotiation.Slug == slug)
            .Select(negotiation => new Head(
                EF.Property<int>(negotiation, NegotiationsMapping.Id), EF.Property<long>(negotiation, NegotiationsMapping.ChangeNumber)))
            .FirstOrDefault());

    /// <summary>Boards of past changes that are kept.</summary>
    private const int MostPast = 64;

    /// <summary>Rows that the kept boards of past changes may hold in all; of one that is larger by itself, only it is kept.</summary>
    private const int MostPastRows = 500_000;

    private readonly ConcurrentDictionary<int, Kept> _kept = new();
    private readonly ConcurrentDictionary<string, Head> _heads = new(StringComparer.Ordinal);
    private readonly MarkedAnswers<string, Head?> _headsByMark = new();
    private IReadOnlyList<Negotiation>? _list;
    private volatile Facts? _facts;
    private readonly RecentBoards _past = new(MostPast, MostPastRows);

    /// <summary>All negotiations, by title, the fictional ones last.</summary>
    public Task<IReadOnlyList<Negotiation>> ListAsync(CancellationToken cancellationToken) => line.AskAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Put in order here: databases differ in how they order texts.
        return _list =
        [
            .. (await context.Negotiations.AsNoTracking().ToListAsync(cancellationToken))
                .OrderBy(negotiation => negotiation.Fictional).ThenBy(negotiation => negotiation.Title, StringComparer.InvariantCulture),
        ];
    }, () => _list);

    /// <summary>
    /// Today in every time zone by which a board counts its days, as the store was at <paramref name="change"/>: what documents that show
    /// the present hang on; and the moment (UTC) at which the first of them ends. The store is asked once for each change.
    /// </summary>
    public async ValueTask<(IReadOnlyList<DateOnly> Days, DateTime Until)> TodayAsync(
        long change, DateTime now, CancellationToken cancellationToken)
    {
        var zones = (await FactsAsync(change, cancellationToken)).Zones.Select(BoardDays.Of).ToList();
        return (
            [.. zones.Select(zone => zone.DayOf(now)).Distinct().Order()],
            zones.Select(zone => zone.EndOf(zone.DayOf(now))).DefaultIfEmpty(DateTime.MaxValue).Min());
    }

    /// <summary>
    /// The slugs of the boards that readers don't see, as the store was at <paramref name="change"/>: what documents hang on that are kept
    /// whatever comes later. The store is asked once for each change.
    /// </summary>
    public async ValueTask<IReadOnlyList<string>> NotPublishedAsync(long change, CancellationToken cancellationToken) =>
        (await FactsAsync(change, cancellationToken)).NotPublished;

    private async ValueTask<Facts> FactsAsync(long change, CancellationToken cancellationToken)
    {
        if (_facts is not { } facts || facts.Change != change)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var all = await context.Negotiations.Select(n => new { n.Slug, n.TimeZone, n.Publication }).ToListAsync(cancellationToken);
            facts = new Facts(
                change,
                [.. all.Select(n => n.TimeZone).Distinct()],
                [.. all.Where(n => n.Publication != Publication.Published).Select(n => n.Slug).Order(StringComparer.Ordinal)]);
            _facts = facts;
        }

        return facts;
    }

    /// <summary>The board of a negotiation as it is in the store now; null where there is none of that slug.</summary>
    public async Task<Board?> FindAsync(string slug, CancellationToken cancellationToken) =>
        await HeadAsync(slug, cancellationToken) is { } head ? await FindAsync(head, cancellationToken) : null;

    /// <summary>The same for whoever writes on it: nothing that is kept serves where the store can't be reached.</summary>
    internal async Task<Board?> PresentAsync(string slug, CancellationToken cancellationToken) =>
        await AskHeadAsync(slug, cancellationToken) is { } head ? await FindAsync(head, cancellationToken) : null;

    /// <summary>
    /// The board of a negotiation as it was when the change <paramref name="number"/> was the newest of the store, exactly; null where there
    /// was none of that slug yet. What came after is undone, so that it costs the rows changed since; recently used ones are kept.
    /// </summary>
    public async Task<Board?> FindAsync(string slug, long number, CancellationToken cancellationToken)
    {
        if (await HeadAsync(slug, cancellationToken) is not { } head || await FindAsync(head, cancellationToken) is not { } present)
        {
            return null;
        }

        if (present.ChangeNumber <= number)
        {
            return present;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await context.Changes
            .Where(change => EF.Property<int?>(change, RecordMapping.NegotiationId) == head.NegotiationId && change.Number <= number)
            .MaxAsync(change => (long?)change.Number, cancellationToken);
        return newest is null
            ? null
            : await _past.GetAsync((head.NegotiationId, newest.Value), () => UndoAsync(present, head.NegotiationId, newest.Value));
    }

    /// <summary>
    /// Called with each board that a save has made, before anybody is told of it, for whatever is dear to make and will be asked for.
    /// </summary>
    public event Action<Board>? HandedOn;

    /// <summary>
    /// Takes the record that a save has made of a board, so that nobody has to load what was just written. Null where the board is not the one that
    /// is kept any more: then it is loaded as ever.
    /// </summary>
    internal Board? HandOn(Board before, NegotiationRecord record, long number)
    {
        foreach (var (id, kept) in _kept)
        {
            if (kept.Board is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } && ReferenceEquals(kept.Board.Value.Result, before))
            {
                var after = before.Continue(record, number);
                return _kept.TryUpdate(id, new Kept(number, new Lazy<Task<Board>>(Task.FromResult(after))), kept) ? after : null;
            }
        }

        return null;
    }

    /// <summary>Lets those who wait for it make what they want of a board that was handed on.</summary>
    internal void Prepare(Board board)
    {
        try
        {
            HandedOn?.Invoke(board);
        }
        finally
        {
            board.Settle();
        }
    }

    private async Task<Head?> HeadAsync(string slug, CancellationToken cancellationToken) => (await line.AskAsync<Head[]>(
        async () => await mark.AskAsync(
            _headsByMark, slug, () => AskHeadAsync(slug, cancellationToken), keepsNothing: false) is { } head ? [head] : [],
        () => _heads.TryGetValue(slug, out var known) ? [known] : null)).FirstOrDefault();

    private async Task<Head?> AskHeadAsync(string slug, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var head = await _headOf(context, slug, cancellationToken);
        if (head is not null && line.IsShared)
        {
            _heads[slug] = head;
        }

        return head;
    }

    private async Task<Board> UndoAsync(Board present, int negotiationId, long number)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var later = await context.RowChanges.AsNoTracking()
            .Where(row => EF.Property<int>(row, RecordMapping.NegotiationId) == negotiationId
                && row.ChangeNumber > number && row.ChangeNumber <= present.ChangeNumber)
            .OrderBy(row => row.ChangeNumber).ThenBy(row => row.Position).ToListAsync();
        return new Board(PastRecord.Without(present.Record, later), number);
    }

    private async Task<Board> FindAsync(Head head, CancellationToken cancellationToken)
    {
        // Whoever comes first after a change loads, all others wait for that one load. A load may find a still newer change
        // than the head said; then the next caller loads once more, which is rare and right.
        var kept = _kept.AddOrUpdate(
            head.NegotiationId,
            id => new Kept(head.ChangeNumber, LoadOnce(id)),
            (id, old) => old.ChangeNumber >= head.ChangeNumber ? old : new Kept(head.ChangeNumber, LoadOnce(id)));
        try
        {
            return await kept.Board.Value.WaitAsync(cancellationToken);
        }
        catch when (kept.Board.Value.IsFaulted)
        {
            // A failed load is not kept: the next caller tries again.
            _kept.TryRemove(KeyValuePair.Create(head.NegotiationId, kept));
            throw;
        }
    }

    // Not the caller's token: the load serves others too, and goes on when the one who began it has left.
    private Lazy<Task<Board>> LoadOnce(int negotiationId) => new(() => Task.Run(() => LoadAsync(negotiationId, CancellationToken.None)));

    private async Task<Board> LoadAsync(int negotiationId, CancellationToken cancellationToken)
    {
        using var timing = Measures.Load();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await context.BeginSnapshotAsync(cancellationToken);
        var found = await context.Negotiations.AsNoTracking()
            .Where(negotiation => EF.Property<int>(negotiation, NegotiationsMapping.Id) == negotiationId)
            .Select(negotiation => new { Negotiation = negotiation, ChangeNumber = EF.Property<long>(negotiation, NegotiationsMapping.ChangeNumber) })
            .SingleAsync(cancellationToken);
        var board = new Board(await context.LoadAsync(found.Negotiation, negotiationId, cancellationToken), found.ChangeNumber);
        timing.Complete();
        return board;
    }

    private sealed record Head(int NegotiationId, long ChangeNumber);

    private sealed record Facts(long Change, IReadOnlyList<string> Zones, IReadOnlyList<string> NotPublished);

    private sealed record Kept(long ChangeNumber, Lazy<Task<Board>> Board);
}
