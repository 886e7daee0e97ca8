using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Tests.Agreement;

/// <summary>All that a snapshot shows, as text: two that show the same are equal.</summary>
internal static class Fingerprint
{
    public static string Of(BoardSnapshot board) => string.Join('\n', Lines(board));

    private static IEnumerable<string> Lines(BoardSnapshot board)
    {
        yield return $"agenda {board.Agenda?.Number}, agreed {board.Shares.Agreed}, "
            + $"with claimed {board.Shares.Against(Threshold.Agreed, ShareBasis.WithClaimed)}";
        yield return $"text {board.Shares.TextAgreed}, moving {board.Shares.Moving}, core {board.Shares.Core}, weighted {board.Shares.Weighted}";
        yield return $"lowest {string.Join(' ', board.LowestDyads.Keys)} of {board.LowestDyads.Compared}; "
            + string.Join(' ', board.Dyads.Select(d => $"{d.Dyad.Key} {d.Shares.Agreed} of {d.NotApplying}"));
        yield return "events " + string.Join(' ', board.StatusEvents.Select(e => e.Key));
        yield return "positions " + string.Join(' ', board.Positions.Select(p => p.Key));
        foreach (var issue in board.Issues)
        {
            yield return $"{issue.Number} {issue.Issue.Key} {issue.Level} {issue.Basis} "
                + $"stale {board.IsStale(issue)} contested {issue.Contested} reopened {issue.Reopened}";
            foreach (var dyad in issue.Dyads)
            {
                yield return $"  {dyad.Dyad.Key} "
                    + string.Join(", ", dyad.Path.Select(s => $"{s.Date:O} {s.Level} {s.Basis} {s.Contested} {s.Shown.Key}"));
            }
        }

        foreach (var remaining in Remaining.Of(board))
        {
            yield return $"remains {remaining.Standing.Issue.Key} {remaining.HeldUpBy.Count} {remaining.Objections.Count} {remaining.WaitsFor.Count}";
        }
    }
}
