using System.Net;
using System.Text.RegularExpressions;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Web.Tests.Pages;

namespace PeaceTracker.Web.Tests.Boards;

/// <summary>Every page makes sense on a board with nothing, with one of something, and with all of it alike.</summary>
public sealed partial class OddBoardsTests(OddBoards host) : IClassFixture<OddBoards>
{
    // None in scope: no agenda, or one that names no issue.
    private static readonly string[] NothingInScope = ["empty", "one-party", "no-agenda", "agenda-emptied"];

    public static TheoryData<string> Slugs => [.. OddBoards.Records.Select(record => record.Negotiation.Slug)];

    public static TheoryData<string> SlugsWithNothingInScope => [.. NothingInScope];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Check_OddBoard_FitsTheRules(string slug) => Assert.Empty(NegotiationRules.Check(Record(slug)));

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Get_EveryPage_MakesSense(string slug)
    {
        foreach (var address in Addresses(Record(slug)))
        {
            var (answer, document) = await host.GetAsync(address);
            var text = document.Body!.TextContent;

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {address}");
            Assert.NotEmpty(Assert.Single(document.QuerySelectorAll("h1")).TextContent.Trim());
            Assert.False(NoFigure().IsMatch(text), $"{NoFigure().Match(text).Value} on {address}");
            Assert.True(document.QuerySelectorAll("ul, tbody").All(list => list.Children.Length > 0), $"An empty list on {address}");
        }
    }

