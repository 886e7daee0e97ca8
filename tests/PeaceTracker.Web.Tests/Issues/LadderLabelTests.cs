using System.Globalization;
using System.Text.RegularExpressions;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Shared;
using PeaceTracker.Web.Shared.Charts;
using PeaceTracker.Web.Tests.Shared.Charts;

namespace PeaceTracker.Web.Tests.Issues;

public partial class LadderLabelTests
{
    private const int LastDay = 40;
    private static readonly ShareChartGeometry Axis = new([RecordBuilder.Day(1), RecordBuilder.Day(LastDay)]);

    // On ladders as they come, at every width of a desk: no label lies on a line, a mark or another label, and none is outside. Words are 12 px high,
    // those of the builder 25 letters.
    [Fact]
    public void Of_GeneratedLadders_LieOnNothing()
    {
        var random = ChartBoards.Random();
        var seen = 0;
        for (var run = 0; run < 300; run++)
        {
            var ladder = Ladder(random);
            var labels = LadderLabel.Of(ladder);
            foreach (var width in (int[])[700, 760, 900, 1100])
            {
                var boxes = labels.Select(label => BoxOf(label, width)).ToList();
                var drawn = Lines(ladder, width).Concat(Marks(ladder, width)).ToList();
                Assert.All(boxes, box => Assert.True(box.Left >= 0 && box.Right <= width && box.Top >= 0 && box.Bottom <= LevelLadder.Height));
                Assert.All(boxes, box => Assert.DoesNotContain(drawn, box.Meets));
                Assert.All(boxes.Index(), one => Assert.DoesNotContain(boxes.Skip(one.Index + 1), one.Item.Meets));
            }

            seen += labels.Count;
        }

        Assert.True(seen > 200, $"{seen} labels are too few to say so");
    }

    // The fall of day 6 has the line of 34 days after it, the newest step of day 30 stands higher, with nothing under it.
    [Fact]
    public void Of_FallAndNewestStep_AreNamedAndNoOther()
    {
        var labels = LadderLabel.Of(Ladder(
            new RecordBuilder().Issue("land").Status("land", Level.Narrowing).Status("land", Level.TextAgreed, on: 3)
                .Status("land", Level.Disputed, on: 6).Status("land", Level.Narrowing, on: 30)));

        Assert.Equal([true, false], labels.Select(label => label.OfFall));
        Assert.All(labels, label => Assert.Equal("Because of what was said.", label.Words));
        Assert.Equal([false, true], labels.Select(label => label.Before)); // ten days to the edge are 170 of 700 px, less than 25 letters
    }

    // A day is 17.6 px. What lies apart most are the marks of one level, six days: 105 px less the marks and the room beside them, not 14 letters.
    [Fact]
    public void Of_FallsCloseTogether_HaveNoLabel()
    {
        var record = new RecordBuilder().Issue("land");
        for (var day = 1; day <= LastDay; day += 3)
        {
            record.Status("land", day % 2 == 1 ? Level.Concluded : Level.NotDiscussed, on: day).Status("land", Level.Narrowing, on: day + 1);
        }

        Assert.Empty(LadderLabel.Of(Ladder(record)));
    }

    private static LevelLadder Ladder(Random random)
    {
        var record = new RecordBuilder().Issue("land");
        var day = 1 + random.Next(5);
        while (day <= LastDay)
        {
            record.Status("land", Any(random), on: day, precision: random.Next(6) == 0 ? DatePrecision.Week : DatePrecision.Day);
            if (random.Next(6) == 0)
            {
                record.Status("land", Any(random), on: day);
            }

            day += 1 + random.Next(14);
        }

        return Ladder(record);
    }

    private static Level Any(Random random) => LevelScale.Ordered[random.Next(LevelScale.Ordered.Count)];

    private static LevelLadder Ladder(RecordBuilder record) => LevelLadder.Of(
        record.AsOf(LastDay).Issue("land")!.Between(RecordBuilder.DefaultDyad)!, Axis, RecordBuilder.Day(LastDay));

    private static Box BoxOf(LadderLabel label, int width)
    {
        var (x, wide) = (label.Across * width / 100, LineBreaks.Width(label.Words) * 7);
        var left = label.Before ? x - LadderLabel.Gap - wide : x + LadderLabel.Gap;
        return new(left, left + wide, label.Foot - 9, label.Foot + 3);
    }

    // The lines as they are drawn, 1,000 wide: "M10 28H500" across, "M500 28V76" down.
    private static IEnumerable<Box> Lines(LevelLadder ladder, int width) =>
        from line in ladder.Lines.Drawn
        from Match part in Part().Matches(line.Path)
        let x = Number(part, "x") * width / 1000
        let y = Number(part, "y")
        let to = Number(part, "to")
        select part.Groups["way"].Value == "H"
            ? new Box(x, to * width / 1000, y - 2, y + 2) : new Box(x - 2, x + 2, Math.Min(y, to), Math.Max(y, to));

    // A mark is 16 px wide and high, the bar beside it that says in which days it was 22 px high.
    private static IEnumerable<Box> Marks(LevelLadder ladder, int width) => ladder.Marks.SelectMany(mark => new[]
    {
        new Box((mark.X * width / 100) - 8, (mark.X * width / 100) + 8, mark.Y - 8, mark.Y + 8),
        new Box(mark.X * width / 100, mark.Until * width / 100, mark.Y - 11, mark.Y + 11),
    });

    private static double Number(Match part, string name) => double.Parse(part.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>[\d.]+) (?<y>[\d.]+)(?<way>[HV])(?<to>[\d.]+)")]
    private static partial Regex Part();

    private readonly record struct Box(double Left, double Right, double Top, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
