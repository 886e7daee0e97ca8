using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>One issue between one dyad over time.</summary>
public class DyadStandingTests
{
    [Fact]
    public void Level_EventsOfSeveralDates_TheNewestUpToTheDate()
    {
        var record = new RecordBuilder().Issue("x")
            .Status("x", Level.TextAgreed, on: 20).Status("x", Level.Disputed, on: 5).Status("x", Level.Narrowing, on: 10);

        Assert.Equal(Level.Unknown, Between(record.AsOf(4)).Level);
        Assert.Equal(Level.Disputed, Between(record.AsOf(5)).Level);
        Assert.Equal(Level.Disputed, Between(record.AsOf(9)).Level);
        Assert.Equal(Level.Narrowing, Between(record.AsOf(10)).Level);
        Assert.Equal(Level.TextAgreed, Between(record.AsOf(400)).Level);
        Assert.Equal([Level.Disputed, Level.Narrowing], Between(record.AsOf(19)).Path.Select(s => s.Level));
    }

    [Fact]
    public void Level_AnUnknownEventLater_TakesTheLevelBack() =>
        Assert.Equal(
            Level.Unknown,
            Between(new RecordBuilder().Issue("x").Status("x", Level.Narrowing, on: 1).Status("x", Level.Unknown, on: 2).AsOf(2)).Level);

    [Theory]
    [InlineData("3 1", true)]
    [InlineData("5 0", true)]
    [InlineData("2 1", false)] // was not agreed
    [InlineData("5 3", false)] // still agreed
    [InlineData("3 1 4", false)] // has come back
    [InlineData("3 1 2", true)] // not far enough
    [InlineData("3 d", false)] // deferred stands outside the order
    [InlineData("3 ?", false)]
    [InlineData("3 ? 1", true)]
    [InlineData("4 1 ?", false)]
    [InlineData("1", false)]
    public void Reopened_Path_FellFromAgreedAndNotComeBack(string path, bool expected)
    {
        var record = new RecordBuilder().Issue("x");
        foreach (var (word, i) in path.Split(' ').Select((word, i) => (word, i)))
        {
            record.Status("x", word switch { "?" => Level.Unknown, "d" => Level.Deferred, _ => LevelScale.Ordered[word[0] - '0'] }, on: i + 1);
        }

        var board = record.AsOf(30);
        Assert.Equal(expected, Between(board).Reopened);
        Assert.Equal(expected, board.Issue("x")!.Reopened);
    }

    [Fact]
    public void Reopened_BeforeTheFall_IsNot() =>
        Assert.False(
            Between(new RecordBuilder().Issue("x").Status("x", Level.TextAgreed, on: 1).Status("x", Level.Disputed, on: 9).AsOf(8)).Reopened);

    [Fact]
    public void Reopened_AgreementThatWasCorrected_WasNone() =>
        Assert.False(Between(new RecordBuilder().Issue("x")
            .Status("x", Level.TextAgreed, on: 1)
            .Status("x", Level.Disputed, on: 5)
            .Status("x", Level.Narrowing, on: 1, recorded: 9, corrects: "event-1").AsOf(10)).Reopened);

    [Theory]
    [InlineData(Level.AgreedInPrinciple, Level.Disputed, Level.Disputed, true)] // the lower is shown
    [InlineData(Level.Disputed, Level.AgreedInPrinciple, Level.Disputed, true)] // whichever was entered first
    [InlineData(Level.Narrowing, Level.Narrowing, Level.Narrowing, false)]
    [InlineData(Level.Unknown, Level.TextAgreed, Level.TextAgreed, false)] // "unknown" disputes nothing
    [InlineData(Level.Unknown, Level.Unknown, Level.Unknown, false)]
    [InlineData(Level.NotApplicable, Level.TextAgreed, Level.TextAgreed, true)] // a disputed event takes no issue out of the count
    [InlineData(Level.Unknown, Level.NotApplicable, Level.NotApplicable, false)]
    [InlineData(Level.Deferred, Level.AgreedInPrinciple, Level.Deferred, true)]
    [InlineData(Level.Deferred, Level.Narrowing, Level.Narrowing, true)]
    public void Contested_EventsOfOneDate_TheLowerIsShownAndTheDisputeNamed(Level first, Level second, Level shown, bool contested)
    {
        var board = new RecordBuilder().Issue("x").Status("x", first, on: 3).Status("x", second, on: 3).AsOf(3);

        Assert.Equal(shown, Between(board).Level);
        Assert.Equal(contested, Between(board).Contested);
        Assert.Equal(contested && shown != Level.NotApplicable, board.Issue("x")!.Contested);
        Assert.Equal(2, Between(board).Step!.Events.Count);
    }

