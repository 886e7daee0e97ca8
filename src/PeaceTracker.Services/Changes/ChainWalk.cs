using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Changes;

/// <summary>Goes along changes, the oldest first, and says which does not fit to those before it.</summary>
internal sealed class ChainWalk
{
    /// <summary>The newest change so far.</summary>
    public Change? Head { get; private set; }

    /// <summary>How many there were so far.</summary>
    public long Count { get; private set; }

    /// <summary>How many numbers had no change.</summary>
    public long Gaps { get; private set; }

    /// <summary>Number of the first that carries a hash; null where none did so far.</summary>
    public long? ChainedFrom { get; private set; }

    /// <summary>The hash that the change taken last has to be made from.</summary>
    public string? Previous { get; private set; }

    /// <summary>
    /// Takes the next change; <paramref name="rows"/> is null where what it wrote is not known yet, and its hash is then not looked at.
    /// Returns what is wrong with it, null where it fits.
    /// </summary>
    public Misfit? Next(Change change, string? slug, IEnumerable<ChainedRow>? rows)
    {
        // After a gap the change itself knows the hash of the one that is not there.
        var gap = change.Number - (Head?.Number ?? 0) - 1;
        Previous = gap == 0 ? Head?.Hash : change.PreviousHash;
        (Head, Count, Gaps) = (change, Count + 1, Gaps + gap);
        if (change.Hash is null)
        {
            return ChainedFrom is null ? null : new Misfit(change.Number, "it has no hash, though the changes before it have one");
        }

        ChainedFrom ??= change.Number;
        return rows is null || ChangeChain.Fits(Previous, change, slug, rows) ? null : Misfit.Altered(change.Number);
    }
}
