using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What is taken along from a page says by itself what it is, of which date, and where it is from.</summary>
public class DownloadTests(Reader reader) : BrowserTest(reader)
{
    private const string Example = "/negotiations/example";

    // Dark points in the first hundred lines of the image, where the title stands, and in the last, where the source does.
    private const string HasInk = """
        async address => {
            const image = new Image();
            image.src = address;
            await image.decode();
            const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
            const pen = canvas.getContext('2d', { willReadFrequently: true });
            pen.drawImage(image, 0, 0);
            const ink = from => pen.getImageData(0, from, image.width, 100).data.some((value, i) => i % 4 === 0 && value < 100);
            return ink(0) && ink(image.height - 100);
        }
        """;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // Twice the size of the SVG, which is 1200 wide. A file of one colour would be far smaller than 20 kB.
    [Fact]
    public async Task Png_AfterNavigation_IsTheImageOfThatDate()
    {
        var page = await OpenAsync(Example + "/claims?asOf=2025-01-31", program: Reader.Both);
        await page.Locator($"nav.tabs a[href='{Example}?asOf=2025-01-31']").ClickAsync();
        await ArriveAsync(page, "**/example?asOf=2025-01-31");

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href*='shares.png']").First.ClickAsync());

        Assert.Equal("example-shares-2025-01-31.png", download.SuggestedFilename);
        var png = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(Signature, png[..8]);
        Assert.Equal(2400, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.InRange(png.Length, 20_000, int.MaxValue);

        // What it is and where it is from, as text of the file: chunks of length, type, keyword and text.
        var texts = Texts(png);
        Assert.Equal(["Title", "Description", "Source"], texts.Select(t => t.Keyword));
        Assert.Contains("shares over time", texts[0].Text, StringComparison.Ordinal);
        Assert.Contains("as of 31 January 2025", texts[1].Text, StringComparison.Ordinal);
        Assert.Contains("agreed is agreed in principle or better", texts[1].Text, StringComparison.Ordinal);
        Assert.StartsWith($"{Reader.Both.Address}{Example}?asOf=2025-01-31&change=", texts[2].Text, StringComparison.Ordinal);
        // The drawing has them too: a browser that reads the file shows what it drew of the SVG, words and all.
        Assert.True(await page.EvaluateAsync<bool>(HasInk, $"data:image/png;base64,{Convert.ToBase64String(png)}"));
    }

    [Fact]
    public async Task Svg_WithoutScripts_IsSaved()
    {
        var page = await OpenAsync(Example, new() { JavaScriptEnabled = false }, Reader.Both);

        var download = await page.RunAndWaitForDownloadAsync(
            () => page.Locator("a[href='/negotiations/example/shares.svg']").ClickAsync());

        Assert.EndsWith(".svg", download.SuggestedFilename, StringComparison.Ordinal);
        await page.Locator("details.as-of summary").ClickAsync();
        await Assertions.Expect(page.Locator(".as-of-slider")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("shares", "csv-metadata.json")]
    [InlineData("shares", "xlsx")]
    [InlineData("shares", "json")]
    [InlineData("shares", "svg")]
    [InlineData("issues", "csv-metadata.json")]
    [InlineData("issues", "xlsx")]
    [InlineData("issues", "json")]
    public async Task File_OfAPastDate_CarriesTitleDateDefinitionAndSource(string of, string ending)
    {
        var page = await OpenAsync($"{Example}{(of == "issues" ? "/issues" : "")}?asOf=2025-01-31", program: Reader.Both);

        if (of == "shares")
        {
            await page.Locator("details.formats > summary").ClickAsync(); // on the summary files are folded away
        }

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"a[href*='{of}.{ending}']").First.ClickAsync());

        Assert.Equal($"example-{of}-2025-01-31.{ending}", download.SuggestedFilename);
        var words = await WordsAsync(await download.PathAsync(), ending);
        Assert.Contains("Ashune Valley talks (fictional)", words, StringComparison.Ordinal);
        Assert.Contains(ending == "svg" ? "as of 31 January 2025" : "2025-01-31", words, StringComparison.Ordinal);
        Assert.Contains(of == "issues" ? "the lowest known level" : "agreed is agreed in principle or better", words, StringComparison.Ordinal);
        Assert.Contains($"{Reader.Both.Address}{Example}", words, StringComparison.Ordinal);
        Assert.Contains("asOf=2025-01-31&change=", words, StringComparison.Ordinal);
    }

    private static List<(string Keyword, string Text)> Texts(byte[] png)
    {
        var texts = new List<(string, string)>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var body = png.AsSpan(at + 4, length + 4);
            Assert.Equal(Checksum(body), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            if (Encoding.ASCII.GetString(body[..4]) == "iTXt")
            {
                var keyword = Encoding.Latin1.GetString(body[4..(4 + body[4..].IndexOf((byte)0))]);
                texts.Add((keyword, Encoding.UTF8.GetString(body[(4 + keyword.Length + 5)..]))); // five zero bytes: no compression, no language
            }

            at += 12 + length;
        }

        return texts;
    }

    // CRC-32 as the PNG format has it, bit by bit.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        return ~sum;
    }

    private static async Task<string> WordsAsync(string path, string ending)
    {
        if (ending != "xlsx")
        {
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            return WebUtility.HtmlDecode(text).Replace("\\u0026", "&", StringComparison.Ordinal);
        }

        // A workbook is a zip of XML.
        await using var file = File.OpenRead(path);
        using var zip = new ZipArchive(file);
        var parts = zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEnd());
        return WebUtility.HtmlDecode(string.Join(' ', parts));
    }
}
