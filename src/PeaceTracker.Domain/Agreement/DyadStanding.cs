using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Domain.Agreement;

/// <summary>One issue between one dyad on a date.</summary>
public sealed class DyadStanding : IStanding
{
    // Asked for many times over thousands of issues, as the level and its basis are.
    private readonly Verdicts _verdicts;

    // All steps that are recorded, which all dates share; and how many of them are up to the date.
    private readonly LevelStep[] _path;
    private readonly int _steps;

    internal DyadStanding(Issue issue, Dyad dyad, LevelStep[] path)
        : this(issue, dyad, path, path.Length)
    {
    }

    internal DyadStanding(Issue issue, Dyad dyad, LevelStep[] path, int steps)
    {
        Issue = issue;
        Dyad = dyad;
        (_path, _steps) = (path, steps);
        Step = steps == 0 ? null : path[steps - 1];
        Level = Step?.Level ?? Level.Unknown;
        Basis = Level == Level.Unknown ? Basis.OnRecord : Step!.Basis;
        _verdicts = Applies ? Verdicts.Of(Level, Basis) : default;
    }

    /// <inheritdoc />
    public Issue Issue { get; }

    /// <summary>The dyad.</summary>
    public Dyad Dyad { get; }

    /// <summary>All steps up to the date, oldest first.</summary>
    public IReadOnlyList<LevelStep> Path => _steps == _path.Length ? _path : new ArraySegment<LevelStep>(_path, 0, _steps);

    /// <summary>The same, for whoever goes through the steps of thousands.</summary>
    internal ReadOnlySpan<LevelStep> Steps => _path.AsSpan(0, _steps);

    /// <summary>The step in force; null where nothing is recorded.</summary>
    public LevelStep? Step { get; }

    /// <summary>The level in force; unknown where nothing is recorded.</summary>
    public Level Level { get; }

    /// <inheritdoc />
    public Basis Basis { get; }

    /// <summary>Whether the issue applies to the dyad on the date.</summary>
    public bool Applies => Level != Level.NotApplicable;

    /// <summary>Whether live events of the step's date disagree.</summary>
    public bool Contested => Step?.Contested ?? false;

    /// <summary>
    /// The newest step at agreed in principle or better, on record, that is later than a position: then the position is what a party wanted
    /// before it agreed, also where the agreement has fallen since. Null where there is none, or only one of the position's own day; what one
    /// side says is agreed makes no position old.
    /// </summary>
    public LevelStep? AgreedSince(Position position) =>
        Path.LastOrDefault(s => s.Level.IsAgreed() && s.Basis == Basis.OnRecord && s.Date > position.OccurredOn);

    /// <summary>Whether it fell from agreed in principle or better to an ordered level below, and has not come back.</summary>
    public bool Reopened => Level.Rank() < Level.AgreedInPrinciple.Rank() && Path.Any(s => s.Level.IsAgreed());

    /// <inheritdoc />
    public Verdict Judge(Threshold threshold, ShareBasis basis = ShareBasis.OnRecord) => Applies
        ? _verdicts.At(Verdicts.Bit(threshold, basis)) : ThresholdScale.Judge(Level, Basis, threshold, basis);
}
