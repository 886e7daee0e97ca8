namespace PeaceTracker.Web.Shared.Charts;

/// <summary>Labels one under another at the end of their lines.</summary>
public static class EndLabels
{
    /// <summary>
    /// The heights at which labels stand, in their order: each as near to what it labels as it can be with <paramref name="gap"/> to the next,
    /// between <paramref name="top"/> and <paramref name="bottom"/> while there is room for all; the order from top to bottom is kept.
    /// </summary>
    public static IReadOnlyList<double> Apart(IReadOnlyList<double> wanted, double gap, double top, double bottom)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToList();
        var places = wanted.ToArray();
        for (var i = 0; i < order.Count; i++)
        {
            places[order[i]] = Math.Max(places[order[i]], i == 0 ? top : places[order[i - 1]] + gap);
        }

        for (var i = order.Count - 1; i >= 0; i--)
        {
            places[order[i]] = Math.Min(places[order[i]], i == order.Count - 1 ? bottom : places[order[i + 1]] - gap);
        }

        return places;
    }
}
