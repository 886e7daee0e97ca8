using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PeaceTracker.Services.Import;

/// <summary>
/// The parts of a workbook, unpacked while they are read and never further than a bound: a small file can be made to unpack to any size.
/// </summary>
internal sealed class WorkbookParts(ZipArchive archive)
{
    private const long MostUnpacked = 512L * 1024 * 1024;

    // What any part may unpack to, and how many times its packed size a larger one: tables do with thirty.
    private const long Small = 16L * 1024 * 1024;
    private const int MostTimes = 200;

    [ThreadStatic]
    private static StringBuilder? _text;

    [ThreadStatic]
    private static char[]? _letters;

    private long _left = MostUnpacked;

    /// <summary>Whether there is a part of that name.</summary>
    public bool Has(string name) => archive.GetEntry(name) is not null;

    /// <summary>Opens a part; null where there is none.</summary>
    public XmlReader? Open(string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
        };
        return XmlReader.Create(new Bounded(entry.Open(), this, Small + (MostTimes * entry.CompressedLength)), settings);
    }

    /// <summary>The parts that another one refers to, by the part that lists them.</summary>
    public List<(string Id, string Type, string Name)> Targets(string rels, string folder)
    {
        var targets = new List<(string Id, string Type, string Name)>();
        using var xml = Open(rels);
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
            {
                var target = Attribute(xml, "Target") ?? "";
                targets.Add((Attribute(xml, "Id") ?? "", Attribute(xml, "Type") ?? "",
                    target.StartsWith('/') ? target[1..] : folder + target));
            }
        }

        return targets;
    }

    /// <summary>The text of the element that the reader stands on, its first letters where it is a long one.</summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        // One for each thread: a workbook has millions of cells.
        var (text, depth, buffer) = (_text ??= new StringBuilder(), xml.Depth, _letters ??= new char[2048]);
        text.Clear();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                continue;
            }

            int read;
            while ((read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
            {
                if (text.Length < CellWords.Most)
                {
                    text.Append(buffer, 0, read);
                }
            }
        }

        return text.ToString();
    }

    /// <summary>An attribute by its name, whatever its namespace; null where there is none.</summary>
    public static string? Attribute(XmlReader xml, string name)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name && xml.Prefix != "xmlns")
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        }

        xml.MoveToElement();
        return null;
    }

    private sealed class Bounded(Stream inner, WorkbookParts parts, long most) : Stream
    {
        private long _own = most;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            parts._left -= read;
            _own -= read;
            return parts._left >= 0 && _own >= 0 ? read : throw new UnreadableTable(
                "The workbook unpacks to more than is read at once, far more than its own size. If it is a real table, save its sheets as .csv and "
                + "upload them one by one.");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
