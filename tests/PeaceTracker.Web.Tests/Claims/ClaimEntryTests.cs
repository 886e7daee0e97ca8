using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Claims;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Claims;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Claims;

public class ClaimEntryTests : ComponentTests
{
    // A tenth of eight is 0.8; and two that are a tenth of a list make a list of twenty.
    [Fact]
    public void Figure_WithNamedOpenIssues_ImpliesWhatIsOpenAndHowLongTheListIs() =>
        Assert.Contains(
            "Arithmetic, not fact: 90% of 8 issues leaves 0.8 open. If the 2 issues named as open are all that 90% leaves, the claimant’s list has " +
                "about 20; this board has 8.",
            Entry(90, "issue-1", "issue-2"), StringComparison.Ordinal);

    [Fact]
    public void Figure_OfAll_LeavesNothingAndImpliesNoList()
    {
        var words = Entry(100, "issue-1");

        Assert.Contains("100% of 8 issues leaves 0 open.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("list has about", words, StringComparison.Ordinal);
    }

    [Fact]
    public void NoFigure_ImpliesNothing() => Assert.DoesNotContain("Arithmetic", Entry(null, "issue-1"), StringComparison.Ordinal);

    private string Entry(decimal? figure, params string[] namedOpen)
    {
        var at = new RecordBuilder().Issues(8, Level.Disputed).Claim(figure, namedOpen: namedOpen).AsOf(2);
        var entry = Render<ClaimEntry>(p =>
            p.AddCascadingValue(new BoardAddress(RecordBuilder.Slug)).Add(x => x.At, at).Add(x => x.Entry, LedgerEntry.Of(at).Single()));
        return string.Join(' ', entry.Find("article").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
