namespace PeaceTracker.Web.Shared.Charts;

/// <summary>A label that a drawing wants at a point.</summary>
/// <param name="Across">The point, in percent of the drawing's width.</param>
/// <param name="Down">The point, in pixels.</param>
/// <param name="Letters">The letters of its longest line.</param>
/// <param name="ShortLetters">The letters of its one line where it is shown in short.</param>
/// <param name="Lines">How many lines it has in full.</param>
/// <param name="Kind">Labels of one kind speak for one another.</param>
public sealed record WantedLabel(double Across, double Down, int Letters, int ShortLetters, int Lines = 1, string Kind = "");

/// <summary>Where a label stands.</summary>
/// <param name="Top">The top of its first line, in pixels.</param>
/// <param name="Before">Whether it stands before (left of) its point.</param>
/// <param name="More">For how many points that got no label it speaks too; then it is shown in short, with that number.</param>
/// <param name="InShort">Whether there was room for its short form alone, or for less.</param>
/// <param name="Letter">The letter that stands in its place where there was room for no more; what it stands for is said beside the drawing.</param>
public sealed record PlacedLabel(double Top, bool Before, int More, bool InShort = false, char? Letter = null)
{
    /// <summary>The foot of its first line.</summary>
    public double Foot => Top + LabelPlacer.Rise;
}

/// <summary>A part of a drawing that labels keep clear of where they can: a stretch of a line.</summary>
/// <param name="From">Its left edge, in percent of the width.</param>
/// <param name="To">Its right edge, in percent of the width.</param>
/// <param name="Top">Its top, in pixels.</param>
/// <param name="Bottom">Its bottom, in pixels.</param>
/// <param name="Weight">How much it matters: as many lines further away as a label would rather stand.</param>
public sealed record KeptClear(double From, double To, double Top, double Bottom, int Weight);

/// <summary>A width at which a drawing is seen, with the width of a letter; a narrow one shows labels in short.</summary>
public sealed record LabelRoom(double Width, double Letter, bool InShort)
{
    /// <summary>The plot of a page as wide as a desk's screen. What is free at these widths is free between them.</summary>
    public static IReadOnlyList<LabelRoom> Broad { get; } = [new(740, 7, false), new(840, 7, false), new(960, 7, false)];

    /// <summary>The plot of a page between that and a phone's.</summary>
    public static IReadOnlyList<LabelRoom> Wide { get; } = [new(440, 7, false), new(580, 7, false), new(760, 7, false)];

    /// <summary>The plot of a phone's page.</summary>
    public static IReadOnlyList<LabelRoom> Narrow { get; } = [new(190, 7, true), new(360, 7, true), new(600, 7, true)];
}

/// <summary>
/// Finds a place for each label where it lies on no other label and no point, inside the drawing at every width at which it is seen; those
/// that come first choose first. Where there is no place for all its words there may be one for its figure, or for a letter that is explained
/// beside the drawing; only where there is none at all, the nearest label of its kind speaks for the point.
/// </summary>
public sealed class LabelPlacer
{
    /// <summary>From a point to its label, in pixels.</summary>
    public const double Gap = 11;

    /// <summary>The height of a line of a label.</summary>
    public const double LineHeight = 16;

    /// <summary>From the top of a line to its foot.</summary>
    public const double Rise = 13;

    private const double PointRadius = 7;
    private const int MostMoves = 12, MostLabels = 60, MostFailures = 100, LettersOfMore = 9;

    private readonly IReadOnlyList<WantedLabel> _wanted;
    private readonly IReadOnlyList<LabelRoom> _rooms;
    private readonly IReadOnlyList<KeptClear> _lines;
    private readonly double _highest, _lowest;

    private LabelPlacer(
        IReadOnlyList<WantedLabel> wanted, IReadOnlyList<LabelRoom> rooms, IReadOnlyList<KeptClear> lines, double highest, double lowest) =>
        (_wanted, _rooms, _lines, _highest, _lowest) = (wanted, rooms, lines, highest, lowest);

    /// <summary>
    /// The places of the labels, in their order; null where another speaks for the point, and, only where none of all found a place, where
    /// none does. <paramref name="highest"/> and <paramref name="lowest"/> are the edges of the drawing, in pixels.
    /// </summary>
    public static IReadOnlyList<PlacedLabel?> Place(
        IReadOnlyList<WantedLabel> wanted, IReadOnlyList<LabelRoom> rooms, double highest, double lowest, IReadOnlyList<KeptClear>? lines = null)
    {
        var placer = new LabelPlacer(wanted, rooms, lines ?? [], highest, lowest);
        var labels = placer.Try(spare: 0);
        return labels.Contains(null) ? placer.SpeakFor(placer.Try(LettersOfMore)) : labels;
    }

    // Some say how many more they speak for, and have been given the room for it.
    private PlacedLabel?[] SpeakFor(PlacedLabel?[] labels)
    {
        var placed = Enumerable.Range(0, labels.Length).Where(i => labels[i] is not null).ToList();
        foreach (var lost in Enumerable.Range(0, labels.Length).Except(placed).Where(_ => placed.Count > 0).ToList())
        {
            var nearest = placed.OrderBy(i => _wanted[i].Kind != _wanted[lost].Kind).ThenBy(i => Distance(_wanted[i], _wanted[lost])).First();
            labels[nearest] = labels[nearest]! with { More = labels[nearest]!.More + 1 };
        }

        return labels;
    }

