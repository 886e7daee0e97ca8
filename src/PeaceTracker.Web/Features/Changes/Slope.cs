using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>
/// Two ladders of levels and a line for each issue from its place on the first date to that on the second. Heights are in rows, the width is 100.
/// </summary>
public sealed class Slope
{
    /// <summary>Of more issues than this only those that changed are drawn, and of these no more than so many.</summary>
    public const int Most = 60;

    private const double Between = .5;

    private Slope(IReadOnlyList<SlopeRung> rungs, IReadOnlyList<SlopeLine> lines, int left)
    {
        (Rungs, Lines, LeftOut) = (rungs, lines, left);
        Rows = rungs.Count == 0 ? 0 : rungs[^1].Top + rungs[^1].Rows + Between;
    }

    /// <summary>The rungs with an issue on one of the dates, from the most agreed down.</summary>
    public IReadOnlyList<SlopeRung> Rungs { get; }

    /// <summary>The issues drawn.</summary>
    public IReadOnlyList<SlopeLine> Lines { get; }

    /// <summary>How many issues are not drawn.</summary>
    public int LeftOut { get; }

    /// <summary>The height, in rows.</summary>
    public double Rows { get; }

    /// <summary>The two ladders of a comparison.</summary>
    public static Slope Of(DateComparison view)
    {
        var before = view.Before.Standings.ToDictionary(s => s.Issue.Key, StringComparer.Ordinal);
        var after = view.After.Standings.ToDictionary(s => s.Issue.Key, StringComparer.Ordinal);
        List<(IStanding? From, IStanding? To)> all =
        [
            .. view.After.Standings.Select(to => (before.GetValueOrDefault(to.Issue.Key), (IStanding?)to)),
            .. view.Before.Standings.Where(from => !after.ContainsKey(from.Issue.Key)).Select(from => ((IStanding?)from, (IStanding?)null)),
        ];
        var drawn = all.Count <= Most ? all : [.. all.Where(pair => PlaceOf(pair.From) != PlaceOf(pair.To)).Take(Most)];
        var places = all.SelectMany(pair => new[] { PlaceOf(pair.From), PlaceOf(pair.To) }).OfType<LadderPlace>().Distinct().Order().ToList();
        var rungs = new List<SlopeRung>();
        foreach (var place in places)
        {
            var (left, right) = (drawn.Count(d => PlaceOf(d.From) == place), drawn.Count(d => PlaceOf(d.To) == place));
            rungs.Add(new(
                place, all.Count(d => PlaceOf(d.From) == place), all.Count(d => PlaceOf(d.To) == place),
                rungs.Count == 0 ? 0 : rungs[^1].Top + rungs[^1].Rows + Between, Math.Max(1, Math.Max(left, right))));
        }

        return new Slope(rungs, Line(drawn, rungs), all.Count - drawn.Count);
    }

    // On each rung in the order of where they come from, or go to, so that few lines cross.
    private static List<SlopeLine> Line(List<(IStanding? From, IStanding? To)> drawn, List<SlopeRung> rungs)
    {
        var lefts = RowsOf(drawn, rungs, d => d.From, d => d.To);
        var rights = RowsOf(drawn, rungs, d => d.To, d => d.From);
        return drawn.ConvertAll(d => new SlopeLine(
            d.From, d.To, d.From is null ? null : lefts[d.From.Issue.Key], d.To is null ? null : rights[d.To.Issue.Key]));
    }

    private static Dictionary<string, double> RowsOf(
        List<(IStanding? From, IStanding? To)> drawn, List<SlopeRung> rungs, Func<(IStanding? From, IStanding? To), IStanding?> here,
        Func<(IStanding? From, IStanding? To), IStanding?> there) => rungs
        .SelectMany(rung => drawn.Where(d => PlaceOf(here(d)) == rung.Place).OrderBy(d => PlaceOf(there(d)) ?? LadderPlace.Unknown)
            .Select((d, i) => (here(d)!.Issue.Key, Row: rung.Top + i + .5)))
        .ToDictionary(x => x.Key, x => x.Row, StringComparer.Ordinal);

    private static LadderPlace? PlaceOf(IStanding? standing) => standing?.Place();
}

/// <summary>A rung of the two ladders.</summary>
/// <param name="Place">Which.</param>
/// <param name="Before">How many issues stood on it on the first date.</param>
/// <param name="After">How many stand on it on the second.</param>
/// <param name="Top">Its top, in rows.</param>
/// <param name="Rows">Its height, in rows.</param>
public sealed record SlopeRung(LadderPlace Place, int Before, int After, double Top, double Rows)
{
    /// <summary>Whether the agreed share counts what stands on it.</summary>
    public bool Counted => Place <= LadderPlace.AgreedInPrinciple;
}

/// <summary>One issue on the two ladders.</summary>
/// <param name="From">As it stood on the first date; null where it was not in scope.</param>
/// <param name="To">As it stands on the second; null where it is not in scope.</param>
/// <param name="FromRow">Its height on the left, in rows.</param>
/// <param name="ToRow">Its height on the right, in rows.</param>
public sealed record SlopeLine(IStanding? From, IStanding? To, double? FromRow, double? ToRow)
{
    /// <summary>Its path: from edge to edge, or where it is on one ladder alone a part of the way.</summary>
    public string Path => (FromRow, ToRow) switch
    {
        ({ } from, { } to) => $"M0 {N(from)}C50 {N(from)} 50 {N(to)} 100 {N(to)}",
        ({ } from, null) => $"M0 {N(from)}H35",
        (null, { } to) => $"M60 {N(to)}H100",
        (null, null) => "",
    };

    /// <summary>Whether it rose (1), fell (−1) or did neither (0).</summary>
    public int Direction => From is null || To is null ? 0 : new StandingChange(From, To).Direction;

    /// <summary>Whether its level or its basis is another.</summary>
    public bool Changed => From is not null && To is not null && (From.Level, From.Basis) != (To.Level, To.Basis);

    /// <summary>The class that says what became of it.</summary>
    public string Class => this switch
    {
        { From: null } or { To: null } => "slope-scope",
        { Direction: > 0 } => "slope-rose",
        { Direction: < 0 } => "slope-fell",
        { Changed: true } => "slope-other",
        _ => "slope-same",
    };

    private static string N(double number) => SharePath.N(number);
}
