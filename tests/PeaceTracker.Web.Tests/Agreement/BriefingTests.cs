using System.Net;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.Pictures;

namespace PeaceTracker.Web.Tests.Agreement;

/// <summary>The briefing as a document for a word processor.</summary>
public class BriefingTests(BothBoards host)
{
    private const string File = "/negotiations/" + SeedFile.Example + "/briefing.docx";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SeedFile.Example)]
    [InlineData(SeedFile.RussiaUkraine)]
    public async Task Docx_OfABoard_IsValidAfterTheSchemas(string slug)
    {
        using var document = await OpenAsync($"/negotiations/{slug}/briefing.docx");

        Assert.Empty(new OpenXmlValidator().Validate(document, Cancellation)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
    }

    // The figures of the method's worked table in EXAMPLE.md: 7 of 24 on 31 January 2025, 12 of 24 from 27 August.
    [Fact]
    public async Task Docx_SinceADate_HasHeadingsTablesNotesAndWhatChanged()
    {
        using var document = await OpenAsync($"{File}?asOf=2025-09-01&since=2025-01-31&change=2");
        var body = document.MainDocumentPart!.Document!.Body!;
        var headings = body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1").Select(p => p.InnerText);

        Assert.Equal(
            ["How much is agreed", "Shares over time", "What remains", "What changed since 31 January 2025", "Pairs", "How this is made"],
            headings.Where(heading => heading != "Next"));
        Assert.Contains("Agreed over the whole board: 7 of 24 (29.2%) → 12 of 24 (50%).", body.InnerText, StringComparison.Ordinal);
        Assert.Contains("The board as of 1 September 2025, at change 2 of the record. Fictional example", body.InnerText, StringComparison.Ordinal);
        Assert.All(body.Elements<Table>(), table => Assert.NotNull(table.Descendants<TableHeader>().FirstOrDefault()));
        // Each mark in the text has its note, and no note is without a mark.
        var marks = body.Descendants<FootnoteReference>().Select(mark => mark.Id!.Value).ToList();
        var notes = document.MainDocumentPart.FootnotesPart!.Footnotes!.Elements<Footnote>()
            .Where(note => note.Type is null).Select(note => note.Id!.Value);
        Assert.NotEmpty(marks);
        Assert.Equal(notes, marks);
    }

    // The chart is an image with what it shows in words; the page shows the same one.
    [Fact]
    public async Task Docx_Chart_IsAPictureWithAlternativeText()
    {
        using var document = await OpenAsync($"{File}?asOf=2025-09-12&change=2");

        var picture = Assert.Single(document.MainDocumentPart!.Document!.Body!.Descendants<DocProperties>());
        Assert.StartsWith("Chart of the agreed share of the whole board over time:", picture.Description, StringComparison.Ordinal);
        Assert.Contains("12 of 24 (50%) on 12 September 2025", picture.Description, StringComparison.Ordinal);
        var image = Assert.Single(document.MainDocumentPart.ImageParts);
        using var bytes = new MemoryStream();
        await using (var stream = image.GetStream())
        {
            await stream.CopyToAsync(bytes, Cancellation);
        }

        var drawn = new PngImage(bytes.ToArray());
        Assert.Equal(1600, drawn.Width); // 800 pixels over a line of 17 cm: words of 15 pixels are of 9 points
        var extent = document.MainDocumentPart.Document.Body.Descendants<Extent>().Single();
        Assert.InRange((double)extent.Cx! / extent.Cy!, 0.99 * drawn.Width / drawn.Height, 1.01 * drawn.Width / drawn.Height);
    }

    [Fact]
    public async Task Page_SectionsAndDayChosen_HasThoseAndLeadsToTheSameForWord()
    {
        var page = await host.DocumentAsync(
            "/negotiations/example/briefing?asOf=2025-09-01&since=2025-01-31&sections=figures&sections=changes&change=2");

        Assert.Equal(
            ["How much is agreed", "What changed since 31 January 2025", "How this is made", "Sources"],
            page.QuerySelectorAll(".briefing h2").Select(h => h.TextContent));
        Assert.Contains("7 of 24 (29.2%) → 12 of 24 (50%)", page.QuerySelector(".briefing")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["figures", "changes"], page.QuerySelectorAll("input[name=sections][checked]").Select(box => box.GetAttribute("value")));
        // Each mark leads to a source that is there.
        var marks = page.QuerySelectorAll(".briefing sup a").Select(a => a.GetAttribute("href")!.Split('#')[1]).ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.NotNull(page.GetElementById(mark)));
        using var document = await OpenAsync(page.QuerySelector(".lede a[href*='.docx']")!.GetAttribute("href")!);
        Assert.Equal(
            ["How much is agreed", "What changed since 31 January 2025", "How this is made"],
            document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>()
                .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1").Select(p => p.InnerText));
    }

    [Fact]
    public async Task Page_WithoutChoice_HasAllSectionsAndTheChart()
    {
        var page = await host.DocumentAsync("/negotiations/example/briefing?asOf=2025-09-12");

        Assert.Equal(6, page.QuerySelectorAll("input[name=sections][checked]").Length);
        var chart = page.QuerySelector("img.briefing-chart")!;
        Assert.Equal("/negotiations/example/shares.png?form=narrow&asOf=2025-09-12", chart.GetAttribute("src"));
        Assert.StartsWith("Chart of the agreed share", chart.GetAttribute("alt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sections=summary", "summary")]
    [InlineData("since=2025-02-30", "is not a date")]
    [InlineData("since=1999-01-01", "is before this negotiation")]
    [InlineData("asOf=2025-01-01&since=2025-02-01", "is after the date of this board")]
    public async Task Docx_DateThatCannotBeUsed_IsRefused(string query, string sentence)
    {
        using var answer = await host.Client.GetAsync(new Uri($"{File}?{query}", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<WordprocessingDocument> OpenAsync(string address)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation)), isEditable: false);
    }
}
