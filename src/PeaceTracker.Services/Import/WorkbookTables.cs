using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace PeaceTracker.Services.Import;

/// <summary>Reads a workbook (.xlsx): its sheets from part to part, without making a tree of any of them.</summary>
internal sealed class WorkbookTables
{
    private readonly WorkbookParts _parts;
    private readonly RowCollector _rows;
    private readonly List<string> _texts = [];
    private WorkbookStyles _styles = new();

    private WorkbookTables(WorkbookParts parts, RowCollector rows) => (_parts, _rows) = (parts, rows);

    /// <summary>Reads the file of a stream that can be wound back.</summary>
    public static TableFile Read(Stream stream, string name, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var parts = new WorkbookParts(archive);
        var book = parts.Targets("_rels/.rels", "").FirstOrDefault(target => target.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Name;
        if (book is null || !book.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase) || !parts.Has(book))
        {
            throw new UnreadableTable(TableReader.OtherArchive(archive));
        }

        return new WorkbookTables(parts, new RowCollector(cancellationToken)).Read(book, name);
    }

    private TableFile Read(string book, string name)
    {
        var folder = book[..(book.LastIndexOf('/') + 1)];
        var targets = _parts.Targets($"{folder}_rels/{book[folder.Length..]}.rels", folder);
        List<(string Name, bool Hidden, string Id)> sheets = [];
        var from1904 = false;
        using (var xml = _parts.Open(book)!)
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                {
                    sheets.Add((CellWords.Clean(WorkbookParts.Attribute(xml, "name") ?? ""),
                        WorkbookParts.Attribute(xml, "state") is "hidden" or "veryHidden", WorkbookParts.Attribute(xml, "id") ?? ""));
                }
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                {
                    from1904 = WorkbookParts.Attribute(xml, "date1904") is "1" or "true";
                }
            }
        }

        if (Of("/styles") is { } styles)
        {
            _styles = WorkbookStyles.Read(_parts, styles, from1904);
        }

        ReadTexts(Of("/sharedStrings"));
        var read = new List<TableSheet>();
        foreach (var (title, hidden, id) in sheets)
        {
            if (targets.FirstOrDefault(target => target.Id == id) is { Name: { } part, Type: { } type }
                && type.EndsWith("/worksheet", StringComparison.Ordinal) && _parts.Has(part))
            {
                _rows.Begin();
                ReadSheet(part);
                read.Add(new TableSheet(title, hidden, _rows.Rows));
            }
        }

        return new TableFile(name, "workbook", [.. read.Where(sheet => sheet.Rows.Count > 0)]);

        string? Of(string ending) => targets.FirstOrDefault(target => target.Type?.EndsWith(ending, StringComparison.Ordinal) == true).Name;
    }

    private void ReadTexts(string? part)
    {
        using var xml = part is null ? null : _parts.Open(part);
        var text = "";
        while (xml?.Read() == true)
        {
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip(); // how a word is pronounced
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                text = "";
                if (xml.IsEmptyElement)
                {
                    _texts.Add("");
                }
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text += WorkbookParts.Text(xml);
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "si" })
            {
                _texts.Add(CellWords.Clean(text));
            }
        }
    }

    private void ReadSheet(string part)
    {
        using var xml = _parts.Open(part)!;
        var (number, column) = (0, 0);
        List<string> cells = [];
        List<(int Row, int Column, int ToRow, int ToColumn)> merged = [];
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                number = int.TryParse(WorkbookParts.Attribute(xml, "r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
                    ? given
                    : number + 1;
                (cells, column) = ([], 0);
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row")
            {
                _rows.Add(number, cells);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                column = Place(WorkbookParts.Attribute(xml, "r")).Column is var at and >= 0 ? at : column;
                var value = Cell(xml);
                if (value.Length > 0)
                {
                    while (cells.Count <= column && cells.Count <= TableFile.MostColumns)
                    {
                        cells.Add("");
                    }

                    cells[Math.Min(column, cells.Count - 1)] = value;
                }

                column++;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" }
                && WorkbookParts.Attribute(xml, "ref")?.Split(':') is [var from, var to])
            {
                var ((row, first), (toRow, last)) = (Place(from), Place(to));
                merged.Add((row, first, toRow, last));
            }
        }

        Spread(merged);
    }

    private string Cell(XmlReader xml)
    {
        var (type, style) = (WorkbookParts.Attribute(xml, "t"), WorkbookParts.Attribute(xml, "s"));
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (depth, value, inline, formula) = (xml.Depth, (string?)null, "", false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "v")
            {
                value = WorkbookParts.Text(xml);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                inline += WorkbookParts.Text(xml);
            }
            else
            {
                formula |= xml.LocalName == "f";
            }
        }

        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _texts.Count ? _texts[at] : "",
            "inlineStr" => CellWords.Clean(inline),
            "b" => value == "1" ? "true" : "false",
            "str" or "e" => CellWords.Clean(value ?? ""),
            "d" => value is { Length: >= 10 } ? value[..10] : value ?? "",
            _ when string.IsNullOrEmpty(value) => formula ? CellWords.NoValue : "",
            _ => _styles.Shown(value, style),
        };
    }

    // What stands once over several rows is meant for each of them.
    private void Spread(List<(int Row, int Column, int ToRow, int ToColumn)> merged)
    {
        if (merged.Count == 0)
        {
            return;
        }

        var spread = 0;
        var byNumber = _rows.Rows.Index().DistinctBy(row => row.Item.Number).ToDictionary(row => row.Item.Number, row => row.Index);
        foreach (var (row, column, toRow, toColumn) in merged)
        {
            if (column != toColumn || !byNumber.TryGetValue(row, out var at) || _rows.Rows[at][column] is not { Length: > 0 } value)
            {
                continue;
            }

            for (var next = at + 1; next < _rows.Rows.Count && _rows.Rows[next].Number <= toRow; next++)
            {
                if (++spread > TableFile.MostRows)
                {
                    throw new UnreadableTable("Too many cells of the workbook are merged. Undo the merging in the spreadsheet program.");
                }

                var cells = _rows.Rows[next].Cells;
                if (cells.Length > column && cells[column].Length == 0)
                {
                    cells[column] = value;
                }
                else if (cells.Length <= column)
                {
                    _rows.Rows[next] = _rows.Rows[next] with
                    {
                        Cells = [.. cells, .. Enumerable.Repeat("", column - cells.Length), value],
                    };
                }
            }
        }
    }

    // "B3" is row 3, column 1; -1 where it is no such name.
    private static (int Row, int Column) Place(string? name)
    {
        var (column, at) = (0, 0);
        for (; name is not null && at < name.Length && char.IsAsciiLetter(name[at]); at++)
        {
            column = (Math.Min(column, TableFile.MostColumns + 1) * 26) + (char.ToUpperInvariant(name[at]) - 'A' + 1);
        }

        return at == 0 ? (-1, -1)
            : (int.TryParse(name![at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1, column - 1);
    }
}
