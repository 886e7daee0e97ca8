using System.Text;
using CsvHelper;

namespace PeaceTracker.Services.Import;

/// <summary>Reads a text with cells: whatever separates them, in whatever letters it was saved.</summary>
internal static class TextTables
{
    private const int Sample = 256 * 1024;
    private const int MostOfRow = 8 * 1024 * 1024;

    /// <summary>Reads the file of a stream that can be wound back.</summary>
    public static TableFile Read(Stream stream, string name, CancellationToken cancellationToken)
    {
        var (encoding, words) = Letters(stream);
        stream.Position = 0;
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        var head = new char[Sample / 4];
        var separator = Separator(head.AsSpan(0, text.ReadBlock(head)));
        stream.Position = 0;
        text.DiscardBufferedData();
        var rows = new RowCollector(cancellationToken);
        Collect(text, separator, rows);
        return new TableFile(name, $"CSV in {words}, cells separated by {Named(separator)}", [new TableSheet("", Hidden: false, rows.Rows)]);
    }

    private static void Collect(TextReader text, char separator, RowCollector rows)
    {
        var number = 0;
        long? open = null;
        var options = new CsvReaderOptions
        {
            Separator = separator, HasHeader = false, SkipEmptyLines = false, MaxRecordSize = MostOfRow, TrackLineNumbers = true,
            OnMalformedRecord = fault => open ??= fault.Reason == CsvMalformedReason.UnterminatedQuote ? fault.LineNumber : null,
        };
        try
        {
            using var csv = CsvReader.Create(text, options, leaveOpen: true);
            while (csv.Read())
            {
                number++;
                var cells = new List<string>(csv.FieldCount);
                for (var i = 0; i < csv.FieldCount; i++)
                {
                    cells.Add(CellWords.CleanCsv(csv.GetString(i)));
                }

                // "sep=;" in front, by which a spreadsheet program says what parts the cells.
                if (number > 1 || !(cells is [var only, ..] && only.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)))
                {
                    rows.Add(number, cells);
                }
            }
        }
        catch (CsvFormatException)
        {
            throw new UnreadableTable(
                $"After row {number} comes one that does not end: a quotation mark is opened there and never closed. Close it, or save the table "
                + "again from a spreadsheet program.");
        }

        if (open is { } line)
        {
            throw new UnreadableTable(
                $"A quotation mark that is opened in line {line} is never closed, so that all that follows would be one cell. Close it, or take it "
                + "out.");
        }
    }

    // By the byte order mark; without one UTF-16 by its zeros, UTF-8 where all of the file is that, and else what spreadsheet programs write in
    // the west or, where most letters lie beyond ASCII, in the east of Europe.
    private static (Encoding Encoding, string Words) Letters(Stream stream)
    {
        stream.Position = 0;
        var buffer = new byte[Sample];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var head = buffer.AsSpan(0, length);
        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            return (Encoding.UTF8, "UTF-8");
        }

        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            even += head[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += head[i] == 0 && i % 2 == 1 ? 1 : 0;
        }

        if (head.StartsWith(Encoding.Unicode.Preamble) || (odd > head.Length / 8 && even == 0))
        {
            return (Encoding.Unicode, "UTF-16");
        }

        if (head.StartsWith(Encoding.BigEndianUnicode.Preamble) || (even > head.Length / 8 && odd == 0))
        {
            return (Encoding.BigEndianUnicode, "UTF-16");
        }

        if (even + odd > 0)
        {
            throw new UnreadableTable(TableReader.SomethingElse);
        }

        if (IsUtf8(stream))
        {
            return (Encoding.UTF8, "UTF-8");
        }

        var high = 0;
        var letters = 0;
        foreach (var b in head)
        {
            high += b >= 0xC0 ? 1 : 0;
            letters += b >= 0xC0 || char.IsAsciiLetter((char)b) ? 1 : 0;
        }

        return high * 2 > letters
            ? (CodePagesEncodingProvider.Instance.GetEncoding(1251)!, "Windows-1251 (Cyrillic)")
            : (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "Windows-1252 (Western)");
    }

    private static bool IsUtf8(Stream stream)
    {
        stream.Position = 0;
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, letters) = (new byte[64 * 1024], new char[64 * 1024 + 8]);
        try
        {
            int read;
            do
            {
                read = stream.Read(bytes);
                decoder.GetChars(bytes.AsSpan(0, read), letters, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // The one that stands in every one of the first lines equally often; a comma where none does.
    private static char Separator(ReadOnlySpan<char> head)
    {
        Span<char> candidates = [',', ';', '\t', '|'];
        var counts = new List<int[]>();
        var line = new int[4];
        var (quoted, seen) = (false, false);
        foreach (var c in head)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c == '\n')
            {
                if (seen)
                {
                    counts.Add(line);
                }

                (line, seen) = (new int[4], false);
            }
            else
            {
                seen |= !char.IsWhiteSpace(c) || c == '\t';
                if (!quoted && candidates.IndexOf(c) is >= 0 and var which)
                {
                    line[which]++;
                }
            }
        }

        if (seen)
        {
            counts.Add(line);
        }

        var best = Enumerable.Range(0, 4)
            .Select(which => (Which: which, Lines: counts.Count(c => c[which] > 0), Of: counts.Sum(c => c[which])))
            .OrderByDescending(c => c.Lines).ThenByDescending(c => c.Of).First();
        return best.Of == 0 ? ',' : candidates[best.Which];
    }

    private static string Named(char separator) => separator switch
    {
        ';' => "semicolons",
        '\t' => "tabs",
        '|' => "bars",
        _ => "commas",
    };
}
