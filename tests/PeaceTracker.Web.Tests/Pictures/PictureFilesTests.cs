using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Testing;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pictures;

/// <summary>Every chart is a file of its own, as a drawing and as an image, which says what it is, of which day, and where it is from.</summary>
public class PictureFilesTests(BothBoards host)
{
    private const string Board = "/negotiations/" + SeedFile.Example;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // Each chart: on which page it stands, and its address. The card stands beside links elsewhere.
    private static readonly (string Page, string File)[] Charts =
    [
        ("", "shares"), ("", "claimed-computed"), ("", "every-issue"), ("", "by-pair"), ("", "by-category"), ("", "how-firm"), ("", "card"),
        ("pairs", "pairs"), ("pairs/elorie-nahrazan", "pairs?dyad=elorie-nahrazan"), ("pairs/elorie-nahrazan", "calendar?dyad=elorie-nahrazan"),
        ("rounds", "calendar"), ("matrix", "matrix"), ("matrix?redlines=yes", "matrix?redlines=yes"),
        ("agendas?view=paths", "paths"), ("agendas?view=paths&sort=move", "paths?sort=move"), ("agendas?view=links", "links"),
        ("issues/ceasefire", "timeline?issue=ceasefire"), ("drafts/charter-text", "brackets?draft=charter-text"),
        ("changes?from=2024-07-15&to=2025-07-31", "comparison?from=2024-07-15&to=2025-07-31"),
    ];

    public static TheoryData<string> Files => [.. Charts.Select(chart => chart.File)];

    public static TheoryData<string, string> OnPages => [.. Charts.Where(chart => chart.File != "card")
        .Select(chart => new TheoryDataRow<string, string>(chart.Page, chart.File))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Files_AllThatAreMapped_AreLookedAtHere()
    {
        var mapped = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<MappedPicture>()?.Name).OfType<string>().Distinct();

        Assert.Equal(Charts.Select(chart => chart.File.Split('?')[0]).Append("portfolio").Distinct().Order(), mapped.Order());
    }

