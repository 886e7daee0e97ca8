using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Positions;

/// <summary>A party's red line on an issue: from when, and until when where it has since taken another position.</summary>
/// <param name="Position">The position that drew it, the first of several without a break.</param>
/// <param name="Until">The date of the position that gave it up; null where it stands.</param>
public sealed record RedLine(Position Position, DateAsKnown? Until)
{
    /// <summary>All red lines drawn by a board's date, those that stand first, of each the newest first.</summary>
    public static IReadOnlyList<RedLine> Of(BoardSnapshot at) =>
    [
        .. at.Positions.GroupBy(p => (p.IssueKey, p.PartyKey)).SelectMany(lines => Of([.. lines.Reverse()]))
            .OrderBy(line => line.Until is not null).ThenByDescending(line => line.Position.OccurredOn),
    ];

    private static IEnumerable<RedLine> Of(IReadOnlyList<Position> oldestFirst)
    {
        Position? drawn = null;
        foreach (var position in oldestFirst)
        {
            if (position.Flexibility == Flexibility.RedLine)
            {
                drawn ??= position;
            }
            else if (drawn is not null)
            {
                yield return new RedLine(drawn, new(position.OccurredOn, position.Precision));
                drawn = null;
            }
        }

        if (drawn is not null)
        {
            yield return new RedLine(drawn, null);
        }
    }
}
