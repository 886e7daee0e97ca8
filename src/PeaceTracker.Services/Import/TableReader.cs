using System.IO.Compression;
using System.Text;

namespace PeaceTracker.Services.Import;

/// <summary>Opens a file that somebody brought: CSV, whatever it looks like, or XLSX. What it is not is said in a sentence.</summary>
public static class TableReader
{
    internal const string SomethingElse = "This is not a table that can be read. Save it from a spreadsheet program as .xlsx or .csv, and " +
        "upload that.";

    /// <summary>Reads a stream that can be wound back; <paramref name="name"/> is what the file was called.</summary>
    public static TableRead Read(Stream stream, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            if (stream.Length > TableFile.Largest)
            {
                return Refuse(TableFile.TooLarge);
            }

            var head = new byte[4096];
            stream.Position = 0;
            var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (OtherThanTable(head.AsSpan(0, length)) is { } other)
            {
                return Refuse(other);
            }

            stream.Position = 0;
            var file = head.AsSpan(0, length).StartsWith("PK\x03\x04"u8)
                ? WorkbookTables.Read(stream, name, cancellationToken)
                : TextTables.Read(stream, name, cancellationToken);
            return file.Sheets.All(sheet => sheet.Rows.Count == 0) ? Refuse("There is nothing in the file.") : new TableRead.Opened(file);
        }
        catch (UnreadableTable fault)
        {
            return Refuse(fault.Message);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or System.Xml.XmlException)
        {
            return Refuse("The file is damaged or incomplete. Save it again from the spreadsheet program.");
        }
    }

    private static TableRead.Refused Refuse(string sentence) => new(sentence);

    private static string? OtherThanTable(ReadOnlySpan<byte> head)
    {
        if (head.Length == 0)
        {
            return "The file is empty.";
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return "This is an old workbook (.xls), or one with a password. Save it as .xlsx without a password, and upload that.";
        }

        if (head.StartsWith("%PDF"u8))
        {
            return "This is a PDF. Upload the table itself, from a spreadsheet program, as .xlsx or .csv.";
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || head.StartsWith("GIF8"u8))
        {
            return "This is a picture. Upload the table itself, from a spreadsheet program, as .xlsx or .csv.";
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || head.StartsWith("7z"u8) || head.StartsWith("Rar!"u8))
        {
            return "This is an archive. Unpack it, and upload the table in it.";
        }

        var start = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith('<')
            ? "This is a web page or an XML file, whatever it is called. Open it in a spreadsheet program and save it as .xlsx or .csv."
            : start.StartsWith("{\\rtf", StringComparison.Ordinal)
                ? "This is a word processor document. Copy the table into a spreadsheet program and save it as .xlsx or .csv."
            : start.StartsWith('{') && start.Contains("\"formatVersion\"", StringComparison.Ordinal)
                ? "This is a negotiation file: a whole negotiation, not a table. A manager can begin a negotiation with it."
            : start.StartsWith('{') || start.StartsWith("[{", StringComparison.Ordinal)
                ? "This is a JSON file. Upload the table as .xlsx or .csv."
            : null;
    }

    /// <summary>What an archive is that is no workbook, in a sentence.</summary>
    internal static string OtherArchive(ZipArchive archive) =>
        archive.GetEntry("word/document.xml") is not null
            ? "This is a word processor document. Copy the table into a spreadsheet program and save it as .xlsx or .csv."
        : archive.GetEntry("ppt/presentation.xml") is not null
            ? "This is a presentation. Copy the table into a spreadsheet program and save it as .xlsx or .csv."
        : archive.GetEntry("content.xml") is not null && archive.GetEntry("mimetype") is not null
            ? "This is an OpenDocument file. Save it from the spreadsheet program as .xlsx or .csv, and upload that."
        : archive.Entries.Any(entry => entry.FullName.EndsWith(".xlsb", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase))
            ? "This is a binary workbook (.xlsb). Save it as .xlsx, and upload that."
        : "This is an archive, not a workbook. Unpack it, and upload the table in it.";
}