    // The drawing is 1,200 wide; the image has two points for each of its pixels.
    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_OfAPastDay_IsADrawingAndAnImageThatSayWhatTheyAre(string file)
    {
        var drawing = XDocument.Parse(await TextAsync(Address(file, "svg", "asOf=2025-09-12")));
        var image = new PngImage(await BytesAsync(Address(file, "png", "asOf=2025-09-12")));

        var (title, words) = (drawing.Root!.Element(Svg + "title")!.Value, string.Join(' ', drawing.Descendants(Svg + "text").Select(t => t.Value)));
        Assert.Contains("Ashune Valley talks (fictional)", title, StringComparison.Ordinal);
        Assert.Contains("12 September 2025", words, StringComparison.Ordinal);
        Assert.Contains("Fictional example", words, StringComparison.Ordinal);
        Assert.Contains("asOf=2025-09-12&change=2", words, StringComparison.Ordinal);
        Assert.Contains("The board as of 12 September 2025", drawing.Root.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(drawing.Descendants(), e => e.Name.LocalName is "script" or "foreignObject" or "image" or "use");
        Assert.DoesNotContain("var(", drawing.ToString(), StringComparison.Ordinal);
        Assert.True(image.IsPng);
        Assert.Equal((2 * (int)drawing.Root.Attribute("width")!, 2 * (int)drawing.Root.Attribute("height")!), (image.Width, image.Height));
        Assert.Equal(title, image.Texts()["Title"]);
        Assert.StartsWith("http://localhost/negotiations/example", image.Texts()["Source"], StringComparison.Ordinal);
        // Something is drawn, and nothing of it beside the margins.
        Assert.False(image.IsWhite(80, 40, image.Width - 80, 200));
        Assert.True(file == "card" || image.IsWhite(0, 0, 40, image.Height), "Something stands left of the margin.");
        Assert.True(file == "card" || image.IsWhite(image.Width - 40, 0, image.Width, image.Height), "Something stands right of the margin.");
    }

    [Theory]
    [MemberData(nameof(OnPages))]
    public async Task Page_WithAChart_LinksBothOfItsFiles(string page, string file)
    {
        var document = await host.DocumentAsync(Board + (page.Length == 0 ? "" : $"/{page}"));

        var links = document.QuerySelectorAll(".pictures a[download]").Select(a => a.GetAttribute("href")!).ToList();
        foreach (var ending in (string[])["svg", "png"])
        {
            var asked = Address(file, ending).Split('?', '&');
            Assert.Contains(links, link => asked.SequenceEqual(link.Split('?', '&').Take(asked.Length)));
        }
    }

    [Theory]
    [InlineData("timeline.svg?issue=no-such")]
    [InlineData("brackets.png?draft=no-such")]
    [InlineData("pairs.png?dyad=no-such")]
    public async Task File_OfNothing_IsRefusedWithASentence(string file)
    {
        using var answer = await host.Client.GetAsync(new Uri($"{Board}/{file}", UriKind.Relative), Cancellation);

        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    // Another program with the same record, made later: what it draws is the same to the byte.
    [Fact]
    public async Task File_OfAChange_IsTheSameFromAnotherProgram()
    {
        await using var other = new TrackerHost { WithExample = true };
        foreach (var file in (string[])["shares.png", "matrix.png", "by-pair.svg", "comparison.svg"])
        {
            var address = $"{Board}/{file}?asOf=2025-09-12&change=2";
            Assert.Equal(await BytesAsync(address), await other.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancellation));
        }
    }

    [Fact]
    public async Task Portfolio_BothFiles_ShowBothBoards()
    {
        var drawing = XDocument.Parse(await TextAsync("/portfolio.svg"));
        var image = new PngImage(await BytesAsync("/portfolio.png?sort=change"));
        var page = await host.DocumentAsync("/");

        var words = drawing.Descendants(Svg + "text").Select(t => t.Value).ToList();
        Assert.Contains("Ashune Valley talks (fictional)", words);
        Assert.Contains("Russia–Ukraine: US-proposed peace deal", words);
        Assert.Equal(2400, image.Width);
        Assert.NotNull(page.QuerySelector(".pictures a[href='/portfolio.png']"));
        Assert.NotNull(page.QuerySelector(".pictures a[href='/portfolio.svg']"));
    }

    // 13 of 24 claimed in the example by Hjalde Møllwynd on 12 September 2025, 12 of 24 computed (EXAMPLE.md).
    [Fact]
    public async Task Page_Any_HasThePictureOfTheTwoFiguresForPreviewsOfLinks()
    {
        var page = await host.DocumentAsync($"{Board}/issues?asOf=2025-09-12");
        string? Meta(string name) => page.QuerySelector($"meta[property='og:image{name}']")?.GetAttribute("content");

        Assert.Equal($"http://localhost{Board}/card.png?asOf=2025-09-12", Meta(""));
        Assert.Equal("image/png", Meta(":type"));
        var image = new PngImage(await BytesAsync($"{Board}/card.png?asOf=2025-09-12"));
        Assert.Equal(($"{image.Width}", $"{image.Height}"), (Meta(":width"), Meta(":height")));
        Assert.Contains("13 of 24 (54.2%) (Hjalde Møllwynd, 12 September 2025)", Meta(":alt"), StringComparison.Ordinal);
        Assert.Contains("12 of 24 (50%)", Meta(":alt"), StringComparison.Ordinal);
    }

    private static string Address(string file, string ending, string? moment = null)
    {
        var (name, query) = file.Split('?') is [var before, var after] ? (before, $"?{after}") : (file, "");
        return $"{Board}/{name}.{ending}{query}{(moment is null ? "" : $"{(query.Length == 0 ? "?" : "&")}{moment}")}";
    }

    private async Task<string> TextAsync(string address) => await host.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);

    private Task<byte[]> BytesAsync(string address) => host.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancellation);
}
