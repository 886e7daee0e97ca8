using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class HigherStepTests
{
    // Agreed in principle from day 2, disputed from day 3, narrowing since: the best was from day 2 to day 3.
    [Fact]
    public void Of_LevelThatFell_IsTheHighestWithItsDays()
    {
        var best = Of(Level.Narrowing, Level.AgreedInPrinciple, Level.Disputed, Level.Narrowing)!;

        Assert.Equal(Level.AgreedInPrinciple, best.Step.Level);
        Assert.Equal((RecordBuilder.Day(2), RecordBuilder.Day(3)), (best.Step.Date, best.Until.On));
    }

    // Said again on day 2 and day 3, put off on day 4, disputed on day 5: it held from day 1 to day 4.
    [Fact]
    public void Of_LevelThatWasSaidAgain_HoldsFromTheFirstDayToTheNextLevel()
    {
        var best = Of(Level.TextAgreed, Level.TextAgreed, Level.TextAgreed, Level.Deferred, Level.Disputed)!;

        Assert.Equal((RecordBuilder.Day(1), RecordBuilder.Day(4)), (best.Step.Date, best.Until.On));
    }

    // One side claimed it on day 1, it was on record on day 2, and one side said it again on day 3: it was on record from day 2 on.
    [Fact]
    public void Of_LevelThatOneSideClaimedToo_IsTheOneOnRecord()
    {
        var record = new RecordBuilder().Issue("land").Status("land", Level.TextAgreed, basis: Basis.Claimed)
            .Status("land", Level.TextAgreed, on: 2).Status("land", Level.TextAgreed, on: 3, basis: Basis.Claimed)
            .Status("land", Level.Disputed, on: 4);

        var best = HigherStep.Of(record.AsOf(4).Issue("land")!)!;

        Assert.Equal((Basis.OnRecord, RecordBuilder.Day(2), RecordBuilder.Day(4)), (best.Step.Basis, best.Step.Date, best.Until.On));
    }

    // Down by two steps: where it fell from first counts, not the landing between.
    [Fact]
    public void Of_LevelThatFellTwice_IsTheHigherOne() =>
        Assert.Equal(Level.Concluded, Of(Level.Concluded, Level.TextAgreed, Level.Narrowing)!.Step.Level);

    // Back where it was, further than it was, or never down: there is nothing better to tell of.
    [Theory]
    [InlineData(Level.TextAgreed, Level.Disputed, Level.TextAgreed)]
    [InlineData(Level.AgreedInPrinciple, Level.Disputed, Level.TextAgreed)]
    [InlineData(Level.Disputed, Level.Narrowing, Level.TextAgreed)]
    public void Of_LevelAsHighAsEver_IsNone(Level first, Level second, Level third) => Assert.Null(Of(first, second, third));

    private static HigherStep? Of(params Level[] levels)
    {
        var record = new RecordBuilder().Issue("land");
        for (var i = 0; i < levels.Length; i++)
        {
            record.Status("land", levels[i], on: i + 1);
        }

        return HigherStep.Of(record.AsOf(levels.Length).Issue("land")!);
    }
}
