using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Changes;

/// <summary>Whether a change can be taken back as a whole.</summary>
public enum Reversal
{
    /// <summary>It can, as far as one sees before it is tried.</summary>
    Possible,
    /// <summary>It was, and is not on the board now.</summary>
    Done,
    /// <summary>Something was built on it since.</summary>
    BuiltOn,
}

/// <summary>Says of changes whether they can be taken back, so that nothing is offered that can't be done.</summary>
public sealed class Reversals(IDbContextFactory<TrackerContext> contexts, OwnChanges changes, BoardEditor editor)
{
    // Of more rows it is asked where it is tried: the whole of it is gone through.
    private const int Most = 2_000;

    /// <summary>Whether each of some changes of a negotiation can be taken back.</summary>
    public async Task<IReadOnlyDictionary<long, Reversal>> OfAsync(string slug, IReadOnlyList<Change> some, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(some);
        if (some.Count == 0)
        {
            return new Dictionary<long, Reversal>();
        }

        var back = await BackAsync(slug, some.Min(change => change.Number), cancellationToken);
        var found = new Dictionary<long, Reversal>();
        foreach (var change in some)
        {
            found[change.Number] = back.Contains(change.Number) ? Reversal.Done
                : await MayAsync(slug, change.Number, cancellationToken) ? Reversal.Possible : Reversal.BuiltOn;
        }

        return found;
    }

    // What was taken back, and not put back by taking that back.
    private async Task<HashSet<long>> BackAsync(string slug, long after, CancellationToken cancellationToken)
    {
        var back = new HashSet<long>();
        foreach (var change in await changes.OfKindSinceAsync(slug, TakeBack.Kind, after, cancellationToken))
        {
            // The newest first: one that was taken back itself counts for nothing.
            if (!back.Contains(change.Number) && TakeBack.NumberIn(change.Summary) is { } number)
            {
                back.Add(number);
            }
        }

        return back;
    }

    private async Task<bool> MayAsync(string slug, long number, CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await context.RowChanges.CountAsync(row => row.ChangeNumber == number, cancellationToken) > Most)
            {
                return true;
            }
        }

        return await changes.FindAsync(slug, number, cancellationToken) is { } change
            && (await editor.PreviewAsync(new TakeBack(slug, number, change.Change.Summary, change.Rows), cancellationToken)).Refusal is null;
    }
}
