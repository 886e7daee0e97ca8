using System.Runtime.CompilerServices;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>
/// Where in a record something stands, put together only where there is something to say of it: rules are asked a dozen times about each of many
/// thousand rows, and mostly find nothing.
/// </summary>
[InterpolatedStringHandler]
internal struct RulePath
{
    private const int Most = 8;
    private Parts _parts;
    private int _count;

    /// <summary>Called by the compiler, for an interpolated text.</summary>
    public RulePath(int literalLength, int formattedCount)
    {
    }

    /// <summary>Whether it is that of the whole.</summary>
    public readonly bool IsEmpty => _count == 0;

    /// <summary>A path that was put together before.</summary>
    public static implicit operator RulePath(string path)
    {
        var made = default(RulePath);
        made.AppendLiteral(path);
        return made;
    }

    /// <summary>Adds a text.</summary>
    public void AppendLiteral(string text)
    {
        if (text.Length > 0)
        {
            Append((text, 0));
        }
    }

    /// <summary>Adds a name; nothing where there is none.</summary>
    public void AppendFormatted(string? name) => Append((name ?? "", 0));

    /// <summary>Adds a place in a list.</summary>
    public void AppendFormatted(int place) => Append((null, place));

    /// <summary>Adds the path of what holds it.</summary>
    public void AppendFormatted(RulePath path)
    {
        for (var i = 0; i < path._count; i++)
        {
            Append(path._parts[i]);
        }
    }

    /// <inheritdoc />
    public override readonly string ToString()
    {
        var texts = new string[_count];
        for (var i = 0; i < _count; i++)
        {
            texts[i] = _parts[i].Text ?? _parts[i].Place.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return string.Concat(texts);
    }

    private void Append((string? Text, int Place) part)
    {
        if (_count == Most)
        {
            _parts[0] = (ToString(), 0);
            _count = 1;
        }

        _parts[_count++] = part;
    }

    [InlineArray(Most)]
    private struct Parts
    {
        private (string? Text, int Place) _first;
    }
}
