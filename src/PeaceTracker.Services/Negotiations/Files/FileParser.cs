using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>
/// Parses a file into nodes with their lines, by a window that moves along it. What stands in lists is only looked through, and parsed when it is
/// asked for.
/// </summary>
internal ref struct FileParser
{
    private const int Window = 256 * 1024;

    // So long a row is a tree at once; of a longer one, too, only places are kept.
    private const int ShortRow = 64 * 1024;

    private readonly FileBytes _file;
    private readonly int _end;
    private readonly int _maxValues;
    private readonly bool _isShortRow;
    private byte[] _buffer;
    private int _length;
    private int _base;
    private Utf8JsonReader _reader;
    private int _counted;
    private int _line;
    private int _values;

    // The bytes from a place in the file to another; of them so many stand in the buffer, from its beginning.
    private FileParser(FileBytes file, byte[] buffer, int start, int length, int end, JsonReaderOptions options, int maxValues, int line)
    {
        (_file, _buffer, _base, _length, _end, _counted, _line, _maxValues) = (file, buffer, start, length, end, start, line, maxValues);
        _isShortRow = start > 0 && end - start <= ShortRow && length == end - start;
        _reader = new Utf8JsonReader(buffer.AsSpan(0, length), length == end - start, new JsonReaderState(options));
    }

    /// <summary>The file's one value; or null, and why it is no JSON, in a sentence that calls it <paramref name="called"/>.</summary>
    public static FileNode? Parse(FileBytes file, int maxDepth, int maxValues, out NegotiationFileError? error, string called = "file")
    {
        error = null;
        var buffer = new byte[Math.Min(file.Length, Window)];
        file.Read(0, buffer);
        if (buffer.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || buffer.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            error = new NegotiationFileError("", 0, $"The {called} is written in UTF-16. Write it in UTF-8.");
            return null;
        }

        var start = buffer.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var length = Math.Min(buffer.Length, file.Length - start);
        file.Read(start, buffer.AsSpan(0, length));
        var parser = new FileParser(file, buffer, start, length, file.Length, new JsonReaderOptions { MaxDepth = maxDepth }, maxValues, 1);
        try
        {
            parser.Read();
            var root = parser.Value();

            // Only white space may follow; the reader throws at anything else.
            while (parser.Read())
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
                $"The {called} holds more than {maxValues.ToString("N0", CultureInfo.InvariantCulture)} values. Split the negotiation, or remove " +
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

    /// <summary>One value of a file that was parsed before, from its place, beginning on that line.</summary>
    public static FileNode Part(FileBytes file, int start, int length, int line)
    {
        var parser = new FileParser(file, file.Read(start, length), start, length, start + length, default, int.MaxValue, line);
        parser.Read();
        return parser.Value();
    }

    // The next token, for which the window may have to move.
    private bool Read()
    {
        while (!_reader.Read())
        {
            if (_reader.IsFinalBlock)
            {
                return false;
            }

            Move();
        }

        return true;
    }

    // On to what the reader has not taken yet; where that is one long text, the window gets larger.
    private void Move()
    {
        var taken = (int)_reader.BytesConsumed;
        Count(taken);
        var rest = _buffer.AsSpan(taken, _length - taken);
        var buffer = taken == 0 ? new byte[Math.Min(_buffer.Length * 2L, _end - _base)] : _buffer;
        rest.CopyTo(buffer);
        (_base, _buffer) = (_base + taken, buffer);
        var length = Math.Min(buffer.Length, _end - _base);
        _file.Read(_base + rest.Length, buffer.AsSpan(rest.Length, length - rest.Length));
        _length = length;
        _reader = new Utf8JsonReader(buffer.AsSpan(0, length), _base + length == _end, _reader.CurrentState);
    }

    private FileNode Value()
    {
        var line = Line();
        Count();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var obj = new FileNode(FileNodeKind.Object, line);
                while (Read() && _reader.TokenType != JsonTokenType.EndObject)
                {
                    var nameLine = Line();
                    var name = Text();
                    Read();
                    obj.Properties.Add((name, nameLine, Value()));
                }

                return obj;
            case JsonTokenType.StartArray:
                return new FileNode(FileNodeKind.List, line) { Items = Items() };
            case JsonTokenType.String:
                return new FileNode(FileNodeKind.String, line) { Text = Text() };
            case JsonTokenType.Number:
                return new FileNode(FileNodeKind.Number, line) { Text = _file.Once(_reader.ValueSpan) };
            case JsonTokenType.True:
                return new FileNode(FileNodeKind.True, line);
            case JsonTokenType.False:
                return new FileNode(FileNodeKind.False, line);
            default:
                return new FileNode(FileNodeKind.Null, line);
        }
    }

    private IReadOnlyList<FileNode> Items()
    {
        if (_isShortRow)
        {
            var nodes = new List<FileNode>();
            while (Read() && _reader.TokenType != JsonTokenType.EndArray)
            {
                nodes.Add(Value());
            }

            return nodes;
        }

        var items = new FileItems(_file);
        while (Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            var (start, line) = (_base + (int)_reader.TokenStartIndex, Line());
            LookThrough();
            items.Add(start, _base + (int)_reader.BytesConsumed - start, line);
        }

        return items;
    }

    // A short text is kept once.
    private readonly string Text()
    {
        Span<char> text = stackalloc char[TextLimits.Key];
        return _reader.ValueSpan.Length > text.Length ? _reader.GetString()! : _file.Once(text[.._reader.CopyString(text)]);
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
        while ((_reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || _reader.CurrentDepth > depth) && Read());
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
        _ = ++_values <= _maxValues ? 0 : throw new TooManyValuesException();
    }

    private sealed class TooManyValuesException : Exception;

    /// <summary>The line of the current token, counted on from the last time.</summary>
    private int Line()
    {
        Count((int)_reader.TokenStartIndex);
        return _line;
    }

    // Counts the lines up to a place in the window.
    private void Count(int place)
    {
        if (_base + place > _counted)
        {
            _line += _buffer.AsSpan(_counted - _base, _base + place - _counted).Count((byte)'\n');
            _counted = _base + place;
        }
    }
}
