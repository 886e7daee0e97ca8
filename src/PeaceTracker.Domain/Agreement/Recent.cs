namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// The values that were most recently asked for, by key, each made when it is first asked for. Safe to share between threads: a value is
/// made once, also when several ask for it at the same time, and nobody waits for a value of another key to be made.
/// </summary>
/// <typeparam name="TKey">What a value is asked for by.</typeparam>
/// <typeparam name="TValue">What is kept; it should not change.</typeparam>
/// <param name="most">How many are kept, 1 or more; the one that nobody asked for the longest goes first.</param>
/// <param name="make">Makes the value of a key. A value whose making failed is not kept: it is tried again when next asked for.</param>
public sealed class Recent<TKey, TValue>(int most, Func<TKey, TValue> make) where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, Lazy<TValue> Value)>> _byKey = [];

    // The most recently used first.
    private readonly LinkedList<(TKey Key, Lazy<TValue> Value)> _inOrder = [];

    /// <summary>The value of the key, made now where it is not kept.</summary>
    /// <exception cref="Exception">What <c>make</c> threw, to everybody who waited for the value.</exception>
    public TValue Get(TKey key)
    {
        var node = Use(key);
        try
        {
            // Outside the gate, for making may take long.
            return node.Value.Value.Value;
        }
        catch
        {
            Forget(node);
            throw;
        }
    }

    private LinkedListNode<(TKey Key, Lazy<TValue> Value)> Use(TKey key)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var node))
            {
                _inOrder.Remove(node);
                _inOrder.AddFirst(node);
                return node;
            }

            if (_byKey.Count >= most)
            {
                _byKey.Remove(_inOrder.Last!.Value.Key);
                _inOrder.RemoveLast();
            }

            return _byKey[key] = _inOrder.AddFirst((key, new Lazy<TValue>(() => make(key))));
        }
    }

    private void Forget(LinkedListNode<(TKey Key, Lazy<TValue> Value)> node)
    {
        lock (_gate)
        {
            // Unless it went already, and perhaps came again.
            if (node.List is not null)
            {
                _byKey.Remove(node.Value.Key);
                _inOrder.Remove(node);
            }
        }
    }
}
