using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Pairs;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Pairs;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Pairs;

/// <summary>What the two of a pair want, of more issues than its page shows.</summary>
public class FaceToFaceTests : ComponentTests
{
    // Of 12 disputed and 15 agreed issues with positions 20 are shown: the 12, of which four at once, and 8 of the 15.
    [Fact]
    public void Render_MoreIssuesThanAreShown_CountsAllThatThePairDoesNotBlock()
    {
        var builder = new RecordBuilder().Issues(12, Level.Disputed).Issues(15, Level.Concluded);
        for (var i = 1; i <= 27; i++)
        {
            builder.Position("a", $"issue-{i}", Stance.Accepts);
        }

        var page = Render<FaceToFace>(p => p.AddCascadingValue(new BoardAddress(RecordBuilder.Slug))
            .Add(x => x.View, PairView.Of(builder.AsOf(5), RecordBuilder.DefaultDyad)!));

        Assert.Equal(
            ["8 more issues that the pair blocks", "15 more issues, which the pair does not block"],
            page.FindAll("summary").Select(summary => summary.TextContent.Trim()));
        Assert.Equal([4, 8, 8], page.FindAll("table").Select(table => table.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("The first 8 of 15 are shown.", page.FindAll("details")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Positions of both, issue by issue", "Positions on the other issues that the pair blocks", "Positions on the other issues",
            ],
            page.FindAll("caption").Select(caption => caption.TextContent));
        Assert.Equal("All 27 issues with positions", page.Find("p > a").TextContent);
    }
}
