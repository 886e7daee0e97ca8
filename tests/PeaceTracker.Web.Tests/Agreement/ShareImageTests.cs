using System.Text.RegularExpressions;
using System.Xml.Linq;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Agreement;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Agreement;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Agreement;

public partial class ShareImageTests : ComponentTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task Image_AnyBoard_SaysWhatItIsAndWhereItIsFrom()
    {
        var image = await ImageAsync(Rising().Board());

        var words = Words(image);
        Assert.Contains("The board as of 10 January 2026, at change 1 of the record.", words, StringComparison.Ordinal);
        Assert.Contains(ShareExport.Definition, words, StringComparison.Ordinal);
        Assert.Contains("https://board.example/negotiations/talks?asOf=2026-01-10&change=1", words, StringComparison.Ordinal);
        Assert.Equal(
            "https://board.example/negotiations/talks?asOf=2026-01-10&change=1", (string?)image.Root!.Elements(Svg + "a").Single().Attribute("href"));
        Assert.Contains("no evidence after 3 January 2026", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Fictional example", words, StringComparison.Ordinal);
        Assert.NotEmpty(image.Root.Element(Svg + "title")!.Value);
        Assert.NotEmpty(image.Root.Element(Svg + "desc")!.Value);
    }

    // 0 of 5, then 1 of 5: one level stretch, the rise, one stretch after the newest evidence. The text-agreed share stays at 0: two stretches.
    [Fact]
    public async Task Image_TwoSteps_DrawsEachStretchAndRise()
    {
        var image = await ImageAsync(Rising().Board());

        var lines = image.Descendants(Svg + "path").ToLookup(p => (string?)p.Attribute("class"), p => (string?)p.Attribute("d"));
        Assert.Matches("^M[0-9.]+ [0-9.]+H[0-9.]+V[0-9.]+$", Assert.Single(lines["line line-agreed"]));
        Assert.Matches("^M[0-9.]+ [0-9.]+H[0-9.]+$", Assert.Single(lines["line line-agreed line-after"]));
        Assert.Matches("^M[0-9.]+ [0-9.]+H[0-9.]+$", Assert.Single(lines["line line-text"]));
    }

    [Theory]
    [InlineData("</title><script>alert(1)</script>")]
    [InlineData("a & b \"c\" 'd' ]]> <!-- e")]
    [InlineData("no character \uFFFF \uFFFE of XML")]
    public async Task Image_HostileTitle_IsTextAndNothingElse(string title)
    {
        var board = Rising().Board();

        var image = await ImageAsync(new Board(board.Record with { Negotiation = board.Negotiation with { Title = title } }, 1));

        Assert.DoesNotContain(image.Descendants(), e => e.Name.LocalName is "script" or "foreignObject");
        var readable = title.Replace("\uFFFF", "", StringComparison.Ordinal).Replace("\uFFFE", "", StringComparison.Ordinal);
        Assert.Equal($"{readable}: shares over time", image.Root!.Element(Svg + "title")!.Value);
    }

    [Fact]
    public async Task Image_LongTitle_IsBrokenIntoLines()
    {
        var board = Rising().Board();
        var title = string.Join(' ', Enumerable.Repeat("talks", 60));

        var image = await ImageAsync(new Board(board.Record with { Negotiation = board.Negotiation with { Title = title } }, 1));

        var lines = image.Root!.Elements(Svg + "text").Where(t => (string?)t.Attribute("class") == "title").Select(t => t.Value).ToList();
        Assert.Equal($"{title}: shares over time", string.Join(' ', lines));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 80));
    }

    [Fact]
    public async Task Image_NothingInScope_SaysSoInsteadOfDrawing()
    {
        var image = await ImageAsync(new RecordBuilder().Board());

        Assert.DoesNotContain(image.Descendants(Svg + "line"), line => line.Parent!.Name.LocalName != "pattern");
        Assert.Empty(image.Descendants(Svg + "path"));
        Assert.Contains("no share to draw", Words(image), StringComparison.Ordinal);
    }

    // The file has the site's light colours, on white, where they are known to be legible; nothing in it is fetched from anywhere.
    [Fact]
    public async Task Image_Colours_AreThoseOfTheLightPage()
    {
        var image = await ImageAsync(Rising().Board());

        var style = image.Root!.Element(Svg + "style")!.Value;
        var site = await File.ReadAllTextAsync(
            Repository.PathOf("src", "PeaceTracker.Web", "wwwroot", "css", "site.css"), TestContext.Current.CancellationToken);
        var light = site[..site.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)];
        Assert.All(Colour().Matches(style).Select(m => m.Value), colour => Assert.Contains(colour, light, StringComparison.Ordinal));
        Assert.DoesNotMatch("var\\(|url\\(|@import|@font-face", style);
    }

    private static RecordBuilder Rising()
    {
        var record = new RecordBuilder().Issue("a").Issue("b").Issue("c").Issue("d").Issue("e");
        foreach (var issue in new[] { "a", "b", "c", "d", "e" })
        {
            record.Status(issue, Level.Disputed, 1);
        }

        return record.Status("a", Level.AgreedInPrinciple, 3);
    }

    private async Task<XDocument> ImageAsync(Board board)
    {
        var dated = new BoardAddress("talks", new(RecordBuilder.Day(10), null, 1));
        return XDocument.Parse(await BoardPictures.SvgAsync<ShareImage>(Services,
        [
            (nameof(BoardPicture.At), board.AsOf(RecordBuilder.Day(10))), (nameof(BoardPicture.Dated), dated),
            (nameof(BoardPicture.Absolute), (Func<string, string>)(path => "https://board.example" + path)),
        ]));
    }

    private static string Words(XDocument image) => string.Join(' ', image.Descendants(Svg + "text").Select(t => t.Value));

    [GeneratedRegex("#[0-9a-f]{6}")]
    private static partial Regex Colour();
}
