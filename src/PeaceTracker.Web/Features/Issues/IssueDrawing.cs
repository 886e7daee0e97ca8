using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Issues;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>The drawing of an issue over time: the paths between its pairs under each other, then a lane for each party's positions.</summary>
public sealed record IssueDrawing
{
    private const double HeadingHeight = 16, Space = 10, Foot = 20;

    private IssueDrawing()
    {
    }

    /// <summary>The axis that all share.</summary>
    public required TimeAxis Axis { get; init; }

    /// <summary>The pairs between which something is recorded.</summary>
    public required IReadOnlyList<PairPath> Pairs { get; init; }

    /// <summary>The parties of which positions are recorded.</summary>
    public required IReadOnlyList<PositionLane> Positions { get; init; }

    /// <summary>The height of the heading over the positions.</summary>
    public required double PositionsY { get; init; }

    /// <summary>Height of the drawing.</summary>
    public required double Height { get; init; }

    /// <summary>All reversals with the name of their pair, the newest first.</summary>
    public IReadOnlyList<(string Pair, LevelFall Fall)> Falls =>
        [.. Pairs.SelectMany(p => p.Path.Falls.Select(f => (p.Name, f.Fall))).OrderByDescending(f => f.Fall.To.Date)];

    /// <summary>Whether anything that stands is recorded on the issue, so that there is something to draw.</summary>
    public static bool IsOf(IssueView view) => view.Positions.Count > 0 || view.Dyads.Any(d => d.Path.Count > 0);

    /// <summary>The drawing of an issue on which something is recorded; <paramref name="word"/> says a position in short.</summary>
    public static IssueDrawing Of(IssueView view, Func<Position, string> word)
    {
        var recorded = view.Dyads.Where(d => d.Path.Count > 0).ToList();
        var parties = view.Positions.Select(p => (p.Party, Positions: p.Earlier.Prepend(p.Position).Reverse().ToList())).ToList();
        var axis = new TimeAxis(
            recorded.Select(d => d.Path[0].Date).Concat(parties.Select(p => p.Positions[0].OccurredOn)).Min(), view.At.Date);
        var pairs = new List<PairPath>();
        var top = 0.0;
        foreach (var dyad in recorded)
        {
            var path = LevelPathGeometry.Of(dyad.Path, axis, top + HeadingHeight);
            pairs.Add(new(view.At.Board.DyadName(dyad.Dyad), top + HeadingHeight - 4, path));
            top = path.Bottom + Space;
        }

        var (heading, lanes) = (top + HeadingHeight - 4, new List<PositionLane>());
        top += parties.Count > 0 ? HeadingHeight + 4 : 0;
        foreach (var (party, positions) in parties)
        {
            lanes.Add(PositionLane.Of(party, positions.ConvertAll(p => (p, word(p))), axis, top));
            top = lanes[^1].Bottom;
        }

        return new IssueDrawing { Axis = axis, Pairs = pairs, Positions = lanes, PositionsY = heading, Height = top + Foot };
    }
}

/// <summary>The path between one pair.</summary>
/// <param name="Name">The pair.</param>
/// <param name="Y">The height of its name.</param>
/// <param name="Path">The path.</param>
public sealed record PairPath(string Name, double Y, LevelPathGeometry Path);