    private static double Distance(WantedLabel a, WantedLabel b) => (Math.Abs(a.Across - b.Across) * 100) + Math.Abs(a.Down - b.Down);

    private PlacedLabel?[] Try(int spare)
    {
        var taken = _rooms.Select(room => _wanted.Select(wanted => PointBox(wanted, room)).ToList()).ToList();
        var lines = _lines.Select(line => (line, LineBox(line, _rooms[^1]))).ToList();
        var labels = new PlacedLabel?[_wanted.Count];
        var (placed, failed, letter) = (0, 0, 'a');
        for (var i = 0; i < _wanted.Count && placed < MostLabels && failed < MostFailures; i++)
        {
            var wanted = _wanted[i];
            if (Best(wanted) is { } full)
            {
                labels[i] = full;
            }
            else if (Best(wanted = wanted with { Letters = wanted.ShortLetters, Lines = 1 }) is { } figure)
            {
                labels[i] = figure with { InShort = true };
            }
            else if (letter <= 'z' && Best(wanted = wanted with { Letters = 1, ShortLetters = 1 }) is { } sign)
            {
                labels[i] = sign with { InShort = true, Letter = letter++ };
            }

            if (labels[i] is not { } label)
            {
                failed++;
                continue;
            }

            placed++;
            foreach (var (room, boxes) in _rooms.Zip(taken))
            {
                var (words, leader) = Boxes(wanted, label, room, spare);
                boxes.Add(words);
                if (leader is { } line)
                {
                    boxes.Add(line);
                }
            }
        }

        return labels;

        // The least moved that crosses least, of equal ones the first. Those that are moved more than the best so far costs are not looked at.
        PlacedLabel? Best(WantedLabel wanted)
        {
            var (best, least) = ((PlacedLabel?)null, int.MaxValue);
            foreach (var (moves, place) in Places(wanted))
            {
                if (moves >= least)
                {
                    break;
                }

                if (IsFree(wanted, place, taken, spare) && moves + Crossed(wanted, place, lines) is var cost && cost < least)
                {
                    (best, least) = (place, cost);
                }
            }

            return best;
        }
    }

    // Inside the drawing and on nothing else, at every width.
    private bool IsFree(WantedLabel wanted, PlacedLabel place, List<List<Box>> taken, int spare)
    {
        for (var i = 0; i < _rooms.Count; i++)
        {
            var (words, leader) = Boxes(wanted, place, _rooms[i], spare);
            if (!IsFree(words, _rooms[i], taken[i]) || (leader is { } line && !IsFree(line, _rooms[i], taken[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFree(Box box, LabelRoom room, List<Box> taken)
    {
        if (box.Left < 0 || box.Right > room.Width)
        {
            return false;
        }

        foreach (var other in taken)
        {
            if (box.Meets(other))
            {
                return false;
            }
        }

        return true;
    }

    // How much of what is to be kept clear its words lie on, at the widest.
    private int Crossed(WantedLabel wanted, PlacedLabel place, List<(KeptClear Line, Box Box)> lines)
    {
        var words = Boxes(wanted, place, _rooms[^1], 0).Words;
        return lines.Where(line => words.Meets(line.Box)).Sum(line => line.Line.Weight);
    }

    // Beside the point first, then a line further and further away, up and down.
    private IEnumerable<(int Moves, PlacedLabel Place)> Places(WantedLabel wanted)
    {
        var (before, height) = (wanted.Across > 60, wanted.Lines * LineHeight);
        return from moves in Enumerable.Range(0, MostMoves + 1)
               from way in moves == 0 ? [1] : new[] { -1, 1 }
               from side in new[] { before, !before }
               let top = wanted.Down - (height / 2) + (way * moves * LineHeight)
               where top >= _highest && top + height <= _lowest
               select (moves, new PlacedLabel(top, side, 0));
    }

    // The words, and where they stand off the line from the point to them.
    private static (Box Words, Box? Leader) Boxes(WantedLabel wanted, PlacedLabel label, LabelRoom room, int spare)
    {
        var letters = Math.Max(room.InShort ? wanted.ShortLetters : wanted.Letters, spare == 0 ? 0 : wanted.ShortLetters + spare);
        var (x, width) = (wanted.Across * room.Width / 100, letters * room.Letter);
        var bottom = label.Top + ((room.InShort ? 1 : wanted.Lines) * LineHeight);
        Box words = label.Before ? new(x - Gap - width, x - Gap, label.Top, bottom) : new(x + Gap, x + Gap + width, label.Top, bottom);
        var leader = label.Top < wanted.Down
            ? (Top: label.Top + LineHeight, Bottom: wanted.Down - PointRadius)
            : (Top: wanted.Down + PointRadius, Bottom: label.Top);
        return (words, leader.Bottom - leader.Top <= 4 ? null
            : label.Before ? new Box(x - Gap + 2, x - 1, leader.Top, leader.Bottom)
            : new Box(x + 1, x + Gap - 2, leader.Top, leader.Bottom));
    }

    private static Box PointBox(WantedLabel wanted, LabelRoom room)
    {
        var x = wanted.Across * room.Width / 100;
        return new(x - PointRadius, x + PointRadius, wanted.Down - PointRadius, wanted.Down + PointRadius);
    }

    private static Box LineBox(KeptClear line, LabelRoom room) =>
        new((line.From * room.Width / 100) - 2, (line.To * room.Width / 100) + 2, line.Top - 2, line.Bottom + 2);

    private readonly record struct Box(double Left, double Right, double Top, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
