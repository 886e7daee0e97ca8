using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;

namespace PeaceTracker.Web.Tests.Issues;

public class LevelPathGeometryTests
{
    // Ten days between 137 and 387, five units in from both ends: 25 units a day. Lanes: agreed at 14, disputed at 38.
    [Fact]
    public void Of_Path_StepsInTime()
    {
        var path = Path(
            new RecordBuilder().Issue("land").Status("land", Level.Disputed, on: 1)
                .Status("land", Level.AgreedInPrinciple, on: 5, basis: Basis.Claimed).AsOf(11));

        var drawing = LevelPathGeometry.Of(path, new(RecordBuilder.Day(1), RecordBuilder.Day(11)));

        Assert.Equal("M137 38H237V14H392", drawing.Line);
        Assert.Equal([Level.AgreedInPrinciple, Level.Disputed], drawing.Lanes.Select(l => l.Level));
        Assert.Equal([false, true], drawing.Marks.Select(m => m.OneSided));
    }

    [Fact]
    public void Of_OneStepOnTheDay_DoesNotDivideByZero()
    {
        var path = Path(new RecordBuilder().Issue("land").Status("land", Level.Deferred, on: 3).AsOf(3));

        Assert.Equal("M137 14H392", LevelPathGeometry.Of(path, new(RecordBuilder.Day(3), RecordBuilder.Day(3))).Line);
    }

    private static IReadOnlyList<LevelStep> Path(BoardSnapshot at) => at.Issue("land")!.Between(RecordBuilder.DefaultDyad)!.Path;
}
