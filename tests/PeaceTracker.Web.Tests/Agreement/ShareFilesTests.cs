using System.Net;
using System.Xml.Linq;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Agreement;

public class ShareFilesTests(BothBoards host)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task Svg_PastDate_IsAnImageOfThatDate()
    {
        using var answer = await GetAsync("/negotiations/example/shares.svg?asOf=2024-03-20");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("example-shares-2024-03-20.svg", answer.Content.Headers.ContentDisposition!.FileName);
        var image = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Svg + "svg", image.Root!.Name);
        Assert.Contains("as of 20 March 2024", image.Root.Value, StringComparison.Ordinal);
        Assert.Contains("Fictional example", image.Root.Value, StringComparison.Ordinal);
        Assert.Contains("http://localhost/negotiations/example?asOf=2024-03-20&change=2", image.Root.Value, StringComparison.Ordinal);
        // The first claims of the example are from May 2024: the image of March must not know them.
        Assert.DoesNotContain("Keltavar", image.Root.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asOf=2024-02-30")]
    [InlineData("asOf=9999-01-01")]
    [InlineData("asOf=1999-01-01")]
    [InlineData("knownAt=yesterday")]
    public async Task Svg_DateThatCannotBeAskedFor_IsRefused(string query)
    {
        using var answer = await GetAsync("/negotiations/example/shares.svg?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Svg_UnknownNegotiation_IsNotFound()
    {
        using var answer = await GetAsync("/negotiations/nowhere/shares.svg");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Summary_Past_LinksTheImageOfThatDate()
    {
        var page = await host.DocumentAsync("/negotiations/example?asOf=2024-03-20");

        Assert.NotNull(page.QuerySelector("a[download][href='/negotiations/example/shares.png?asOf=2024-03-20']"));
        Assert.NotNull(page.QuerySelector("a[download][href='/negotiations/example/shares.svg?asOf=2024-03-20']"));
    }

    private Task<HttpResponseMessage> GetAsync(string address) =>
        host.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
