using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Tests.Shared.Charts;

public class ShareChartLabelTests : ComponentTests
{
    private static readonly int[] NarrowWidths = [190, 240, 300, 360, 480, 600];
    private static readonly int[] WideWidths = [440, 500, 555, 640, 700, 760];
    private static readonly int[] BroadWidths = [740, 800, 840, 900, 960];
    private static readonly ShareChartLinks Links = new(key => key, (from, to) => $"{from}{to}", key => key);

    // On boards as they come, at every width from a small phone to the widest page: no label lies on another or on a point, none is
    // outside, and each is shown or counted by another one's "+2 more".
    [Fact]
    public void All_GeneratedBoards_LieApartAndNoneIsLost()
    {
        var l = Services.GetRequiredService<IStringLocalizer<Text>>();
        var random = ChartBoards.Random();
        var seen = 0;
        for (var run = 0; run < 150; run++)
        {
            var timeline = ChartBoards.Timeline(random);
            if (timeline.History.Periods.Count == 0)
            {
                continue;
            }

            foreach (var (rooms, widths) in new[] { (LabelRoom.Narrow, NarrowWidths), (LabelRoom.Wide, WideWidths), (LabelRoom.Broad, BroadWidths) })
            {
                var labels = ShareChartLabel.All(timeline, ShareChartGeometry.Of(timeline.History, timeline.Until), rooms, Links, l);
                var (wanted, placed) = (labels.Select(label => label.Wanted).ToList(), labels.Select(label => label.Place).ToList());
                foreach (var width in widths)
                {
                    LabelBoxes.AssertReadable(wanted, placed, width, 7, isShort: rooms == LabelRoom.Narrow);
                }

                // Where there is room for none there is nothing that could speak for the others.
                Assert.Equal(placed.Exists(place => place is not null) ? labels.Count : 0, placed.Sum(place => place is null ? 0 : 1 + place.More));
                seen += labels.Count;
            }
        }

        Assert.True(seen > 300, $"{seen} labels are too few to say so");
    }
}
