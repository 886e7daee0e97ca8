using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class StatusEventWarningTests
{
    [Theory]
    [InlineData(Level.AgreedInPrinciple, Level.Narrowing, true)]
    [InlineData(Level.TextAgreed, Level.AgreedInPrinciple, true)] // still agreed, and a fall all the same
    [InlineData(Level.Narrowing, Level.AgreedInPrinciple, false)]
    [InlineData(Level.AgreedInPrinciple, Level.Deferred, false)] // outside the order
    [InlineData(Level.Unknown, Level.Disputed, false)]
    public void Of_LowerThanBefore_SaysFromWhereItFalls(Level before, Level level, bool falls) =>
        Assert.Equal(falls ? [new StatusEventWarning.Falls(before)] : [], Warnings(before, level).OfType<StatusEventWarning.Falls>());

    [Theory]
    [InlineData(Level.Disputed, Level.Narrowing, false)]
    [InlineData(Level.Disputed, Level.AgreedInPrinciple, true)] // 1 to 3
    [InlineData(Level.Narrowing, Level.Concluded, true)]
    [InlineData(Level.Unknown, Level.Concluded, false)] // nothing is known of where it rises from
    [InlineData(Level.Deferred, Level.TextAgreed, false)]
    public void Of_TwoLevelsOrMoreAtOnce_SaysFromWhereItJumps(Level before, Level level, bool jumps) =>
        Assert.Equal(jumps ? [new StatusEventWarning.Jumps(before)] : [], Warnings(before, level).OfType<StatusEventWarning.Jumps>());

    [Fact]
    public void Of_NothingRecordedBefore_WarnsOfNothing() =>
        Assert.Empty(StatusEventWarning.Of(Standing(new RecordBuilder().Issue("land")), Level.Narrowing, Basis.OnRecord, RecordBuilder.Day(5), []));

    [Fact]
    public void Of_DatedBeforeTheNewestStep_SaysSoAndComparesWithTheStepBefore()
    {
        var standing = Standing(new RecordBuilder().Issue("land").Status("land", Level.Disputed, on: 1).Status("land", Level.TextAgreed, on: 9));

        var warnings = StatusEventWarning.Of(standing, Level.Narrowing, Basis.OnRecord, RecordBuilder.Day(5), []);

        // One level above what stood on day 5, so neither a fall nor a jump, whatever came later.
        Assert.Equal([new StatusEventWarning.BeforeTheLast(RecordBuilder.Day(9))], warnings);
    }

    [Fact]
    public void Of_AnotherLevelOnTheSameDay_IsContested()
    {
        var standing = Standing(new RecordBuilder().Issue("land").Status("land", Level.Disputed, on: 5));

        Assert.Equal(
            [new StatusEventWarning.Contests(Level.Disputed)],
            StatusEventWarning.Of(standing, Level.Narrowing, Basis.OnRecord, RecordBuilder.Day(5), []));
        // Said to be later the same day, it takes the place of the other.
        Assert.Empty(StatusEventWarning.Of(standing, Level.Narrowing, Basis.OnRecord, RecordBuilder.Day(5), [], orderInDay: 1));
    }

    [Fact]
    public void Of_SameLevelAndWord_StandsAlready()
    {
        Assert.Equal([new StatusEventWarning.StandsAlready()], Warnings(Level.Narrowing, Level.Narrowing));
        // The same level, now claimed only: that is news.
        Assert.Empty(Warnings(Level.Narrowing, Level.Narrowing, Basis.Claimed));
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)] // nothing says that it is one side alone
    public void Of_OnRecordByTheWordsOfOneParty_NamesTheOther(bool first, bool second, bool oneSided)
    {
        List<Position> positions = [];
        if (first)
        {
            positions.Add(Says("a", Stance.Accepts));
        }

        if (second)
        {
            positions.Add(Says("b", Stance.AcceptsWithConditions));
        }

        var warning = Warnings(Level.Narrowing, Level.AgreedInPrinciple, positions: positions)
            .OfType<StatusEventWarning.OneSided>().SingleOrDefault();

        Assert.Equal(oneSided ? first ? "b" : "a" : null, warning?.Silent);
    }

    [Fact]
    public void Of_WordsThatObjectOrAreReportedByOthers_AreNoAcceptance()
    {
        Position[] objecting = [Says("a", Stance.Accepts), Says("b", Stance.Objects)];
        Position[] reported = [Says("a", Stance.Accepts), Says("b", Stance.Accepts) with { Attribution = Attribution.AttributedByAnotherParty }];

        Assert.Contains(new StatusEventWarning.OneSided("b"), Warnings(Level.Narrowing, Level.AgreedInPrinciple, positions: objecting));
        Assert.Contains(new StatusEventWarning.OneSided("b"), Warnings(Level.Narrowing, Level.AgreedInPrinciple, positions: reported));
        // Claimed, or below agreement: one side's word is what it is.
        Assert.Empty(Warnings(Level.Narrowing, Level.AgreedInPrinciple, Basis.Claimed, reported));
        Assert.Empty(Warnings(Level.Disputed, Level.Narrowing, positions: reported));
    }

    [Theory]
    [InlineData(Stance.Accepts, Stance.Accepts, Level.AgreedInPrinciple)]
    [InlineData(Stance.Accepts, Stance.AcceptsWithConditions, Level.Narrowing)]
    [InlineData(Stance.AcceptsWithConditions, Stance.AcceptsWithConditions, Level.Narrowing)]
    [InlineData(Stance.Undecided, Stance.Accepts, Level.Narrowing)]
    [InlineData(Stance.Undecided, Stance.Undecided, null)]
    [InlineData(Stance.Objects, Stance.Accepts, Level.Disputed)]
    [InlineData(Stance.Undecided, Stance.Rejects, Level.Disputed)]
    [InlineData(null, Stance.Rejects, null)]
    public void Proposal_OfTwoStances_IsTheSameEitherWayRound(Stance? first, Stance? second, Level? proposed)
    {
        Assert.Equal(proposed, LevelProposal.Of(Says("a", first), Says("b", second)));
        Assert.Equal(proposed, LevelProposal.Of(Says("b", second), Says("a", first)));
    }

    [Fact]
    public void Proposal_WithoutAPosition_IsNone() => Assert.Null(LevelProposal.Of(null, Says("b", Stance.Accepts)));

    private static IReadOnlyList<StatusEventWarning> Warnings(
        Level before, Level level, Basis basis = Basis.OnRecord, IReadOnlyCollection<Position>? positions = null) =>
        StatusEventWarning.Of(
            Standing(new RecordBuilder().Issue("land").Status("land", before, on: 1)), level, basis, RecordBuilder.Day(5), positions ?? []);

    private static DyadStanding Standing(RecordBuilder record) => record.AsOf(30).Issue("land")!.Between(RecordBuilder.DefaultDyad)!;

    private static Position Says(string party, Stance? stance) => new()
    {
        Key = party, PartyKey = party, IssueKey = "land", Stance = stance, Text = "", Attribution = Attribution.SelfStated,
        OccurredOn = RecordBuilder.Day(2), RecordedAt = RecordBuilder.At(2),
    };
}
