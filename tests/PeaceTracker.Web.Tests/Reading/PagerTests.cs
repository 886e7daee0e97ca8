using Bunit;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Reading;

public class PagerTests : ComponentTests
{
    [Theory]
    [InlineData(1, 25, "")]
    [InlineData(1, 26, "next:2")]
    [InlineData(2, 60, "prev:1 next:3")]
    [InlineData(3, 60, "prev:2")]
    public void Pager_Page_LinksItsNeighbours(int page, int total, string expected)
    {
        var pager = Render<Pager>(p => p.Add(x => x.Page, page).Add(x => x.PageSize, 25).Add(x => x.Total, total).Add(x => x.Href, n => $"{n}"));

        Assert.Equal(expected, string.Join(' ', pager.FindAll("a").Select(a => $"{a.GetAttribute("rel")}:{a.GetAttribute("href")}")));
    }
}
