using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Services.Agreement;

/// <summary>Everything needed to compute a board's headline figures again: each issue's pairs, what they rest on, and what follows from it.</summary>
public sealed record ProofView
{
    private static readonly (Threshold Threshold, ShareBasis Basis)[] Measures =
    [
        .. from basis in Enum.GetValues<ShareBasis>()
           from threshold in ThresholdScale.HeadlineFirst
           select (threshold, basis),
    ];

    private ProofView()
    {
    }

    /// <summary>The board on the date.</summary>
    public required BoardSnapshot At { get; init; }

    /// <summary>The shares of the whole board, one for each threshold and basis: the headline first, those on record before those with
    /// claimed.</summary>
    public required IReadOnlyList<ProofShare> Shares { get; init; }

    /// <summary>The pairs between which an issue on the agenda stands, in the order of the record.</summary>
    public required IReadOnlyList<Dyad> Pairs { get; init; }

    /// <summary>The issues on the agenda in force, in its order, including those that are not counted.</summary>
    public required IReadOnlyList<ProofIssue> Issues { get; init; }

    /// <summary>The proof of a board on a date.</summary>
    public static ProofView Of(BoardSnapshot at)
    {
        var named = at.Issues.SelectMany(issue => issue.Dyads).Select(pair => pair.Dyad.Key).ToHashSet(StringComparer.Ordinal);
        return new ProofView
        {
            At = at,
            Shares = [.. Measures.Select(m => new ProofShare(m.Threshold, m.Basis, at.Shares.Against(m.Threshold, m.Basis)))],
            Pairs = [.. at.Board.Record.Dyads.Where(dyad => named.Contains(dyad.Key))],
            Issues = [.. at.Issues.Select(issue => new ProofIssue(
                issue, [.. Measures.Select(m => new ProofVerdict(m.Threshold, m.Basis, issue.Judge(m.Threshold, m.Basis)))]))],
        };
    }

    /// <summary>The status events in force between one pair: all live ones of the newest day on which there is one.</summary>
    public static IReadOnlyList<StatusEvent> EventsOf(DyadStanding pair) => pair.Step?.Events ?? [];
}

/// <summary>One share of the whole board.</summary>
/// <param name="Threshold">The level from which an issue counts.</param>
/// <param name="Basis">Whether one-sided levels count.</param>
/// <param name="Share">The share.</param>
public sealed record ProofShare(Threshold Threshold, ShareBasis Basis, Share Share);

/// <summary>One issue as it is counted.</summary>
/// <param name="Standing">How it stands, with its pairs.</param>
/// <param name="Verdicts">Its verdicts, in the order of the shares.</param>
public sealed record ProofIssue(IssueStanding Standing, IReadOnlyList<ProofVerdict> Verdicts);

/// <summary>How an issue stands to one threshold on one basis.</summary>
/// <param name="Threshold">The level from which an issue counts.</param>
/// <param name="Basis">Whether one-sided levels count.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record ProofVerdict(Threshold Threshold, ShareBasis Basis, Verdict Verdict);
