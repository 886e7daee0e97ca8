namespace PeaceTracker.Web.Shared.Charts;

/// <summary>A point to be labelled: its place in the drawing, and the letters of its label in full and in short.</summary>
public sealed record ShareChartPoint(double Across, double Down, int Letters, int ShortLetters);

/// <summary>Where a label stands: the height of its line, whether before (left of) its point, and how many unlabelled points it speaks for
/// too.</summary>
public sealed record ShareChartLabel(double Down, bool Before, int More);

/// <summary>A width at which the drawing is seen, with the width of a letter; a narrow one shows labels in short.</summary>
public sealed record ShareChartRoom(double Width, double Letter, bool InShort)
{
    /// <summary>The page: from a phone to the widest column. What is free at the narrow end and the wide end is free between.</summary>
    public static IReadOnlyList<ShareChartRoom> Page { get; } = [new(280, 7, true), new(660, 7, false), new(1120, 7, false)];

    /// <summary>The image file.</summary>
    public static IReadOnlyList<ShareChartRoom> File { get; } = [new(1120, 7.8, false)];
}

/// <summary>Finds a place for each label where it lies on no other label and no point; where there is none, the nearest label speaks for the
/// point.</summary>
public static class ShareChartLabels
{
    /// <summary>From a point to its label, in pixels.</summary>
    public const double Gap = 11;

    private const double LineHeight = 17, Rise = 13, Fall = 4, Highest = 30, Lowest = 282, PointRadius = 7;
    private const int MostLines = 6, MostLabels = 60, MostFailures = 100, LettersOfMore = 9;

    /// <summary>The labels of the points, in their order; null where another speaks for the point.</summary>
    public static IReadOnlyList<ShareChartLabel?> Of(IReadOnlyList<ShareChartPoint> points, IReadOnlyList<ShareChartRoom> rooms)
    {
        var labels = Place(points, rooms, spare: 0);
        if (!labels.Contains(null))
        {
            return labels;
        }

        // Some will say how many more they speak for, and need the room for it.
        labels = Place(points, rooms, LettersOfMore);
        foreach (var (point, _) in points.Zip(labels).Where(pair => pair.Second is null))
        {
            var nearest = Enumerable.Range(0, points.Count).Where(i => labels[i] is not null)
                .MinBy(i => Math.Abs(points[i].Across - point.Across) * 100 + Math.Abs(points[i].Down - point.Down));
            labels[nearest] = labels[nearest]! with { More = labels[nearest]!.More + 1 };
        }

        return labels;
    }

    private static ShareChartLabel?[] Place(IReadOnlyList<ShareChartPoint> points, IReadOnlyList<ShareChartRoom> rooms, int spare)
    {
        var taken = rooms.Select(room => points.Select(p => PointBox(p, room)).ToList()).ToList();
        var labels = new ShareChartLabel?[points.Count];
        var (placed, failed) = (0, 0);
        for (var i = 0; i < points.Count && placed < MostLabels && failed < MostFailures; i++)
        {
            var point = points[i];
            labels[i] = Places(point).FirstOrDefault(place => rooms.Zip(taken)
                .All(room => Boxes(point, place, room.First, spare).All(box => box.Within(room.First) && !room.Second.Exists(box.Meets))));
            if (labels[i] is not { } label)
            {
                failed++;
                continue;
            }

            placed++;
            foreach (var (room, boxes) in rooms.Zip(taken))
            {
                boxes.AddRange(Boxes(point, label, room, spare));
            }
        }

        return labels;
    }

    // Beside the point first, then a line further and further away, up and down.
    private static IEnumerable<ShareChartLabel> Places(ShareChartPoint point)
    {
        var before = point.Across > 60;
        return from lines in Enumerable.Range(0, MostLines + 1)
               from way in lines == 0 ? [1] : new[] { -1, 1 }
               from side in new[] { before, !before }
               let down = point.Down + 5 + (way * lines * LineHeight)
               where down is >= Highest and <= Lowest
               select new ShareChartLabel(down, side, 0);
    }

    // The words, and where they stand off the line from the point to them.
    private static IEnumerable<Box> Boxes(ShareChartPoint point, ShareChartLabel label, ShareChartRoom room, int spare)
    {
        var (x, width) = (point.Across * room.Width / 100, ((room.InShort ? point.ShortLetters : point.Letters) + spare) * room.Letter);
        yield return label.Before
            ? new(x - Gap - width, x - Gap, label.Down - Rise, label.Down + Fall)
            : new(x + Gap, x + Gap + width, label.Down - Rise, label.Down + Fall);
        var (top, bottom) = label.Down < point.Down ? (label.Down, point.Down - PointRadius) : (point.Down + PointRadius, label.Down - Rise);
        if (bottom - top > Fall)
        {
            yield return label.Before ? new(x - Gap + 2, x - 1, top, bottom) : new(x + 1, x + Gap - 2, top, bottom);
        }
    }

    private static Box PointBox(ShareChartPoint point, ShareChartRoom room)
    {
        var x = point.Across * room.Width / 100;
        return new(x - PointRadius, x + PointRadius, point.Down - PointRadius, point.Down + PointRadius);
    }

    private readonly record struct Box(double Left, double Right, double Top, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        public bool Within(ShareChartRoom room) => Left >= 0 && Right <= room.Width;
    }
}
