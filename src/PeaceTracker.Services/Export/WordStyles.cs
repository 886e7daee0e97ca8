using DocumentFormat.OpenXml.Wordprocessing;

namespace PeaceTracker.Services.Export;

/// <summary>How a document for a word processor looks: by the styles that every such program knows, so that it can be changed at one place.</summary>
internal static class WordStyles
{
    private const string Ink = "17202C", Muted = "55606E", Rule = "DCD8CD";

    /// <summary>The styles, for a text in a language.</summary>
    public static Styles Of(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Arial" },
                new Color { Val = Ink }, new FontSize { Val = "21" },
                new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = "100", Line = "259", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Paragraph("Title", "Title", 40, 0, 40, bold: true),
        Paragraph("Subtitle", "Subtitle", 21, 0, 160, colour: Muted),
        Paragraph("Heading1", "heading 1", 26, 240, 80, bold: true, level: 0),
        Paragraph("ListParagraph", "List Paragraph", 21, 0, 60, indent: true),
        Paragraph("TableText", "Table Text", 19, 20, 20),
        Paragraph("TableHead", "Table Head", 19, 20, 20, bold: true),
        Paragraph("FootnoteText", "footnote text", 17, 0, 0, colour: Muted),
        new Style(
            new StyleName { Val = "footnote reference" },
            new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }))
        {
            Type = StyleValues.Character, StyleId = "FootnoteReference",
        },
        new Style(new StyleName { Val = "Table Grid" }, new StyleTableProperties(new TableBorders(
            Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(),
            Line<InsideVerticalBorder>())))
        {
            Type = StyleValues.Table, StyleId = "TableGrid",
        });

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = Rule };

    private static Style Paragraph(
        string id, string name, int halfPoints, int before, int after, bool bold = false, string? colour = null, int? level = null,
        bool indent = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (level is not null)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
        if (indent)
        {
            paragraph.Append(new Indentation { Left = "284", Hanging = "284" });
        }

        if (level is { } outline)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }

        if (colour is not null)
        {
            run.Append(new Color { Val = colour });
        }

        run.Append(new FontSize { Val = $"{halfPoints}" });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph, StyleId = id,
        };
    }
}
