using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>Parses bytes into nodes with their lines. What stands in lists is only looked through, and parsed when it is asked for.</summary>
internal ref struct FileParser
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _reader;
    private readonly int _maxValues;
    private int _counted;
    private int _line;
    private int _values;

    private FileParser(ReadOnlyMemory<byte> file, int maxDepth, int maxValues, int line)
    {
        _file = file;
        _bytes = file.Span;
        _line = line;
        _maxValues = maxValues;
        _reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = maxDepth });
    }

    /// <summary>The file's one value; or null, and why it is no JSON, in a sentence that calls it <paramref name="called"/>.</summary>
    public static FileNode? Parse(
        ReadOnlyMemory<byte> file, int maxDepth, int maxValues, out NegotiationFileError? error, string called = "file")
    {
        error = null;
        if (file.Span.StartsWith("\uFEFF"u8))
        {
            file = file[3..];
        }

        if (file.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || file.Span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            error = new NegotiationFileError("", 0, $"The {called} is written in UTF-16. Write it in UTF-8.");
            return null;
        }

        var parser = new FileParser(file, maxDepth, maxValues, 1);
        try
        {
            parser._reader.Read();
            var root = parser.Value();

            // Only white space may follow; the reader throws at anything else.
            while (parser._reader.Read())
            {
            }

            return root;
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0) + 1;
            error = parser._reader.CurrentDepth >= maxDepth - 1
                ? new NegotiationFileError("", line,
                    $"The {called} is nested deeper than {maxDepth} levels, which nothing that belongs in it is. Take the extra levels out.")
                : new NegotiationFileError("", line,
                    $"This is not JSON, at character {(e.BytePositionInLine ?? 0) + 1} of the line. Look for a missing comma, quotation mark or " +
                    "bracket there or just before, a comment, or a comma too many.");
            return null;
        }
        catch (TooManyValuesException)
        {
            error = new NegotiationFileError("", parser.Line(),
                $"The {called} holds more than {maxValues.ToString("N0", CultureInfo.InvariantCulture)} values. Split the negotiation, or take out " +
                "what is not part of it.");
            return null;
        }
        catch (InvalidOperationException)
        {
            error = new NegotiationFileError("", parser.Line(),
                $"The text here is not valid UTF-8, or has half a surrogate pair. Write the {called} in UTF-8.");
            return null;
        }
    }

    /// <summary>One value of a file that was parsed before, beginning on that line.</summary>
    public static FileNode Part(ReadOnlyMemory<byte> value, int line)
    {
        var parser = new FileParser(value, 0, int.MaxValue, line);
        parser._reader.Read();
        return parser.Value();
    }

    private FileNode Value()
    {
        var line = Line();
        Count();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var obj = new FileNode(FileNodeKind.Object, line);
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
                {
                    var nameLine = Line();
                    var name = _reader.GetString()!;
                    _reader.Read();
                    obj.Properties.Add((name, nameLine, Value()));
                }

                return obj;
            case JsonTokenType.StartArray:
                return new FileNode(FileNodeKind.List, line) { Items = Items() };
            case JsonTokenType.String:
                return new FileNode(FileNodeKind.String, line) { Text = _reader.GetString()! };
            case JsonTokenType.Number:
                return new FileNode(FileNodeKind.Number, line) { Text = Encoding.ASCII.GetString(_reader.ValueSpan) };
            case JsonTokenType.True:
                return new FileNode(FileNodeKind.True, line);
            case JsonTokenType.False:
                return new FileNode(FileNodeKind.False, line);
            default:
                return new FileNode(FileNodeKind.Null, line);
        }
    }

    private FileItems Items()
    {
        var items = new FileItems(_file);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            var (start, line) = ((int)_reader.TokenStartIndex, Line());
            LookThrough();
            items.Add(start, (int)_reader.BytesConsumed - start, line);
        }

        return items;
    }

    // To the end of the value, with the faults that making nodes of it would have found.
    private void LookThrough()
    {
        var depth = _reader.CurrentDepth;
        do
        {
            if (_reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                CheckText();
            }

            if (_reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                Count();
            }
        }
        while ((_reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || _reader.CurrentDepth > depth) && _reader.Read());
    }

    private readonly void CheckText()
    {
        if (_reader.ValueIsEscaped)
        {
            _ = _reader.GetString();
        }
        else if (!Utf8.IsValid(_reader.ValueSpan))
        {
            throw new InvalidOperationException("The text is not UTF-8.");
        }
    }

    private void Count()
    {
        if (++_values > _maxValues)
        {
            throw new TooManyValuesException();
        }
    }

    private sealed class TooManyValuesException : Exception;

    /// <summary>The line of the current token, counted on from the last time.</summary>
    private int Line()
    {
        _line += _bytes[_counted..(int)_reader.TokenStartIndex].Count((byte)'\n');
        _counted = (int)_reader.TokenStartIndex;
        return _line;
    }
}
