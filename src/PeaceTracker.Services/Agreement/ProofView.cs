using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Services.Agreement;

/// <summary>Everything needed to compute a board's headline figures again: each issue's pairs, what they rest on, and what follows from it.</summary>
public sealed record ProofView
{
    private static readonly (Threshold Threshold, ShareBasis Basis)[] Counted =
    [
        .. from basis in Enum.GetValues<ShareBasis>()
           from threshold in new[] { Threshold.Agreed, Threshold.TextAgreed, Threshold.Moving }
           select (threshold, basis),
    ];

    private ProofView()
    {
    }

    /// <summary>The board on the date.</summary>
    public required BoardSnapshot At { get; init; }

    /// <summary>The shares of the whole board, each against its threshold and on its basis; the headline first.</summary>
    public required IReadOnlyList<ProofShare> Shares { get; init; }

    /// <summary>The issues on the agenda in force, in its order, those that are not counted among them.</summary>
    public required IReadOnlyList<ProofIssue> Issues { get; init; }

    /// <summary>The proof of a board on a date.</summary>
    public static ProofView Of(BoardSnapshot at) => new()
    {
        At = at,
        Shares = [.. Counted.Select(c => new ProofShare(c.Threshold, c.Basis, at.Shares.Against(c.Threshold, c.Basis)))],
        Issues = [.. at.Issues.Select(issue => new ProofIssue(issue, [.. Counted.Select(c => issue.Judge(c.Threshold, c.Basis))]))],
    };

    /// <summary>The verdict of an issue against a threshold on a basis.</summary>
    public static Verdict VerdictOf(ProofIssue issue, Threshold threshold, ShareBasis basis) =>
        issue.Verdicts[Array.IndexOf(Counted, (threshold, basis))];

    /// <summary>The status events in force between one pair: those of the newest day, the later ones where some are said to be later.</summary>
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
public sealed record ProofIssue(IssueStanding Standing, IReadOnlyList<Verdict> Verdicts);
