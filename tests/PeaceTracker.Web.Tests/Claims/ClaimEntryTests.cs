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
    // Without a number of its own a claim implies no open points, whatever the board has; two that are a tenth of a list make a list of twenty.
    [Fact]
    public void Figure_WithNamedOpenIssues_ImpliesHowLongTheListIs() =>
        Assert.Contains(
            "Arithmetic, not evidence: If the 2 issues named as open were all that 90% leaves, the claimant’s list would have about 20; this " +
                "board has 8.",
            Entry(r => r.Claim(90, namedOpen: ["issue-1", "issue-2"])), StringComparison.Ordinal);

    [Theory]
    [InlineData(20, "Arithmetic, not evidence: 90% of the 20 points leaves 2.")]
    [InlineData(28, "Arithmetic, not evidence: 90% of the 28 points leaves about 3.")] // 2.8
    public void Figure_OfItsOwnPoints_ImpliesWhatIsOpen(int points, string words)
    {
        var entry = Entry(r => r.Claim(90, points: points));

        Assert.Contains(words, entry, StringComparison.Ordinal);
        Assert.Contains($"Of the {points} issues, among all parties", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_PointsOfPoints_LeaveTheOthers()
    {
        var entry = Entry(r => r.Claim(null, agreed: 25, points: 28));

        Assert.Contains("25 of 28 (89.3%) “broad agreement”", entry, StringComparison.Ordinal);
        Assert.Contains("25 of 28 leaves 3.", entry, StringComparison.Ordinal);
    }

    // None of eight is met: 90 and 95 points.
    [Fact]
    public void Figure_Range_HasTwoEnds()
    {
        var entry = Entry(r => r.Claim(90, to: 95, points: 20));

        Assert.Contains("90–95% of the 20 points leaves 1 to 2.", entry, StringComparison.Ordinal);
        Assert.Contains("+90 to +95 points", entry, StringComparison.Ordinal);
    }

    // The strongest grade was given to a list of 20 of which the board had another number.
    [Fact]
    public void Figure_OfAnotherNumberOfPoints_IsIndicativeAndSaysWhy() =>
        Assert.Contains(
            "Roughly comparable Same parties and threshold, but the claim counts 20 points and this board 8 issues.",
            Entry(r => r.Claim(90, listPublished: true, points: 20)), StringComparison.Ordinal);

    [Fact]
    public void Scope_OneIssue_IsNotSetBesideTheBoard()
    {
        var entry = Entry(r => r.Claim(95, "a-b", issues: ["issue-1"]));

        Assert.Contains("on issue-1, between", entry, StringComparison.Ordinal);
        Assert.Contains("Claimed − computednot shown", entry, StringComparison.Ordinal);
        Assert.Contains("The claim is about one issue.", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void NoFigure_ImpliesNothing() =>
        Assert.DoesNotContain("Arithmetic", Entry(r => r.Claim(null, namedOpen: ["issue-1"], points: 20)), StringComparison.Ordinal);

    [Fact]
    public void Corrected_AnchorsOfEarlierEntries_LeadHere()
    {
        var at = new RecordBuilder().Issues(8, Level.Disputed).Claim(90, on: 1).Claim(89, on: 1, corrects: "claim-1", recorded: 2).AsOf(3);
        var entry = Render<ClaimEntry>(p =>
            p.AddCascadingValue(new BoardAddress(RecordBuilder.Slug)).Add(x => x.At, at).Add(x => x.Entry, LedgerEntry.Of(at).Single()));

        Assert.Equal("claim-claim-2", entry.Find("article").Id);
        Assert.NotNull(entry.Find("article #claim-claim-1"));
    }

    private string Entry(Action<RecordBuilder> claim)
    {
        var builder = new RecordBuilder().Issues(8, Level.Disputed);
        claim(builder);
        var at = builder.AsOf(2);
        var entry = Render<ClaimEntry>(p =>
            p.AddCascadingValue(new BoardAddress(RecordBuilder.Slug)).Add(x => x.At, at).Add(x => x.Entry, LedgerEntry.Of(at).Single()));
        return string.Join(' ', entry.Find("article").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
