using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class LevelFallTests
{
    [Fact]
    public void Of_FallThatReopens_IsOne()
    {
        var fall = Assert.Single(Falls(Level.Narrowing, Level.AgreedInPrinciple, Level.Disputed, Level.Narrowing));

        Assert.Equal((Level.AgreedInPrinciple, Level.Disputed), (fall.From.Level, fall.To.Level));
        Assert.Equal(RecordBuilder.Day(3), fall.To.Date);
        Assert.True(fall.Reopens);
    }

    // From the text back to the substance: a fall, but still agreed in principle.
    [Fact]
    public void Of_FallThatStaysAgreed_DoesNotReopen() => Assert.False(Assert.Single(Falls(Level.TextAgreed, Level.AgreedInPrinciple)).Reopens);

    // Deferred and unknown are outside the order: no fall to them, none from them, and one over them.
    [Fact]
    public void Of_LevelsOutsideTheOrder_AreLookedOver()
    {
        Assert.Empty(Falls(Level.AgreedInPrinciple, Level.Deferred));
        Assert.Empty(Falls(Level.Deferred, Level.Disputed));
        Assert.True(Assert.Single(Falls(Level.AgreedInPrinciple, Level.Unknown, Level.Narrowing)).Reopens);
    }

    private static IReadOnlyList<LevelFall> Falls(params Level[] levels)
    {
        var record = new RecordBuilder().Issue("land");
        for (var i = 0; i < levels.Length; i++)
        {
            record.Status("land", levels[i], on: i + 1);
        }

        return LevelFall.Of(record.AsOf(levels.Length).Issue("land")!.Between(RecordBuilder.DefaultDyad)!.Path);
    }
}
