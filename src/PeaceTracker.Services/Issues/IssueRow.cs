using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Services.Issues;

/// <summary>One issue in a list: over the whole board, or between one dyad.</summary>
public sealed record IssueRow
{
    private IssueRow()
    {
    }

    /// <summary>The issue over the board.</summary>
    public required IssueStanding Standing { get; init; }

    /// <summary>The issue between the chosen dyad; null over the whole board.</summary>
    public required DyadStanding? Between { get; init; }

    /// <summary>The pairs that give the level over the board, by name; none where nothing is known.</summary>
    public required IReadOnlyList<string> SetBy { get; init; }

    /// <summary>The issue.</summary>
    public Issue Issue => Standing.Issue;

    /// <summary>Its number on the agenda.</summary>
    public int Number => Standing.Number;

    /// <summary>The level of the row.</summary>
    public Level Level => Between?.Level ?? Standing.Level;

    /// <summary>The basis of the level.</summary>
    public Basis Basis => Between?.Basis ?? Standing.Basis;

    /// <summary>Whether the level is known, and by one side's word.</summary>
    public bool Claimed => Level != Level.Unknown && Basis == Basis.Claimed;

    /// <summary>Whether live events of one date disagree.</summary>
    public bool Contested => Between?.Contested ?? Standing.Contested;

    /// <summary>Whether it fell from agreed in principle or better.</summary>
    public bool Reopened => Between?.Reopened ?? Standing.Reopened;

    /// <summary>Whether its evidence is stale.</summary>
    public bool Stale => Standing.Stale;

    /// <summary>Date of the newest status event (between the chosen dyad, where there is one) or, over the board, position.</summary>
    public DateOnly? LastEvidenceOn => Between is null ? Standing.LastEvidenceOn : Between.Step?.Date;

    /// <summary>The row of an issue; null where the issue does not name the dyad.</summary>
    public static IssueRow? Of(Board board, IssueStanding standing, string? dyadKey)
    {
        var between = dyadKey is null ? null : standing.Between(dyadKey);
        return dyadKey is not null && between is null ? null : new IssueRow
        {
            Standing = standing,
            Between = between,
            SetBy = [.. SettingLevel(standing).Select(d => board.DyadName(d.Dyad))],
        };
    }

    /// <summary>The judged dyads that give an issue its level over the board: those at it. Where it is unknown, those of which nothing is known.</summary>
    public static IEnumerable<DyadStanding> SettingLevel(IssueStanding standing) => standing.Judged.Where(d => d.Level == standing.Level);
}
