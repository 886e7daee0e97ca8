using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Talks;

/// <summary>The pages of parties, working groups, rounds, drafts and sources of the first seed.</summary>
public sealed class TablePagesTests(BothBoards host)
{
    [Theory]
    [InlineData("parties", "Parties")]
    [InlineData("parties/ukraine", "Ukraine")]
    [InlineData("working-groups", "Working groups")]
    [InlineData("working-groups/territory", "Territory")]
    [InlineData("rounds", "Rounds")]
    [InlineData("rounds/berlin-talks", "Berlin talks")]
    [InlineData("drafts", "Drafts and offers")]
    [InlineData("drafts/territory-text", "Text on territory")]
    [InlineData("sources", "Sources")]
    [InlineData("changes", "Changes")]
    public async Task Get_EachPage_HasItsHeadingAndIdsOnce(string address, string heading)
    {
        var (status, page) = await host.PageAsync(address);

        Assert.Equal(200, status);
        Assert.Equal(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        var ids = page.QuerySelectorAll("main [id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    // “The line is drawn” was said in the week of 10 February 2025; every other claim of the example by then has its day.
    [Fact]
    public async Task Rounds_ClaimOfAWeek_IsASpanOfTheCalendar()
    {
        var page = await host.DocumentAsync("/negotiations/example/rounds?asOf=2025-02-20&knownAt=2025-02-20");

        var span = Assert.Single(page.QuerySelectorAll(".strip-claim:not(.strip-mark)"));
        Assert.Contains("week of 10 February 2025", span.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".strip-claim.strip-mark"));
    }

    [Theory]
    [InlineData("parties/nobody")]
    [InlineData("pairs/nobody-else")]
    [InlineData("working-groups/none")]
    [InlineData("rounds/none")]
    [InlineData("drafts/none")]
    [InlineData("sources/none")]
    public async Task Get_KeyThatIsNone_NotFound(string address) => Assert.Equal(404, (await host.PageAsync(address)).Status);

    [Fact]
    public async Task Party_Ukraine_ShowsRedLineAndSharesByPair()
    {
        var (_, page) = await host.PageAsync("parties/ukraine");

        var position = page.QuerySelector("#position-ukraine-territory-1")!;
        Assert.Equal("Red line", position.QuerySelector(".pill-warn")!.TextContent);
        Assert.Contains("Reuters, P5", position.TextContent, StringComparison.Ordinal);
        var pairs = page.QuerySelectorAll(".bars > li").ToDictionary(li => li.QuerySelector("a")!.TextContent, li => li.TextContent);
        Assert.Contains("the only required pair", pairs["Ukraine–Russia"], StringComparison.Ordinal);
        Assert.Contains("0 of 7", pairs["Ukraine–Russia"], StringComparison.Ordinal);
    }

    // The weekend of 20 and 21 December 2025 was announced as tentative, and the only source is older than it.
    [Theory]
    [InlineData("rounds?asOf=2025-12-16", "next", "date tentative")]
    [InlineData("rounds?asOf=2025-12-22", "not-reported", "outcome not reported")]
    public async Task Rounds_BeforeAndAfterTheTentativeDays_StandInTheirSection(string address, string section, string words)
    {
        var (_, page) = await host.PageAsync(address);

        var text = page.QuerySelector($"section[aria-labelledby={section}]")!.TextContent;
        Assert.Contains("Working groups in the United States", text, StringComparison.Ordinal);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains("place tentative", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_Offer_SaysItsValidityInWords()
    {
        var (_, page) = await host.PageAsync("drafts");

        var offer = page.QuerySelector("#offer-article-5-like-guarantees")!.TextContent;
        Assert.Contains("Time-limited, no date given", offer, StringComparison.Ordinal);
        Assert.Contains("On the table", offer, StringComparison.Ordinal);
        Assert.Contains("Russia", page.QuerySelector("td[data-label='Not seen by']")!.TextContent, StringComparison.Ordinal);
    }

    // On the board of 19 January 2025 the protocol on water had not been seen by Élorie; on the 20th it was laid before it.
    [Theory]
    [InlineData("2025-01-19", "nobody named", "Élorie")]
    [InlineData("2025-01-20", "Élorie since 20 January 2025", "nobody named")]
    public async Task Draft_SeenSinceADay_SaysSoFromThatDayOn(string date, string seen, string notSeen)
    {
        var (_, page) = await host.GetAsync($"/negotiations/example/drafts/water-protocol?asOf={date}");

        var row = page.QuerySelector("#version-1")!;
        Assert.Contains(seen, row.QuerySelector("td[data-label='Seen by']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(notSeen, row.QuerySelector("td[data-label='Not seen by']")!.TextContent, StringComparison.Ordinal);
    }

    // The officials' territory text is held by Ukraine and not seen by Russia: of no principal is it unknown.
    [Fact]
    public async Task Draft_EveryPrincipalInAList_NamesNobodyOfWhomItIsNotKnown()
    {
        var (_, page) = await host.PageAsync("drafts/territory-text");

        Assert.DoesNotContain("not known for", page.QuerySelector("#version-1")!.TextContent, StringComparison.Ordinal);
    }

    // Announced by the mediator on 26 April, reported by the communiqué of 24 May: the outcome stands on the second alone.
    [Fact]
    public async Task Round_AnnouncedAndHeld_SaysItsOutcomeByItsOwnSource()
    {
        var (_, page) = await host.GetAsync("/negotiations/example/rounds/second-round");

        Assert.Equal("Joint Secretariat of the Ashune Talks, P1", page.QuerySelector("#outcome .cites a")!.TextContent.Trim('[', ']'));
        Assert.Contains("Office of the Mediator", page.QuerySelector("#announced")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Office of the Mediator", page.QuerySelector("#outcome")!.TextContent, StringComparison.Ordinal);
        var papers = page.QuerySelector("section[aria-labelledby=came-out]")!.TextContent;
        Assert.Contains("Draft: Text of the ceasefire, version 1", papers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_CameOutOfARound_NamesIt()
    {
        var (_, page) = await host.GetAsync("/negotiations/example/drafts/ceasefire-text");

        var link = page.QuerySelector("#version-1 .came-out a")!;
        Assert.EndsWith("/rounds/second-round", link.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_WithoutADate_SaysByWhenItWasOut()
    {
        var (_, page) = await host.GetAsync("/negotiations/example/sources/note-2024-12");

        var facts = page.QuerySelector("dl.facts")!.TextContent;
        Assert.Contains("none is printed", facts, StringComparison.Ordinal);
        Assert.Contains("date not known, 3 December 2024 or earlier", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_Places_CarryTheAnchorsOfCitations()
    {
        var (_, page) = await host.PageAsync("sources/reuters-2025-12-15");

        Assert.NotNull(page.QuerySelector("h3#p5"));
        Assert.Contains("Dec. 15, 2026", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("13 status events", page.QuerySelector("section[aria-labelledby=rests] .sub")!.TextContent, StringComparison.Ordinal);
    }
}
