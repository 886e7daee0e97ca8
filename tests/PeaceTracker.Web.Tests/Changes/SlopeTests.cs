using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Changes;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Changes;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Web.Tests.Changes;

public class SlopeTests
{
    // Of six issues one rises, one falls, one stays, one is dropped and one added, and one is agreed by one side's word alone.
    private static DateComparison View() => DateComparison.Between(
        new RecordBuilder().Issue("up").Issue("down").Issue("same").Issue("old").Issue("new").Issue("word")
            .Status("up", Level.Disputed).Status("up", Level.TextAgreed, 4).Status("down", Level.AgreedInPrinciple).Status("down", Level.Narrowing, 4)
            .Status("same", Level.Disputed).Status("old", Level.Disputed).Status("new", Level.Narrowing, 4)
            .Status("word", Level.Disputed).Status("word", Level.TextAgreed, 4, basis: Basis.Claimed)
            .Agenda(1, ["up", "down", "same", "old", "word"]).Agenda(4, ["up", "down", "same", "new", "word"]).Board(),
        Day(2), Day(5), null);

    [Fact]
    public void Of_EachKindOfChange_HasItsPlacesOnTheTwoLadders()
    {
        var slope = Slope.Of(View());

        Assert.Equal(
            [
                (LadderPlace.TextAgreed, 0, 1), (LadderPlace.AgreedInPrinciple, 1, 0), (LadderPlace.OneSided, 0, 1), (LadderPlace.Narrowing, 0, 2),
                (LadderPlace.Disputed, 4, 1),
            ],
            slope.Rungs.Select(r => (r.Place, r.Before, r.After)));
        var lines = slope.Lines.ToDictionary(line => (line.To ?? line.From)!.Issue.Key);
        Assert.Equal((1, -1, 0, 1), (lines["up"].Direction, lines["down"].Direction, lines["same"].Direction, lines["word"].Direction));
        Assert.False(lines["same"].Changed);
        Assert.Null(lines["old"].ToRow);
        Assert.Null(lines["new"].FromRow);
        Assert.StartsWith("M60 ", lines["new"].Path, StringComparison.Ordinal);
    }

    // Each place on a ladder is held by one issue, within its rung; the rungs stand one under another.
    [Fact]
    public void Of_ManyIssues_NoTwoHaveOnePlace()
    {
        var record = new RecordBuilder();
        for (var i = 0; i < 40; i++)
        {
            record.Issue($"issue {i}").Status($"issue {i}", (Level)(i % 6)).Status($"issue {i}", (Level)(i * 7 % 6), 4);
        }

        var slope = Slope.Of(DateComparison.Between(record.Board(), Day(2), Day(5), null));

        Assert.Equal(40, slope.Lines.Select(line => line.FromRow).Distinct().Count());
        Assert.Equal(40, slope.Lines.Select(line => line.ToRow).Distinct().Count());
        Assert.All(slope.Lines, line => Assert.Single(slope.Rungs, rung => rung.Top < line.ToRow && line.ToRow < rung.Top + rung.Rows));
        Assert.All(slope.Rungs.Zip(slope.Rungs.Skip(1)), pair => Assert.True(pair.First.Top + pair.First.Rows < pair.Second.Top));
    }

    // A hundred issues of which two moved: these are drawn, and the rest is counted.
    [Fact]
    public void Of_MoreThanCanBeDrawn_DrawsWhatMoved()
    {
        var record = new RecordBuilder().Issues(100, Level.Disputed).Status("issue-1", Level.Narrowing, 4).Status("issue-2", Level.TextAgreed, 4);

        var slope = Slope.Of(DateComparison.Between(record.Board(), Day(2), Day(5), null));

        Assert.Equal(2, slope.Lines.Count);
        Assert.Equal(98, slope.LeftOut);
        Assert.Equal((100, 98), slope.Rungs.Where(r => r.Place == LadderPlace.Disputed).Select(r => (r.Before, r.After)).Single());
    }
}
