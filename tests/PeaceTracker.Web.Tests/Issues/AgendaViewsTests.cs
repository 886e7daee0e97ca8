using System.Net;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Issues;

/// <summary>The views of the agenda on the example, which has 24 issues on 30 September 2025 (seeds/EXAMPLE.md).</summary>
public class AgendaViewsTests(BothBoards host)
{
    private const string Page = "/negotiations/example/agendas?asOf=2025-09-30";

    [Theory]
    [InlineData("&view=paths")]
    [InlineData("&view=paths&sort=move")]
    public async Task Paths_EveryIssue_HasItsSmallDrawing(string query)
    {
        var page = await host.DocumentAsync(Page + query);

        Assert.Equal(24, page.QuerySelectorAll(".small-multiples li svg[preserveAspectRatio=none]").Length);
        Assert.Contains(page.QuerySelectorAll(".small-multiples li"), li => li.TextContent.Contains("fell once", StringComparison.Ordinal));
    }

    // The charter depends on power sharing, because two of its nine chapters are the council's.
    [Fact]
    public async Task Links_Issue_StandsRightOfWhatItDependsOn()
    {
        var page = await host.DocumentAsync(Page + "&view=links");

        int LayerOf(string title) => int.Parse(
            page.QuerySelectorAll(".link-node").Single(n => n.QuerySelector("a")!.TextContent == title).GetAttribute("style")!.Split('/')[1],
            System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(LayerOf("Power sharing in the valley council") < LayerOf("Charter of the valley"));
        Assert.Contains(page.QuerySelectorAll(".linkage-list li"), li =>
            li.TextContent.Contains("Charter of the valley depends on Power sharing in the valley council (Narrowing)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task View_ThatIsNone_IsRefused()
    {
        var (answer, _) = await host.GetAsync(Page + "&view=clouds");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
