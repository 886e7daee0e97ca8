using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Agreement;

public class HeadlineClaimTests
{
    // A document that is 100% ready took the head of the board from the 90% between the required pair.
    [Fact]
    public void Of_NobodyChose_IsTheNewestAboutTheWholeOrARequiredPairInTheAgreedSense()
    {
        var record = Board()
            .Claim(60, on: 2)
            .Claim(90, "a-b", on: 3)
            .Claim(80, "a-c", on: 4) // no required pair
            .Claim(95, "a-b", ClaimThreshold.Text, on: 5)
            .Claim(70, "a-b", ClaimThreshold.Narrowed, on: 5)
            .Claim(null, "a-b", on: 6) // no figure
            .Claim(99, scope: ClaimScope.Other, on: 7)
            .Claim(100, draft: "text", on: 8)
            .Claim(100, issues: ["issue-1"], on: 9).Build();

        Assert.Equal(("claim-2", null), Headline(record, 10));
        Assert.Equal(("claim-1", null), Headline(record, 2));
        Assert.Null(HeadlineClaim.Of(new Board(record, 1).AsOf(Day(1))));
    }

    [Fact]
    public void Of_PairThatIsRequiredNoMore_LeavesItToTheWhole()
    {
        var record = new RecordBuilder().Dyad("a-b", required: false).Issues(5, Level.Disputed)
            .WasRequired("a-b", until: 5, required: true, recorded: 5).Claim(60, on: 2).Claim(90, "a-b", on: 3).Build();

        Assert.Equal("claim-2", Headline(record, 4).Claim);
        Assert.Equal("claim-1", Headline(record, 6).Claim);
    }

    [Fact]
    public void Of_ChosenClaim_StandsThereFromTheChoiceOnTheRecordAxis()
    {
        var record = Chosen(Board().Claim(60, on: 2).Claim(90, "a-b", on: 3).Build(), (7, "claim-1"));
        var board = new Board(record, 1);

        Assert.Equal("claim-1", HeadlineClaim.Of(board.AsOf(Day(10)))!.Claim.Key);
        Assert.Equal("claim-2", HeadlineClaim.Of(board.AsOf(Day(10), Day(6)))!.Claim.Key);
        Assert.Equal("claim-1", HeadlineClaim.Of(board.AsOf(Day(10), Day(7)))!.Claim.Key);
    }

    [Fact]
    public void Of_ChosenClaimNotMadeYet_IsTheChoiceBefore()
    {
        var record = Chosen(Board().Claim(60, on: 2).Claim(90, "a-b", on: 3).Claim(50, on: 6).Build(), (7, "claim-1"), (8, "claim-3"));

        Assert.Equal("claim-3", Headline(record, 6).Claim);
        Assert.Equal("claim-1", Headline(record, 5).Claim);
    }

    [Fact]
    public void Of_ChosenClaimCorrected_IsItsCorrection()
    {
        var record = Chosen(
            Board().Claim(60, on: 2).Claim(90, "a-b", on: 3).Claim(65, on: 2, corrects: "claim-1", recorded: 9).Build(), (7, "claim-1"));

        Assert.Equal(("claim-3", "claim-1"), Headline(record, 10));
    }

    // Corrected to speak of one document, it can't head a board any more.
    [Fact]
    public void Of_ChosenClaimCorrectedToAPart_IsTheUsualOne()
    {
        var record = Chosen(
            Board().Claim(60, on: 2).Claim(90, "a-b", on: 3).Claim(60, on: 2, draft: "text", corrects: "claim-1", recorded: 9).Build(),
            (7, "claim-1"));

        Assert.Equal(("claim-2", null), Headline(record, 10));
    }

    [Fact]
    public void Of_BackToTheUsual_EndsTheChoice()
    {
        var record = Chosen(Board().Claim(60, on: 2).Claim(90, "a-b", on: 3).Build(), (7, "claim-1"), (8, null));

        Assert.Equal(("claim-2", null), Headline(record, 10));
    }

    private static RecordBuilder Board() => new RecordBuilder().Dyad("a-b").Dyad("a-c", required: false).Issues(5, Level.Disputed);

    private static NegotiationRecord Chosen(NegotiationRecord record, params (int Day, string? Key)[] choices) => record with
    {
        Negotiation = record.Negotiation with
        {
            HeadlineChoices = [.. choices.Select(c => new HeadlineChoice { ClaimKey = c.Key, RecordedAt = At(c.Day), RecordedBy = "Eva" })],
        },
    };

    private static (string Claim, string? Chosen) Headline(NegotiationRecord record, int day)
    {
        var headline = HeadlineClaim.Of(new Board(record, 1).AsOf(Day(day)))!;
        return (headline.Claim.Key, headline.Choice?.ClaimKey);
    }
}
