using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Issues;

/// <summary>One issue in a list: over the whole board, or between one dyad.</summary>
public sealed record ListedIssue
{
    private BoardSnapshot _at = default!;

    private ListedIssue()
    {
    }

    /// <summary>The issue over the board.</summary>
    public required IssueStanding Standing { get; init; }

    /// <summary>The issue between the chosen dyad; null over the whole board, and where the issue does not name the dyad.</summary>
    public required DyadStanding? Between { get; init; }

    /// <summary>Whether a dyad is chosen.</summary>
    public required bool OfDyad { get; init; }

    /// <summary>The pairs that give the level over the board, by name; none where nothing is known.</summary>
    public IReadOnlyList<string> SetBy => [.. SettingLevel(Standing).Select(d => _at.Board.DyadName(d.Dyad))];

    /// <summary>The issue.</summary>
    public Issue Issue => Standing.Issue;

    /// <summary>Its number on the agenda.</summary>
    public int Number => Standing.Number;

    /// <summary>The level of the row.</summary>
    public Level Level => OfDyad ? Between?.Level ?? Level.NotApplicable : Standing.Applies ? Standing.Level : Level.NotApplicable;

    /// <summary>The basis of the level.</summary>
    public Basis Basis => OfDyad ? Between?.Basis ?? Basis.OnRecord : Standing.Basis;

    /// <summary>Whether the level is known, and by one side's word.</summary>
    public bool Claimed => Level != Level.Unknown && Basis == Basis.Claimed;

    /// <summary>Whether live events of one date disagree.</summary>
    public bool Contested => OfDyad ? Between is { Contested: true } : Standing.Contested;

    /// <summary>Whether it fell from agreed in principle or better.</summary>
    public bool Reopened => OfDyad ? Between is { Reopened: true } : Standing.Reopened;

    /// <summary>Whether its evidence is stale.</summary>
    public bool Stale => _at.IsStale(Standing);

    /// <summary>Date of the newest status event (between the chosen dyad, where there is one) or, over the board, position.</summary>
    public DateAsKnown? LastEvidence => OfDyad ? Between?.Step?.When : Standing.LastEvidence;

    /// <summary>The last change of the level; null where nothing is recorded.</summary>
    public LevelMove? Move => OfDyad ? Between is null ? null : LevelMove.Of(Between) : LevelMove.Of(Standing);

    /// <summary>
    /// The positions on it that object or reject, of both sides of the chosen dyad, where there is one, else of all parties; not those whose
    /// party has come to an agreement since.
    /// </summary>
    public IReadOnlyList<Position> Objecting => [.. Standing.Objections.Where(p => Concerns(p) && Standing.AgreedSince(p) is null)];

    /// <summary>The red lines on it, of the same parties.</summary>
    public IEnumerable<Position> RedLines => Standing.Positions.Where(p => p.Flexibility == Flexibility.RedLine && Concerns(p));

    /// <summary>The publishers on whose word the level rests.</summary>
    public IReadOnlySet<string> Publishers => (OfDyad, Between) switch
    {
        (false, _) => Support.PublishersOf(Standing, _at.Board),
        (_, { } between) => Support.PublishersOf(between, _at.Board),
        _ => new HashSet<string>(),
    };

    /// <summary>The row of an issue: over the board, or between a dyad, to which an issue that does not name it does not apply.</summary>
    public static ListedIssue Of(BoardSnapshot at, IssueStanding standing, string? dyadKey) => new()
    {
        Standing = standing,
        Between = dyadKey is null ? null : standing.Between(dyadKey),
        OfDyad = dyadKey is not null,
        _at = at,
    };

    private bool Concerns(Position position) => !OfDyad || Between is null || Between.Dyad.Includes(position.PartyKey);

    /// <summary>
    /// The judged dyads that give an issue its level over the board: those at it. Where it is unknown, those of which nothing is
    /// known.
    /// </summary>
    public static IEnumerable<DyadStanding> SettingLevel(IssueStanding standing) => standing.Judged.Where(d => d.Level == standing.Level);
}
