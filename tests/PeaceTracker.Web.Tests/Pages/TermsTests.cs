using AngleSharp.Html.Dom;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Shared;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pages;

/// <summary>Every term is explained on a page where it stands, and together with all others on the page of the method.</summary>
public class TermsTests(BothBoards host)
{
    private static readonly string Example = $"/negotiations/{SeedFile.Example}";

    // Of all pages those of the issues show most: what fell, what is stale, on what two entries of a day disagree.
    private static readonly IReadOnlyList<string> Pages =
    [
        Example, $"{Example}/issues", $"{Example}/pairs", $"{Example}/pairs/elorie-nahrazan", $"{Example}/claims?asOf=2025-12-20",
        $"/negotiations/{SeedFile.RussiaUkraine}/claims",
        .. ReadingRoutes.Files[1].Keys<Issue>().Select(key => $"{Example}/issues/{key}"),
    ];

    [Fact]
    public async Task EveryTerm_StandsOnAPage_WithItsMeaningAndAWayToTheMethod()
    {
        var found = new HashSet<string>();
        foreach (var address in Pages)
        {
            var page = await host.DocumentAsync(address);
            foreach (var id in page.QuerySelectorAll("button.term").Select(term => term.GetAttribute("popovertarget")!))
            {
                var note = Assert.Single(page.QuerySelectorAll($"#{id}"));
                Assert.True(note.HasAttribute("popover"), address);
                var way = Assert.IsType<IHtmlAnchorElement>(note.QuerySelector("a"), exactMatch: false).GetAttribute("href")!;
                Assert.Contains("/method", way, StringComparison.Ordinal);
                Assert.EndsWith("#" + id.Replace("term-", "word-", StringComparison.Ordinal), way, StringComparison.Ordinal);
                found.Add(id);
            }
        }

        Assert.Empty(Enum.GetValues<Term>().Select(term => term.NoteId()).Except(found));
    }

    [Fact]
    public async Task Summary_TermsOfItsFigures_OpenOutsideOfItsFolds()
    {
        var page = await host.DocumentAsync($"{Example}?asOf=2025-09-12");

        var terms = page.QuerySelectorAll("button.term").Select(term => term.GetAttribute("popovertarget")).ToList();
        Assert.All([Term.OneSided, Term.Core, Term.Salience, Term.Moving, Term.WeakestPair], term => Assert.Contains(term.NoteId(), terms));
        Assert.Empty(page.QuerySelectorAll("summary .term"));
        Assert.NotNull(page.QuerySelector(".pair-place .term"));
    }

    // In rows that repeat a word the first one opens alone: one press of the Tab key for a term, not one for each row.
    [Fact]
    public async Task Once_InRowsThatRepeatIt_OpensAtTheFirst()
    {
        var page = await host.DocumentAsync($"{Example}/pairs");

        Assert.Single(page.QuerySelectorAll("button.term[popovertarget=term-required]"));
        Assert.Equal(3, page.QuerySelectorAll("main .pill").Count(pill => pill.TextContent == "required")); // three principals, three required pairs
    }

    [Fact]
    public async Task MethodPage_EveryTerm_HasAnEntry()
    {
        var page = await host.DocumentAsync($"{Example}/method");

        foreach (var term in Enum.GetValues<Term>())
        {
            var entry = page.QuerySelector($"#{term.Anchor()}");
            Assert.True(entry?.NextElementSibling?.TextContent.Length > 20, term.ToString());
        }

        Assert.Empty(page.QuerySelectorAll("[popover]"));
    }
}
