using System.IO.Compression;
using System.Text;

namespace PeaceTracker.Tests.Import;

/// <summary>A workbook made part by part, so that it can be one that no program would write.</summary>
internal sealed class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, bool Hidden, string Data, string After)> _sheets = [];
    private readonly List<string> _texts = [];

    public string Styles { get; init; } =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"d\\.m\\.yyyy\"/></numFmts>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/></cellXfs>";

    public string Properties { get; init; } = "";

    /// <summary>A shared text; returns the cell's value.</summary>
    public int Text(string text)
    {
        _texts.Add(text);
        return _texts.Count - 1;
    }

    /// <summary>Adds a sheet; <paramref name="data"/> is what stands in its sheetData.</summary>
    public WorkbookFile Sheet(string name, string data, bool hidden = false, string after = "")
    {
        _sheets.Add((name, hidden, data, after));
        return this;
    }

    /// <summary>Adds a sheet of plain texts.</summary>
    public WorkbookFile Sheet(string name, params string[][] rows) => Sheet(name, string.Concat(rows.Select((cells, row) =>
        $"<row r=\"{row + 1}\">" + string.Concat(cells.Select((cell, column) => cell.Length == 0 ? ""
            : $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(cell)}</t></is></c>"))
            + "</row>")));

    public MemoryStream Write(params (string Name, string Text)[] more)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("_rels/.rels",
                $"<Relationships><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{Properties}<sheets>"
                + string.Concat(_sheets.Select((sheet, i) =>
                    $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\"{(sheet.Hidden ? " state=\"hidden\"" : "")} r:id=\"s{i}\"/>"))
                + "</sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", "<Relationships>" + string.Concat(_sheets.Select((_, i) =>
                $"<Relationship Id=\"s{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))
                + $"<Relationship Id=\"t\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                + $"<Relationship Id=\"y\" Type=\"{Relations}/styles\" Target=\"/xl/styles.xml\"/></Relationships>");
            Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>");
            Add("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">" + string.Concat(_texts.Select(text => $"<si>{text}</si>")) + "</sst>");
            foreach (var (sheet, i) in _sheets.Select((sheet, i) => (sheet, i)))
            {
                Add($"xl/worksheets/sheet{i}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Data}</sheetData>{sheet.After}</worksheet>");
            }

            foreach (var (name, text) in more)
            {
                Add(name, text);
            }

            void Add(string name, string text)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream;
    }
}
