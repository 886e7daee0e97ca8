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
    private readonly Dictionary<TKey, LinkedListNode<Kept>> _byKey = [];

    // The most recently used first.
    private readonly LinkedList<Kept> _inOrder = [];
    private long _weight;

    /// <summary>How much one value weighs, in whatever the bound is counted in; 0 or more. Without it nothing weighs anything.</summary>
    public Func<TValue, int> Weigh { get; init; } = _ => 0;

    /// <summary>What all that are kept may weigh together; of a value that weighs more by itself, only it is kept.</summary>
    public long MostWeight { get; init; } = long.MaxValue;

    /// <summary>The value of the key, made now where it is not kept.</summary>
    /// <exception cref="Exception">What <c>make</c> threw, to everybody who waited for the value.</exception>
    public TValue Get(TKey key)
    {
        var node = Use(key);
        try
        {
            // Outside the gate, for making may take long.
            var value = node.Value.Value.Value;
            Weighed(node, value);
            return value;
        }
        catch
        {
            Forget(node);
            throw;
        }
    }

    private LinkedListNode<Kept> Use(TKey key)
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
                Remove(_inOrder.Last!);
            }

            return _byKey[key] = _inOrder.AddFirst(new Kept(key, new Lazy<TValue>(() => make(key))));
        }
    }

    // What a value weighs is known once it is made; then the longest unused make room for it.
    private void Weighed(LinkedListNode<Kept> node, TValue value)
    {
        lock (_gate)
        {
            if (node.Value.IsWeighed || node.List is null)
            {
                return;
            }

            (node.Value.IsWeighed, node.Value.Weight) = (true, Weigh(value));
            _weight += node.Value.Weight;
            for (var last = _inOrder.Last; _weight > MostWeight && last is not null;)
            {
                var before = last.Previous;
                if (last != node)
                {
                    Remove(last);
                }

                last = before;
            }
        }
    }

    private void Forget(LinkedListNode<Kept> node)
    {
        lock (_gate)
        {
            // Unless it went already, and perhaps came again.
            if (node.List is not null)
            {
                Remove(node);
            }
        }
    }

    private void Remove(LinkedListNode<Kept> node)
    {
        _byKey.Remove(node.Value.Key);
        _inOrder.Remove(node);
        _weight -= node.Value.Weight;
    }

    private sealed class Kept(TKey key, Lazy<TValue> value)
    {
        public TKey Key { get; } = key;

        public Lazy<TValue> Value { get; } = value;

        public bool IsWeighed { get; set; }

        public int Weight { get; set; }
    }
}
