using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>
/// The first words of why a step came about, beside its mark on a ladder: of each fall, and of the newest step. There is one only where it lies on
/// no line, no mark and no other label, and has room for a few words.
/// </summary>
/// <param name="Across">The place of the mark, in percent of the width.</param>
/// <param name="Foot">The foot of the words, in pixels.</param>
/// <param name="Before">Whether they stand before (left of) the mark.</param>
/// <param name="Words">The words.</param>
/// <param name="OfFall">Whether the step is a fall.</param>
public sealed record LadderLabel(double Across, double Foot, bool Before, string Words, bool OfFall)
{
    /// <summary>From the middle of a mark to the words, in pixels.</summary>
    public const double Gap = 11;

    // The narrowest plot of a desk's screen, with the width of a letter on the safe side: on a broader one the same things lie further apart.
    private const double Plot = 700, Letter = 7;

    // Of the words: how far above and below their foot they reach, and how far they keep from a line.
    private const double Rise = 9.5, Fall = 3, Clear = 3.5;
    private const double Mark = 8, Aside = 5;
    private const int Fewest = 14, Most = 56;

    private static readonly double[] FromLine = [Clear + Rise, -Clear - Fall];
    private static readonly bool[] Sides = [false, true];

    /// <summary>The labels of a ladder: those of falls first, the newest first.</summary>
    public static IReadOnlyList<LadderLabel> Of(LevelLadder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        var taken = Drawn(ladder);
        var labels = new List<LadderLabel>();
        var falls = LevelFall.Of(ladder.Pair.Path).Select(fall => fall.To).ToHashSet();
        foreach (var mark in ladder.Marks.Where(m => m.Shown).Reverse().Where((m, i) => i == 0 || falls.Contains(m.Step))
            .OrderBy(m => !falls.Contains(m.Step)))
        {
            if (Placed(mark, falls.Contains(mark.Step), taken) is { } label)
            {
                labels.Add(label);
                taken.Add(BoxOf(label));
            }
        }

        return labels;
    }

    // Below and above the line, after and before the mark: where there is most room for what there is to say.
    private static LadderLabel? Placed(LadderMark mark, bool fall, List<Box> taken)
    {
        var (words, x) = (mark.Event.Rationale, mark.X * Plot / 100);
        var wanted = Math.Min(LineBreaks.Width(words), Most);
        var (room, before, foot) = (
            from down in FromLine
            from left in Sides
            let at = mark.Y + down
            where at - Rise >= 0 && at + Fall <= LevelLadder.Height
            select (Room: Room(x, at, left, taken), left, at)).MaxBy(place => Math.Min(place.Room, wanted));
        return room < Fewest ? null : new LadderLabel(mark.X, foot, before, Cut(words, Math.Min(room, Most)), fall);
    }

    // How many letters there is room for, up to the next thing on that side or to the edge.
    private static double Room(double x, double foot, bool before, List<Box> taken)
    {
        var beside = taken.Where(box => box.Top < foot + Fall && foot - Rise < box.Bottom).ToList();
        var from = before ? x - Gap : x + Gap;
        var to = before
            ? beside.Where(box => box.Left < from).Select(box => box.Right + Aside).Append(0).Max()
            : beside.Where(box => box.Right > from).Select(box => box.Left - Aside).Append(Plot).Min();
        return Math.Max(0, before ? from - to : to - from) / Letter;
    }

    private static string Cut(string words, double most)
    {
        if (LineBreaks.Width(words) <= most)
        {
            return words;
        }

        // The dots are as wide as two letters.
        return LineBreaks.Of(words, (int)most - 2)[0].TrimEnd(',', ';', ':', '.', '–') + "…";
    }

    private static List<Box> Drawn(LevelLadder ladder)
    {
        List<Box> boxes = [.. ladder.Marks.Select(m => Around(m.X, m.X, m.Y, m.Y, Mark))];
        boxes.AddRange(ladder.Marks.Where(m => m.Until > m.X).Select(m => Around(m.X, m.Until, m.Y, m.Y, 11)));
        var (x, y) = (0.0, LevelLadder.YOf(Level.Unknown));
        foreach (var mark in ladder.Marks.Where(m => m.Shown))
        {
            boxes.Add(Around(x, mark.X, y, y, Clear - 1));
            boxes.Add(Around(mark.X, mark.X, Math.Min(y, mark.Y), Math.Max(y, mark.Y), Clear - 1));
            (x, y) = (mark.X, mark.Y);
        }

        boxes.Add(Around(x, 100, y, y, Clear - 1));
        return boxes;
    }

    private static Box Around(double from, double to, double top, double bottom, double by) =>
        new((from * Plot / 100) - by, (to * Plot / 100) + by, top - by, bottom + by);

    private static Box BoxOf(LadderLabel label)
    {
        var (x, width) = (label.Across * Plot / 100, LineBreaks.Width(label.Words) * Letter);
        return label.Before
            ? new(x - Gap - width, x - Gap, label.Foot - Rise, label.Foot + Fall)
            : new(x + Gap, x + Gap + width, label.Foot - Rise, label.Foot + Fall);
    }

    private readonly record struct Box(double Left, double Right, double Top, double Bottom);
}
