using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>A reversal: a step to a lower level than the ordered one before it. Levels outside the order neither fall nor are fallen to.</summary>
/// <param name="From">The last step at an ordered level before.</param>
/// <param name="To">The lower step.</param>
public sealed record LevelFall(LevelStep From, LevelStep To)
{
    /// <summary>Whether what was agreed in principle or better is open again.</summary>
    public bool Reopens => From.Level.IsAgreed() && !To.Level.IsAgreed();

    /// <summary>The falls of a path, oldest first.</summary>
    public static IReadOnlyList<LevelFall> Of(IReadOnlyList<LevelStep> path)
    {
        var ordered = path.Where(step => step.Level.Rank() is not null).ToList();
        return
        [
            .. ordered.Zip(ordered.Skip(1), (from, to) => new LevelFall(from, to)).Where(fall => fall.To.Level.Rank() < fall.From.Level.Rank()),
        ];
    }
}