    [Theory]
    [MemberData(nameof(SlugsWithNothingInScope))]
    public async Task Get_NothingInScope_NoPercentageButWords(string slug)
    {
        foreach (var address in Addresses(Record(slug)).Where(a => !a.EndsWith("/method", StringComparison.Ordinal)))
        {
            var document = await host.DocumentAsync(address);

            // The chart's axis has both of them where there were issues once, and a claim may say what it likes.
            foreach (var figure in document.QuerySelectorAll("figure.chart, [aria-labelledby=claimed-title]").ToList())
            {
                figure.Remove();
            }

            Assert.False(
                AllOrNothing().IsMatch(document.Body!.TextContent), $"{AllOrNothing().Match(document.Body!.TextContent).Value} on {address}");
        }

        var summary = await host.DocumentAsync($"/negotiations/{slug}");
        Assert.Contains("No issues in scope", summary.QuerySelector("[aria-labelledby=computed-title]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(summary.GetElementById("computed-share"));
    }

    [Fact]
    public async Task Get_AllAgreed_NothingRemains()
    {
        var summary = await host.DocumentAsync("/negotiations/all-agreed");

        // 8 issues of salience 5, all concluded between the only dyad: 8 of 8.
        Assert.Equal("100% 8 of 8", Figure(summary));
        Assert.Contains(
            "Every issue in scope is agreed in principle or better", summary.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AllUnknown_SaysThatTheFigureCouldBeAnything()
    {
        var summary = await host.DocumentAsync("/negotiations/all-unknown");

        // Nothing is known of 8 issues: 0 on record, and all 8 could be agreed.
        var computed = summary.QuerySelector("[aria-labelledby=computed-title]")!.TextContent;
        Assert.Contains("0 of 8", computed, StringComparison.Ordinal);
        Assert.Contains("could be up to 100%", computed, StringComparison.Ordinal);
        Assert.Contains("We have evidence on 0 of the 8", computed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OneIssue_CountsAndGivesNoPercentage()
    {
        var summary = await host.DocumentAsync("/negotiations/one-issue");

        var computed = summary.QuerySelector("[aria-labelledby=computed-title]")!.TextContent;
        Assert.Contains("0 of 1", computed, StringComparison.Ordinal);
        Assert.DoesNotContain("%", computed, StringComparison.Ordinal);
    }

    // On a day within the month or week the entry counts, and says that it may have come later; once that is over, it says no more than the month.
    [Theory]
    [InlineData("/issues/issue-1", "2026-02-10", "February 2026 (it may have happened later in February 2026)", true)]
    [InlineData("/issues/issue-1", "2026-02-28", "February 2026", true)]
    [InlineData("/issues/issue-1", "2026-02-28", "may have happened later", false)]
    [InlineData("/issues/issue-2", "2026-02-03", "week of 2 February 2026 (it may have happened later in the week of 2 February 2026)", true)]
    [InlineData("/issues/issue-2", "2026-02-08", "may have happened later", false)]
    [InlineData("/changes", "2026-02-10", "February 2026 (it may have happened later in February 2026)", true)]
    [InlineData("/issues", "2026-02-10", "1 February 2026", false)]
    [InlineData("", "2026-02-10", "1 February 2026", false)]
    [InlineData("/issues", "2026-02-20", "week of 2 February 2026", true)]
    [InlineData("", "2026-02-10", "week of 2 February 2026", true)]
    public async Task Get_EntryKnownToTheMonth_ShownAsSuchOnADay(string page, string day, string words, bool there)
    {
        var document = await host.DocumentAsync($"/negotiations/month-known{page}?asOf={day}");

        // The control of the dates speaks of days of the board.
        foreach (var control in document.QuerySelectorAll(".as-of, .as-of-steps").ToList())
        {
            control.Remove();
        }

        var text = string.Join(' ', document.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (there)
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }
        else
        {
            Assert.DoesNotContain(words, text, StringComparison.Ordinal);
        }
    }

    // Six issues on the agenda, of which one applies to no pair: five are counted, drawn and listed by level, and the sixth is said to be apart.
    [Fact]
    public async Task Get_OneIssueAppliesToNoPair_FiguresAgree()
    {
        const string board = "/negotiations/one-applies-not";
        var summary = await host.DocumentAsync(board);
        var list = await host.DocumentAsync($"{board}/issues");
        var unknown = await host.DocumentAsync($"{board}/issues?level=unknown");

        Assert.Equal("0% 0 of 5", Figure(summary));
        Assert.Equal(5, summary.QuerySelectorAll("a.unit").Length);
        Assert.Contains(
            "1 issue on the agenda applies to no pair on this date and is not counted.",
            summary.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("6 of 6 issues", list.GetElementById("issue-count")!.TextContent.Trim());
        Assert.Contains("Not applicable", list.QuerySelectorAll("tbody tr")[5].TextContent, StringComparison.Ordinal);
        Assert.Equal("0 of 6 issues", unknown.GetElementById("issue-count")!.TextContent.Trim());
    }

    [Fact]
    public async Task Get_NoneApplies_NeitherAllAgreedNorUnknown()
    {
        var summary = await host.DocumentAsync("/negotiations/none-applies");

        Assert.Empty(summary.QuerySelectorAll("a.unit"));
        Assert.Contains("No issue on the agenda applies to a pair", summary.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Every issue in scope is agreed", summary.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    // Eight issues are in scope; none of them applies to the pair.
    [Fact]
    public async Task Get_NoneApplies_NoPageSaysThatNothingIsInScope()
    {
        foreach (var address in Addresses(Record("none-applies")))
        {
            var text = (await host.DocumentAsync(address)).QuerySelector("main")!.TextContent;

            Assert.False(NothingThere().IsMatch(text), $"{NothingThere().Match(text).Value} on {address}");
        }

        var summary = await host.DocumentAsync("/negotiations/none-applies");
        Assert.Contains("Nothing to count", summary.QuerySelector("section:has(#sensitivity)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PortfolioOfOddBoards_HasARowForEach()
    {
        var home = await host.DocumentAsync("/");

        Assert.Equal(OddBoards.Records.Count, home.QuerySelectorAll(".portfolio tbody tr").Length);
        Assert.DoesNotMatch(NoFigure(), home.Body!.TextContent);
    }

    private static string Figure(AngleSharp.Html.Dom.IHtmlDocument summary) => string.Join(
        ' ', summary.QuerySelector(".figure:has(#computed-share)")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static NegotiationRecord Record(string slug) => OddBoards.Records.Single(record => record.Negotiation.Slug == slug);

    private static IEnumerable<string> Addresses(NegotiationRecord record)
    {
        foreach (var template in ReadingRoutes.Templates.Where(t => t.StartsWith("/negotiations/", StringComparison.Ordinal)))
        {
            var page = template.Split('/') is [_, _, _, var name, ..] ? name : "";
            string[] keys = !template.Contains("{Key}", StringComparison.OrdinalIgnoreCase) ? [""] : page switch
            {
                "issues" => [.. record.Issues.Select(i => i.Key)],
                "parties" => [.. record.Parties.Select(p => p.Key)],
                "pairs" => [.. record.Dyads.Select(d => d.Key)],
                "sources" => [.. record.Sources.Select(s => s.Key)],
                _ => [],
            };
            foreach (var key in keys)
            {
                yield return template.Replace("{Slug}", record.Negotiation.Slug, StringComparison.OrdinalIgnoreCase)
                    .Replace("{Key}", key, StringComparison.OrdinalIgnoreCase);
            }
        }

        yield return $"/negotiations/{record.Negotiation.Slug}/changes?from=2026-01-06&to=2026-01-07";
        yield return $"/negotiations/{record.Negotiation.Slug}/search?q=talks";
    }

    [GeneratedRegex(@"NaN|∞|Infinity|\w+Exception\b|[Uu]nhandled exception|\{\d\}|\b1 (issues|parties|sources|positions|facts)\b")]
    private static partial Regex NoFigure();

    [GeneratedRegex(@"[Nn]o (core )?issues? (is |was |were )?in scope(?! applies| concerns)|none in scope|No agenda names")]
    private static partial Regex NothingThere();

    [GeneratedRegex(@"\b(0|100)(\.0)?\s?%")]
    private static partial Regex AllOrNothing();
}
