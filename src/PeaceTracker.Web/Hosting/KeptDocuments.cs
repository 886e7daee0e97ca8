using System.Collections.Concurrent;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Documents by their names, which say all that they are made from: so a kept one is never old, and those of older states are simply not asked for
/// again. They may hold so much memory together. What nobody asked for the longest goes first, what was asked for once before what is read: a crawler
/// that goes through dates pushes nothing out that readers use.
/// </summary>
public sealed class KeptDocuments
{
    /// <summary>How much memory they may hold, in bytes.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>How long a document that is read counts as used after it was last.</summary>
    private const long Grace = 10 * 60 * 1000;

    // Then it is worth being packed well.
    private const int Often = 4;

    private readonly ConcurrentDictionary<string, KeptDocument> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> _made = new(StringComparer.Ordinal);
    private readonly Lock _room = new();
    private long _bytes;
    private long _given;

    /// <summary>How many there are.</summary>
    public int Count => _kept.Count;

    /// <summary>How much memory they hold, in bytes.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>How often one was given instead of being made.</summary>
    public long Given => Interlocked.Read(ref _given);

    /// <summary>The names of all, for whoever looks after them.</summary>
    public IReadOnlyCollection<string> Names => [.. _kept.Keys];

    /// <summary>The one of that name, to be given; null where there is none.</summary>
    internal KeptDocument? Find(string name)
    {
        var document = Look(name);
        if (document is not null)
        {
            Give(name, document);
        }

        return document;
    }

    /// <summary>The one of that name, where it is not known yet whether it is given; null where there is none.</summary>
    internal KeptDocument? Look(string name) => _kept.GetValueOrDefault(name);

    /// <summary>Notes that one is given.</summary>
    internal void Give(string name, KeptDocument document)
    {
        Interlocked.Increment(ref _given);
        if (document.Use() == Often)
        {
            ThreadPool.QueueUserWorkItem(_ => PackWell(name, document));
        }
    }

    /// <summary>
    /// Says that somebody makes the document of that name. Null for who has to make it; for all others what ends when it was made, with whether it is
    /// kept now.
    /// </summary>
    internal Task<bool>? Begin(string name)
    {
        var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var there = _made.GetOrAdd(name, mine);
        return there == mine ? null : there.Task;
    }

    /// <summary>Ends what was begun; the document is null where it can't be kept.</summary>
    internal void End(string name, KeptDocument? document)
    {
        if (document is not null && _kept.TryAdd(name, document))
        {
            Interlocked.Add(ref _bytes, document.Size);
            MakeRoom();
        }

        if (_made.TryRemove(name, out var mine))
        {
            mine.SetResult(document is not null);
        }
    }

    private void PackWell(string name, KeptDocument document)
    {
        var before = document.Size;
        document.PackWell();
        if (_kept.TryGetValue(name, out var there) && there == document)
        {
            Interlocked.Add(ref _bytes, document.Size - before);
        }
    }

    // A tenth more than is needed, so that it is not looked through for each one that comes.
    private void MakeRoom()
    {
        if (Bytes <= MostBytes)
        {
            return;
        }

        lock (_room)
        {
            // A copy first: ordering what others add to meanwhile fails.
            foreach (var (name, document) in _kept.ToArray().OrderBy(one => one.Value.UsedAt + (one.Value.Uses > 0 ? Grace : 0)).ToList())
            {
                if (Bytes <= MostBytes * 9 / 10)
                {
                    return;
                }

                if (_kept.TryRemove(name, out _))
                {
                    Interlocked.Add(ref _bytes, -document.Size);
                }
            }
        }
    }
}
