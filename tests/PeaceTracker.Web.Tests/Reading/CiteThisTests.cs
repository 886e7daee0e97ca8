using Bunit;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Reading;

public class CiteThisTests : ComponentTests
{
    [Fact]
    public void Link_Present_HoldsBothOfTodaysDates()
    {
        GoTo("/negotiations/talks/issues?level=disputed");

        var cite = Render<CiteThis>(p => p.Add(c => c.Title, "Talks: issues").Add(c => c.Address, new BoardAddress("talks")));

        Assert.Equal("http://localhost/negotiations/talks/issues?level=disputed&asOf=2026-11-23&knownAt=2026-11-23", cite.Find("#cite-link").GetAttribute("href"));
        Assert.Contains("Talks: issues", cite.Find("#cite-full").TextContent, StringComparison.Ordinal);
    }

    // With one negotiation the page at "/" is its summary; with two it is another page, under the same address.
    [Theory]
    [InlineData("/", "http://localhost/negotiations/talks?asOf=2026-11-23&knownAt=2026-11-23")]
    [InlineData("/?page=2&asOf=2026-11-01", "http://localhost/negotiations/talks?page=2&asOf=2026-11-23&knownAt=2026-11-23")]
    public void Link_FirstPageOfTheOnlyNegotiation_IsTheNegotiationsOwn(string at, string expected)
    {
        GoTo(at);

        var cite = Render<CiteThis>(p => p.Add(c => c.Title, "Talks").Add(c => c.Address, new BoardAddress("talks")));

        Assert.Equal(expected, cite.Find("#cite-link").GetAttribute("href"));
    }

    [Fact]
    public void Link_FirstPageOfAllNegotiations_StaysWhereItIs()
    {
        GoTo("/");

        var cite = Render<CiteThis>(p => p.Add(c => c.Title, "Side by side").Add(c => c.Address, new BoardAddress("")));

        Assert.Equal("http://localhost/?asOf=2026-11-23&knownAt=2026-11-23", cite.Find("#cite-link").GetAttribute("href"));
    }

    [Fact]
    public void Link_PastDates_StayAsTheyAre()
    {
        var address = new BoardAddress("talks", new(new DateOnly(2025, 5, 3), new DateOnly(2025, 6, 1)));
        GoTo(address.Summary);

        var cite = Render<CiteThis>(p => p.Add(c => c.Title, "Talks").Add(c => c.Address, address));

        Assert.Equal("http://localhost" + address.Summary, cite.Find("#cite-link").GetAttribute("href"));
        Assert.Contains("as of 3 May 2025, as known at 1 June 2025", cite.Find("#cite-full").TextContent, StringComparison.Ordinal);
    }
}
