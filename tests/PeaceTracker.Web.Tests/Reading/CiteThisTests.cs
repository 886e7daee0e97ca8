using Bunit;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Reading;

public class CiteThisTests : ComponentTests
{
    private static readonly DateOnly Seen = new(2026, 11, 23);

    [Fact]
    public void Link_Present_HoldsTheDateAndTheChange()
    {
        GoTo("/negotiations/talks/issues?level=disputed");

        var cite = Render<CiteThis>(p => p
            .Add(c => c.Title, "Talks: issues")
            .Add(c => c.Address, new BoardAddress("talks"))
            .Add(c => c.AsOf, Seen).Add(c => c.Change, 17));

        Assert.Equal(
            "http://localhost/negotiations/talks/issues?level=disputed&asOf=2026-11-23&change=17",
            cite.Find("#cite-link").GetAttribute("href"));
        Assert.Contains("Talks: issues", cite.Find("#cite-full").TextContent, StringComparison.Ordinal);
    }

    // With one negotiation the page at "/" is its summary; with two it is another page, under the same address.
    [Theory]
    [InlineData("/", "http://localhost/negotiations/talks?asOf=2026-11-23&change=17")]
    [InlineData("/?page=2&asOf=2026-11-01", "http://localhost/negotiations/talks?page=2&asOf=2026-11-23&change=17")]
    public void Link_FirstPageOfTheOnlyNegotiation_IsTheNegotiationsOwn(string at, string expected)
    {
        GoTo(at);

        var cite = Render<CiteThis>(p => p
            .Add(c => c.Title, "Talks")
            .Add(c => c.Address, new BoardAddress("talks"))
            .Add(c => c.AsOf, Seen).Add(c => c.Change, 17));

        Assert.Equal(expected, cite.Find("#cite-link").GetAttribute("href"));
    }

    [Fact]
    public void Link_FirstPageOfAllNegotiations_StaysWhereItIs()
    {
        GoTo("/");

        var cite = Render<CiteThis>(p => p
            .Add(c => c.Title, "Side by side")
            .Add(c => c.Address, new BoardAddress(""))
            .Add(c => c.AsOf, Seen).Add(c => c.Change, 17));

        Assert.Equal("http://localhost/?asOf=2026-11-23&change=17", cite.Find("#cite-link").GetAttribute("href"));
    }

    [Fact]
    public void Link_PastDates_StayAsTheyAre()
    {
        var address = new BoardAddress("talks", new(new DateOnly(2025, 5, 3), new DateOnly(2025, 6, 1), 12));
        GoTo(address.Summary);

        var cite = Render<CiteThis>(p => p
            .Add(c => c.Title, "Talks")
            .Add(c => c.Address, address)
            .Add(c => c.AsOf, new DateOnly(2025, 5, 3)).Add(c => c.Change, 12));

        Assert.Equal("http://localhost" + address.Summary, cite.Find("#cite-link").GetAttribute("href"));
        Assert.Contains("as of 3 May 2025, as recorded by 1 June 2025, change 12.", cite.Find("#cite-full").TextContent, StringComparison.Ordinal);
    }
}
