using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>Parses bytes into nodes with their lines.</summary>
internal ref struct FileParser
{
    /// <summary>A node costs far more memory than the two bytes that can make one.</summary>
    private const int MaxValues = 2_000_000;

    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _reader;
    private long _counted;
    private int _line = 1;
    private int _values;

    private FileParser(ReadOnlySpan<byte> bytes, int maxDepth)
    {
        _bytes = bytes;
        _reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = maxDepth });
    }

    /// <summary>The file's one value; or null, and why it is no JSON.</summary>
    public static FileNode? Parse(ReadOnlySpan<byte> bytes, int maxDepth, out NegotiationFileError? error)
    {
        error = null;
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            error = new NegotiationFileError("", 0, "The file is written in UTF-16. Save it as UTF-8.");
            return null;
        }

        var parser = new FileParser(bytes, maxDepth);
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
                    $"The file is nested deeper than {maxDepth} levels, and a negotiation file never is. Take the extra levels out.")
                : new NegotiationFileError("", line,
                    $"This is not JSON, at character {(e.BytePositionInLine ?? 0) + 1} of the line. Look for a missing comma, quotation mark or " +
                    "bracket there or just before, a comment, or a comma too many.");
            return null;
        }
        catch (TooManyValuesException)
        {
            error = new NegotiationFileError("", parser.Line(),
                $"The file holds more than {MaxValues.ToString("N0", CultureInfo.InvariantCulture)} values. Split the negotiation, or take out " +
                "what is not part of it.");
            return null;
        }
        catch (InvalidOperationException)
        {
            error = new NegotiationFileError("", parser.Line(),
                "The text here is not valid UTF-8, or has half a surrogate pair. Save the file as UTF-8.");
            return null;
        }
    }

    private FileNode Value()
    {
        var line = Line();
        if (++_values > MaxValues)
        {
            throw new TooManyValuesException();
        }

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
                var list = new FileNode(FileNodeKind.List, line);
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Items.Add(Value());
                }

                return list;
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

    private sealed class TooManyValuesException : Exception;

    /// <summary>The line of the current token, counted on from the last time.</summary>
    private int Line()
    {
        _line += _bytes[(int)_counted..(int)_reader.TokenStartIndex].Count((byte)'\n');
        _counted = _reader.TokenStartIndex;
        return _line;
    }
}
