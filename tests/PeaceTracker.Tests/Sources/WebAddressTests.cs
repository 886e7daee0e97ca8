using PeaceTracker.Services.Sources;

namespace PeaceTracker.Tests.Sources;

public class WebAddressTests
{
    [Theory]
    [InlineData("https://example.org/talks", "example.org/talks")]
    [InlineData("http://www.example.org/talks/", "example.org/talks")] // scheme, www, the slash at the end
    [InlineData(" HTTPS://WWW.Example.ORG:443/talks#top", "example.org/talks")] // blanks, case of the host, port, fragment
    [InlineData("https://example.org/talks?utm_source=mail&utm_medium=x&fbclid=1&gclid=2", "example.org/talks")]
    [InlineData("https://example.org/talks?id=7&utm_source=mail&page=2", "example.org/talks?id=7&page=2")] // what names the page stays
    [InlineData("https://example.org:8080/Talks", "example.org:8080/Talks")] // paths differ by case, and other ports are other servers
    [InlineData("https://www.example.org", "example.org")]
    [InlineData("https://bücher.example/x", "xn--bcher-kva.example/x")]
    [InlineData("ftp://example.org/talks", null)]
    [InlineData("talks", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Plain_Address_IsWhatLeadsToThePage(string? address, string? expected) => Assert.Equal(expected, WebAddress.Plain(address));
}
