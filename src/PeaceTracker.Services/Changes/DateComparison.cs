using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Changes;

/// <summary>The whole board on two dates side by side: its shares, the issues that moved, and what came to the table between them.</summary>
public sealed record DateComparison
{
    private DateComparison()
    {
    }

    /// <summary>The board on the first date.</summary>
    public required BoardSnapshot From { get; init; }

    /// <summary>The board on the second date.</summary>
    public required BoardSnapshot To { get; init; }

    /// <summary>The three shares on record, the headline first.</summary>
    public required IReadOnlyList<(Threshold Threshold, BoardComparison Comparison)> Shares { get; init; }

    /// <summary>Issues on both agendas that rose.</summary>
    public required IReadOnlyList<StandingChange> Rose { get; init; }

    /// <summary>Issues on both agendas that fell.</summary>
    public required IReadOnlyList<StandingChange> Fell { get; init; }

    /// <summary>Issues on both agendas that changed without rising or falling: to or from a level outside the order, or in basis.</summary>
    public required IReadOnlyList<StandingChange> Otherwise { get; init; }

    /// <summary>Issues reopened on the second date that were not on the first.</summary>
    public required IReadOnlyList<IssueStanding> Reopened { get; init; }

    /// <summary>Issues in scope on the second date alone.</summary>
    public required IReadOnlyList<IStanding> Added { get; init; }

    /// <summary>Issues in scope on the first date alone.</summary>
    public required IReadOnlyList<IStanding> Removed { get; init; }

    /// <summary>Agenda versions that came into force after the first date and by the second, oldest first, with their scope changes.</summary>
    public required IReadOnlyList<AgendaVersion> Agendas { get; init; }

    /// <summary>Positions taken after the first date and by the second, newest first.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>Draft versions dated after the first date and by the second, oldest first.</summary>
    public required IReadOnlyList<(Draft Draft, DraftVersion Version)> Versions { get; init; }

    /// <summary>Compares two dates of one board, both by what is known of it at <paramref name="knownAt"/>; the first date is not after the second.</summary>
    public static DateComparison Between(Board board, DateOnly first, DateOnly second, DateOnly? knownAt)
    {
        var (from, to) = (board.AsOf(first, knownAt), board.AsOf(second, knownAt));
        var agreed = BoardComparison.Between(from.Shares, to.Shares);
        var moved = agreed.Moved.ToLookup(m => m.Direction);
        return new DateComparison
        {
            From = from,
            To = to,
            Shares =
            [
                (Threshold.Agreed, agreed),
                (Threshold.TextAgreed, BoardComparison.Between(from.Shares, to.Shares, Threshold.TextAgreed)),
                (Threshold.Moving, BoardComparison.Between(from.Shares, to.Shares, Threshold.Moving)),
            ],
            Rose = [.. moved[1]],
            Fell = [.. moved[-1]],
            Otherwise = [.. moved[0]],
            Reopened = [.. to.Issues.Where(i => i.Reopened && from.IssueOnOrOffAgenda(i.Issue.Key) is not { Reopened: true })],
            Added = agreed.Added,
            Removed = agreed.Removed,
            Agendas = [.. to.Agendas.Where(a => a.InForceFrom > first).Reverse()],
            Positions = [.. to.Positions.Where(p => p.OccurredOn > first)],
            Versions = [.. to.Drafts.SelectMany(d => d.Versions.Where(v => v.Date > first).Select(v => (d, v))).OrderBy(x => x.v.Date)],
        };
    }
}