    [Fact]
    public void Contested_EventsOfTwoDates_IsAChange()
    {
        var record = new RecordBuilder().Issue("x").Status("x", Level.TextAgreed, on: 3).Status("x", Level.Disputed, on: 4);

        Assert.False(Between(record.AsOf(4)).Contested);
    }

    [Fact]
    public void Contested_OneOfTheTwoRetracted_NoMore()
    {
        var record = new RecordBuilder().Issue("x")
            .Status("x", Level.TextAgreed, on: 3).Status("x", Level.Disputed, on: 3).Retract("event-2", recorded: 8);

        Assert.True(Between(record.AsOf(9, knownAt: 7)).Contested);
        Assert.False(Between(record.AsOf(9)).Contested);
        Assert.Equal(Level.TextAgreed, Between(record.AsOf(9)).Level);
    }

    [Fact]
    public void Contested_DyadThatIsNotJudged_DoesNotContestTheIssue()
    {
        var board = new RecordBuilder().Dyad("a-b").Dyad("a-c", required: false).Issue("x").Status("x", Level.Narrowing)
            .Status("x", Level.Narrowing, dyad: "a-c").Status("x", Level.Disputed, dyad: "a-c").AsOf(1);

        Assert.False(board.Issue("x")!.Contested);
        Assert.True(board.Issue("x")!.Between("a-c")!.Contested);
    }

    [Theory]
    [InlineData(Basis.Claimed, Basis.OnRecord)]
    [InlineData(Basis.OnRecord, Basis.Claimed)]
    public void Basis_SameLevelClaimedAndOnRecordThatDate_OnRecordWithoutDispute(Basis first, Basis second)
    {
        var standing = Between(new RecordBuilder().Issue("x")
            .Status("x", Level.TextAgreed, basis: first).Status("x", Level.TextAgreed, basis: second).AsOf(1));

        Assert.Equal(Basis.OnRecord, standing.Basis);
        Assert.False(standing.Contested);
        Assert.Equal(Verdict.Met, standing.Judge(Threshold.TextAgreed));
    }

    [Fact]
    public void Basis_HigherLevelOnRecordThatDate_DoesNotMakeTheLowerOneSo() =>
        Assert.Equal(Basis.Claimed, Between(new RecordBuilder().Issue("x")
            .Status("x", Level.TextAgreed, basis: Basis.OnRecord).Status("x", Level.AgreedInPrinciple, basis: Basis.Claimed).AsOf(1)).Basis);

    [Fact]
    public void Judge_WordAfterTheRecord_TheNewestEventCounts()
    {
        // The method judges by the event in force: when one side then says that more was reached, the issue rests on its word.
        var standing = Between(
            new RecordBuilder().Issue("x").Status("x", Level.TextAgreed, on: 1).Status("x", Level.Concluded, on: 2, basis: Basis.Claimed).AsOf(2));

        Assert.Equal(Verdict.Unknown, standing.Judge(Threshold.Agreed));
        Assert.Equal(Verdict.Met, standing.Judge(Threshold.Agreed, ShareBasis.WithClaimed));
    }

    [Fact]
    public void Judge_WhereTheIssueDoesNotApply_Throws()
    {
        var standing = Between(new RecordBuilder().Issue("x").Status("x", Level.NotApplicable).AsOf(1));

        Assert.False(standing.Applies);
        Assert.Throws<ArgumentOutOfRangeException>(() => standing.Judge(Threshold.Agreed));
    }

    private static DyadStanding Between(BoardSnapshot board) => board.Issue("x")!.Between(RecordBuilder.DefaultDyad)!;
}
