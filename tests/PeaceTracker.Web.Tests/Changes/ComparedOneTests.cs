using AngleSharp.Dom;
using Bunit;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Changes;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Changes;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Web.Tests.Changes;

/// <summary>
/// Day 4 against day 7: of 240 issues, half were disputed and are agreed in principle, half the other way round, and a party took a position on each.
/// </summary>
public class ComparedOneTests : ComponentTests
{
    private const int Half = 120;

    private static readonly DateComparison View = DateComparison.Between(new Board(Moved(), 1), Day(4), Day(7), null);

    // The first 10 in short and the rest behind a link; then 100 a page, so that 20 are left for the second.
    [Fact]
    public void Rose_OfMoreThanAPage_IsShownInShortAndThenPageByPage()
    {
        var whole = Whole(Part(null, 1));
        var section = whole.Find("section[aria-labelledby=moved]");
        Assert.Equal("/negotiations/talks/changes?from=" + $"{Day(4):yyyy-MM-dd}&to={Day(7):yyyy-MM-dd}&list=rose#comparison",
            section.QuerySelectorAll("p a").First(link => link.TextContent == "See all").GetAttribute("href"));
        Assert.Contains("The first 10 of 120 are shown.", section.TextContent, StringComparison.Ordinal);

        Assert.Equal(100, Rows(ComparedList.Rose, 1).Length);
        var second = Rows(ComparedList.Rose, 2);

        Assert.Equal([.. Enumerable.Range(101, 20).Select(i => $"issue-{i}")], second.Select(Title));
    }

    [Fact]
    public void Lists_EachOne_ShowsItsRowsOrSaysThatThereAreNone()
    {
        foreach (var list in Enum.GetValues<ComparedList>())
        {
            var count = ComparedPart.Count(View, list);

            Assert.Equal(Math.Min(count, ComparedPart.Size), Rows(list, 1).Length);
            Assert.Equal(
                count == 0, One(list, 1).Find("section").TextContent.Contains("There is nothing of this kind", StringComparison.Ordinal));
        }

        // What moved up is newly agreed, what moved down no longer is and, agreed before, is reopened.
        ComparedList[] half = [ComparedList.Gained, ComparedList.Lost, ComparedList.Rose, ComparedList.Fell, ComparedList.Reopened];
        Assert.All(half, list => Assert.Equal(Half, ComparedPart.Count(View, list)));
        Assert.Equal(2 * Half, ComparedPart.Count(View, ComparedList.Positions));
    }

    // Titles are texts, so issue-99 is the last of those that rose, and of 120 stances and levels that are alike the agenda's order stays.
    [Theory]
    [InlineData("issue", false, "issue-1 issue-10 issue-100")]
    [InlineData("issue", true, "issue-99 issue-98 issue-97")]
    [InlineData("after", true, "issue-1 issue-2 issue-3")]
    public void Rows_ByTheHeadOfAColumn_AreInItsOrder(string column, bool descending, string first)
    {
        var order = ComparedOrder.Usual with { By = Enum.Parse<ComparedSort>(column, ignoreCase: true), Descending = descending };
        var part = Part(ComparedList.Rose, 1);

        Assert.Equal(
            first.Split(' '),
            One(part with { Query = part.Query with { Order = order } }).FindAll(".compared-rows > tbody > tr").Take(3).Select(Title));
    }

    // A press on a head keeps the dates and leads back to the part of the page, which then stands open; the arrow is on that column alone.
    [Fact]
    public void Heads_OfTheWholeComparison_OrderItsListsAndKeepThemOpen()
    {
        var whole = Whole(Part(null, 1));
        var head = whole.Find("section[aria-labelledby=moved] .compared-rows th a.sort");

        Assert.Equal(
            $"/negotiations/talks/changes?from={Day(4):yyyy-MM-dd}&to={Day(7):yyyy-MM-dd}&sort=issue#moved", head.GetAttribute("href"));
        Assert.False(whole.Find("section[aria-labelledby=moved] details").HasAttribute("open"));

        whole = Whole(By(Part(null, 1), ComparedSort.Issue));
        Assert.True(whole.Find("section[aria-labelledby=moved] details").HasAttribute("open"));
        Assert.All(
            whole.FindAll(".compared-rows"),
            table => Assert.Equal("Issue", Assert.Single(table.QuerySelectorAll("th[aria-sort] span:first-child")).TextContent));
    }

    // Whoever has pressed a head gets back, on the whole page to the part in which the lists stand; who has not has no way to go.
    [Fact]
    public void UsualOrder_AfterAPressOnAHead_IsOnePressAway()
    {
        var address = $"/negotiations/talks/changes?from={Day(4):yyyy-MM-dd}&to={Day(7):yyyy-MM-dd}";
        Assert.Empty(Whole(Part(null, 1)).FindAll(".list-orders"));
        Assert.Empty(One(Part(ComparedList.Rose, 1)).FindAll(".list-orders"));

        Assert.Equal(
            [$"{address}#moved", $"{address}#new"],
            Whole(By(Part(null, 1), ComparedSort.After)).FindAll(".list-orders a").Select(a => a.GetAttribute("href")));
        Assert.Equal(
            $"{address}&list=rose#comparison",
            One(By(Part(ComparedList.Rose, 1), ComparedSort.After)).Find(".list-orders a").GetAttribute("href"));
    }

    // What was reopened has one level, so an order by the level of either date is the order by that.
    [Theory]
    [InlineData(ComparedSort.Before)]
    [InlineData(ComparedSort.After)]
    public void Heads_OfAListWithOneLevel_MarkItInTheOrderOfEitherDate(ComparedSort sort)
    {
        var page = One(By(Part(ComparedList.Reopened, 1), sort));

        Assert.Equal("After", page.Find("th[aria-sort] span:first-child").TextContent);
        Assert.Contains("sort=-" + sort, page.Find("th[aria-sort] a").GetAttribute("href"), StringComparison.OrdinalIgnoreCase);
    }

    private static ComparedPart By(ComparedPart part, ComparedSort sort) =>
        part with { Query = part.Query with { Order = ComparedOrder.Usual.Pressed(sort) } };

    private IElement[] Rows(ComparedList list, int page) => [.. One(list, page).FindAll(".compared-rows > tbody > tr")];

    private IRenderedComponent<DateComparisonView> Whole(ComparedPart part) =>
        Render<DateComparisonView>(p => p.AddCascadingValue(Address).AddCascadingValue(part).Add(x => x.View, View));

    private IRenderedComponent<ComparedOne> One(ComparedList list, int page) => One(Part(list, page));

    private IRenderedComponent<ComparedOne> One(ComparedPart part) => Render<ComparedOne>(p => p
        .AddCascadingValue(Address).AddCascadingValue(part).Add(x => x.View, View).Add(x => x.Query, part.Query));

    private static BoardAddress Address => new("talks");

    private static ComparedPart Part(ComparedList? list, int page) =>
        new(new ChangesQuery([], [], [], [], [], Day(4), Day(7), false, list), page);

    private static string Title(IElement row) => row.QuerySelector("a")!.TextContent;

    private static NegotiationRecord Moved()
    {
        var builder = new RecordBuilder().Issues(Half, Level.Disputed).Issues(Half, Level.AgreedInPrinciple);
        for (var i = 1; i <= 2 * Half; i++)
        {
            builder.Status($"issue-{i}", i <= Half ? Level.AgreedInPrinciple : Level.Disputed, on: 6)
                .Position("a", $"issue-{i}", Stance.Accepts, on: 5);
        }

        return builder.Build();
    }
}
