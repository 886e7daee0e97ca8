using System.Collections;
using System.Runtime.CompilerServices;

namespace PeaceTracker.Services.Export;

/// <summary>Values that a reader asks for in one filter, each once; where none is asked for, every value passes.</summary>
[CollectionBuilder(typeof(ChosenSet), nameof(ChosenSet.Of))]
public readonly struct ChosenSet<T> : IReadOnlyCollection<T>, IEquatable<ChosenSet<T>>
{
    private readonly T[]? _values;

    internal ChosenSet(T[] values) => _values = values;

    /// <summary>How many values are asked for.</summary>
    public int Count => Values.Length;

    /// <summary>Whether anything is asked for.</summary>
    public bool IsSet => Count > 0;

    private T[] Values => _values ?? [];

    /// <summary>Whether a value is among those asked for.</summary>
    public bool Has(T value) => Array.IndexOf(Values, value) >= 0;

    /// <summary>Whether a value passes: it is among those asked for, or none is.</summary>
    public bool Passes(T value) => !IsSet || Has(value);

    /// <summary>Whether something passes of which one of the values asked for must be true, or none is asked for.</summary>
    public bool PassesAny(Func<T, bool> isTrue) => !IsSet || Array.Exists(Values, value => isTrue(value));

    /// <summary>The values as an address and a file write them, with commas between; null where none is asked for.</summary>
    public string? Text(Func<T, string> word) => IsSet ? string.Join(',', Values.Select(word)) : null;

    /// <inheritdoc />
    public bool Equals(ChosenSet<T> other) => Values.SequenceEqual(other.Values);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ChosenSet<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Values.Aggregate(Count, HashCode.Combine);

    /// <summary>Whether two readers ask for the same.</summary>
    public static bool operator ==(ChosenSet<T> one, ChosenSet<T> other) => one.Equals(other);

    /// <inheritdoc cref="op_Equality" />
    public static bool operator !=(ChosenSet<T> one, ChosenSet<T> other) => !one.Equals(other);

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes what is chosen.</summary>
public static class ChosenSet
{
    /// <summary>These values, each once.</summary>
    public static ChosenSet<T> Of<T>(ReadOnlySpan<T> values) => new([.. values.ToArray().Distinct()]);

    /// <summary>These keys as an address and a file write them; null where none is asked for.</summary>
    public static string? Text(this ChosenSet<string> chosen) => chosen.Text(word => word);

    /// <summary>These values of a scale as an address and a file write them; null where none is asked for.</summary>
    public static string? Text<T>(this ChosenSet<T> chosen) where T : struct, Enum => chosen.Text(ScaleWord.Of);

    /// <summary>The one value that is asked for; null where there are none or several.</summary>
    public static string? One(this ChosenSet<string> chosen) => chosen.Count == 1 ? chosen.First() : null;
}
