using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>One value of a JSON file, with the line it stands on: what System.Text.Json's own tree does not keep.</summary>
internal sealed class FileNode(FileNodeKind kind, int line)
{
    private static readonly List<(string Name, int Line, FileNode Value)> NoProperties = [];

    public FileNodeKind Kind { get; } = kind;

    public int Line { get; } = line;

    /// <summary>The text of a string, or a number as it is written.</summary>
    public string Text { get; init; } = "";

    /// <summary>The items of a list, each made when it is asked for: a tree of a large file would be many times the file.</summary>
    public IReadOnlyList<FileNode> Items { get; init; } = [];

    /// <summary>The properties in order; one that is given twice stands here twice.</summary>
    public List<(string Name, int Line, FileNode Value)> Properties { get; } = kind == FileNodeKind.Object ? [] : NoProperties;

    /// <summary>What the value is, for a message.</summary>
    public string InWords => Kind switch
    {
        FileNodeKind.Object => "an object",
        FileNodeKind.List => "a list",
        FileNodeKind.String => "a text",
        FileNodeKind.Number => "a number",
        FileNodeKind.Null => "null",
        FileNodeKind.True or FileNodeKind.False => "true or false",
    };

    public (string Name, int Line, FileNode Value)? Property(string name)
    {
        var i = Properties.FindIndex(p => p.Name == name);
        return i < 0 ? null : Properties[i];
    }

    /// <summary>The value as it is written in this notation, however it was laid out in the file.</summary>
    public string ToJson()
    {
        var options = NegotiationFileFormat.Options;
        var text = new ArrayBufferWriter<byte>();
        var layout = new JsonWriterOptions { Indented = options.WriteIndented, NewLine = options.NewLine, Encoder = options.Encoder };
        using (var writer = new Utf8JsonWriter(text, layout))
        {
            Write(writer);
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private void Write(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case FileNodeKind.Object:
                writer.WriteStartObject();
                foreach (var (name, _, value) in Properties)
                {
                    writer.WritePropertyName(name);
                    value.Write(writer);
                }

                writer.WriteEndObject();
                break;
            case FileNodeKind.List:
                writer.WriteStartArray();
                foreach (var item in Items)
                {
                    item.Write(writer);
                }

                writer.WriteEndArray();
                break;
            case FileNodeKind.String:
                writer.WriteStringValue(Text);
                break;
            case FileNodeKind.Number:
                using (var number = JsonDocument.Parse(Text))
                {
                    number.RootElement.WriteTo(writer); // as it is written, digit by digit
                }

                break;
            case FileNodeKind.True or FileNodeKind.False:
                writer.WriteBooleanValue(Kind == FileNodeKind.True);
                break;
            case FileNodeKind.Null:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>The line of a path such as "rounds[2].title"; where it leads to nothing, of the last part that is there.</summary>
    public int LineOf(string path)
    {
        var (node, line) = (this, Line);
        foreach (var part in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.EndsWith(']'))
            {
                if (!int.TryParse(part[..^1], out var index) || index >= node.Items.Count)
                {
                    return line;
                }

                node = node.Items[index];
                line = node.Line;
            }
            else if (node.Property(part) is { } property)
            {
                (node, line) = (property.Value, property.Line);
            }
            else
            {
                return line;
            }
        }

        return line;
    }
}

/// <summary>The kinds of value that JSON knows.</summary>
internal enum FileNodeKind
{
    Object,
    List,
    String,
    Number,
    True,
    False,
    Null,
}
