using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Tests.Shared.Charts;

/// <summary>The room that placed labels take, reckoned apart from what places them: a line of words is 16 px high, a point reaches 7 px.</summary>
internal static class LabelBoxes
{
    /// <summary>Asserts that at a width no label lies on another or on a point, and that all are inside.</summary>
    public static void AssertReadable(
        IReadOnlyList<WantedLabel> wanted, IReadOnlyList<PlacedLabel?> labels, double width, double letter, bool isShort = false)
    {
        List<Box> words = [.. wanted.Zip(labels).Where(p => p.Second is not null).Select(p => Words(p.First, p.Second!))];
        Assert.All(words, w => Assert.True(w.Left >= 0 && w.Right <= width && w.Top >= 0, "outside the drawing"));
        List<Box> things = [.. words, .. wanted.Select(p => Around(p.Across * width / 100, p.Down))];
        Assert.All(words, word => Assert.Single(things, word.Meets));

        Box Words(WantedLabel point, PlacedLabel label)
        {
            // One that speaks for others says its figure and how many.
            var inShort = isShort || label.InShort || label.More > 0;
            var letters = (label.Letter is not null ? 1 : inShort ? point.ShortLetters : point.Letters)
                + (label.More > 0 ? $" +{label.More} more".Length : 0);
            var (x, wide, tall) = (point.Across * width / 100, letters * letter, 16 * (inShort ? 1 : point.Lines));
            return label.Before
                ? new(x - 11 - wide, x - 11, label.Top, label.Top + tall)
                : new(x + 11, x + 11 + wide, label.Top, label.Top + tall);
        }

        static Box Around(double x, double y) => new(x - 7, x + 7, y - 7, y + 7);
    }

    private sealed record Box(double Left, double Right, double Top, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
