using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PeaceTracker.Services.Export;

/// <summary>A text of a document, with the notes that say where it stands.</summary>
/// <param name="Text">The text.</param>
/// <param name="Notes">The notes; each gets a number.</param>
public sealed record NotedText(string Text, IReadOnlyList<string> Notes)
{
    /// <summary>A text without notes.</summary>
    public static implicit operator NotedText(string text) => new(text, []);
}

/// <summary>
/// Writes a document for a word processor: real headings, tables with a heading row that is repeated on each page, notes at the foot. The same
/// content is the same file, whenever it is made.
/// </summary>
public sealed class WordDocument : IDisposable
{
    // A sheet of A4 with margins of 2 cm, in twentieths of a point.
    private const uint Width = 11906, Height = 16838;
    private const int Margin = 1134, TextWidth = (int)Width - (2 * Margin);

    private readonly MemoryStream _stream = new();
    private readonly WordprocessingDocument _document;
    private readonly Body _body;
    private readonly Footnotes _notes;
    private int _pictures;

    /// <summary>An empty document in a language ("en-GB").</summary>
    public WordDocument(string language)
    {
        _document = WordprocessingDocument.Create(_stream, WordprocessingDocumentType.Document);
        var main = _document.AddMainDocumentPart();
        _document.ChangeIdOfPart(main, "rId1");
        _body = new Body();
        main.Document = new Document(_body);
        main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = WordStyles.Of(language);
        // The first two are the line above the notes, which a word processor expects.
        _notes = new Footnotes(
            new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
            new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
        main.AddNewPart<FootnotesPart>("rId2").Footnotes = _notes;
    }

    /// <summary>A paragraph of a style: Title, Subtitle, Heading1, or none for plain text.</summary>
    public void Add(NotedText text, string? style = null) => _body.Append(Paragraph(text, style));

    /// <summary>A point of a list.</summary>
    public void AddPoint(NotedText text) => _body.Append(Paragraph(text with { Text = "•\u2002" + text.Text }, "ListParagraph"));

    /// <summary>A table; the widths are shares of the line.</summary>
    public void AddTable(IReadOnlyList<int> widths, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<NotedText>> rows)
    {
        var all = widths.Sum();
        var cells = widths.Select(width => (TextWidth * width / all).ToString(CultureInfo.InvariantCulture)).ToList();
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = "TableGrid" },
                new TableWidth { Width = TextWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableLook { Val = "0020" }),
            new TableGrid(cells.Select(width => new GridColumn { Width = width })));
        table.Append(Row([.. head.Select(text => (NotedText)text)], cells, "TableHead", new TableRowProperties(new CantSplit(), new TableHeader())));
        table.Append(rows.Select(row => Row(row, cells, "TableText", new TableRowProperties(new CantSplit()))));
        _body.Append(table);
        _body.Append(Paragraph("", "TableText"));
    }

    /// <summary>A picture in PNG as wide as the line, with what it shows in words for whoever can't see it.</summary>
    public void AddPicture(byte[] png, string words)
    {
        var id = (uint)++_pictures;
        var part = _document.MainDocumentPart!.AddImagePart(ImagePartType.Png, $"rIdPicture{id}");
        using (var bytes = new MemoryStream(png))
        {
            part.FeedData(bytes);
        }

        _body.Append(new Paragraph(new Run(WordPicture.Of(png, $"rIdPicture{id}", id, words, TextWidth))));
    }

    /// <summary>The document's bytes; nothing can be added afterwards.</summary>
    public byte[] Finish()
    {
        _body.Append(new SectionProperties(
            new PageSize { Width = Width, Height = Height },
            new PageMargin { Top = Margin, Bottom = Margin, Left = (uint)Margin, Right = (uint)Margin, Header = 567, Footer = 567, Gutter = 0 }));
        _document.Dispose();
        ZipParts.Undate(_stream);
        return _stream.ToArray();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _document.Dispose();
        _stream.Dispose();
    }

    private TableRow Row(IReadOnlyList<NotedText> texts, List<string> widths, string style, TableRowProperties properties)
    {
        var row = new TableRow(properties);
        row.Append(texts.Select((text, i) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = widths[i], Type = TableWidthUnitValues.Dxa }), Paragraph(text, style))));
        return row;
    }

    private Paragraph Paragraph(NotedText text, string? style)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        paragraph.Append(Run(text.Text));
        foreach (var (note, i) in text.Notes.Select((note, i) => (note, i)))
        {
            if (i > 0)
            {
                paragraph.Append(Raised(new Text(",")));
            }

            var id = _notes.ChildElements.Count - 1;
            _notes.Append(new Footnote(new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = "FootnoteText" }),
                Raised(new FootnoteReferenceMark()),
                Run(" " + note))) { Id = id });
            paragraph.Append(Raised(new FootnoteReference { Id = id }));
        }

        return paragraph;
    }

    private static Run Raised(OpenXmlElement mark) => new(new RunProperties(new RunStyle { Val = "FootnoteReference" }), mark);

    private static Run Run(string text) => new(new Text(CellText.Fit(text)) { Space = SpaceProcessingModeValues.Preserve });
}
