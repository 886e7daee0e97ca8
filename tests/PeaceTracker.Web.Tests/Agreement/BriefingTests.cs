using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

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
            ["How much is agreed", "What remains", "What changed since 31 January 2025", "Pairs", "How this is made"],
            headings.Where(heading => heading != "Next"));
        Assert.Contains("Agreed over the whole board: 7 of 24 (29.2%) → 12 of 24 (50%).", body.InnerText, StringComparison.Ordinal);
        Assert.Contains("The board as of 1 September 2025, by change 2 of the record. Fictional example", body.InnerText, StringComparison.Ordinal);
        Assert.All(body.Elements<Table>(), table => Assert.NotNull(table.Descendants<TableHeader>().FirstOrDefault()));
        // Each mark in the text has its note, and no note is without a mark.
        var marks = body.Descendants<FootnoteReference>().Select(mark => mark.Id!.Value).ToList();
        var notes = document.MainDocumentPart.FootnotesPart!.Footnotes!.Elements<Footnote>()
            .Where(note => note.Type is null).Select(note => note.Id!.Value);
        Assert.NotEmpty(marks);
        Assert.Equal(notes, marks);
    }

    [Theory]
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
