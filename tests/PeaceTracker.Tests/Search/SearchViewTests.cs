using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Search;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Issues;

namespace PeaceTracker.Tests.Search;

public class SearchViewTests
{
    [Theory]
    [InlineData("zelenskiy", typeof(PartyDelegate))]
    [InlineData("blackrock", typeof(Party))]
    [InlineData("SOVEREIGNTY", typeof(Issue))]
    [InlineData("berlin", typeof(Round))]
    [InlineData("prosperity", typeof(WorkingGroup))]
    [InlineData("territory", typeof(Draft))]
    [InlineData("article 5", typeof(Offer))]
    [InlineData("90%", typeof(Claim))]
    [InlineData("reuters", typeof(Source))]
    public async Task Of_Word_FindsTheKind(string query, Type kind)
    {
        var view = SearchView.Of(await SeedBoards.RussiaUkraineAsync(), query);

        var group = Assert.Single(view.Groups, g => g.In.RowType == kind);
        Assert.Equal(Math.Min(group.Count, SearchView.MaxListed), group.Hits.Count);
        Assert.Contains(group.Hits, h => h.Title.Concat(h.Detail).Any(p => p.Found));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("xyzzy")]
    public async Task Of_NothingAskedOrFound_NoGroups(string? query) =>
        Assert.Equal(0, SearchView.Of(await SeedBoards.RussiaUkraineAsync(), query).Count);

    [Fact]
    public void Of_MoreThanIsListed_CountsAll()
    {
        var group = Assert.Single(SearchView.Of(new RecordBuilder().Issues(40, null).AsOf(2), "issue").Groups);

        Assert.Equal((40, SearchView.MaxListed), (group.Count, group.Hits.Count));
    }

    [Fact]
    public void Of_IssueThatComesLater_NotFoundBefore()
    {
        var record = new RecordBuilder().Issue("land").Issue("sea").Agenda(1, ["land"]).Agenda(5, ["land", "sea"]).Agenda(9, ["land"]);

        Assert.Equal(0, SearchView.Of(record.AsOf(4), "sea").Count);
        Assert.Equal(1, SearchView.Of(record.AsOf(5), "sea").Count);
        Assert.Equal(1, SearchView.Of(record.AsOf(10), "sea").Count); // it left the agenda, and has a page still
    }

    [Fact]
    public void Of_TitleAndText_TitlesFirst()
    {
        var at = new RecordBuilder().Issue("matters").Issue("sea").Issue("a-matter").AsOf(2); // every issue's category is "Matter"

        Assert.Equal("matters a-matter sea", string.Join(' ', SearchView.Of(at, "matter").Groups[0].Hits.Select(h => h.Row.Key)));
    }
}
