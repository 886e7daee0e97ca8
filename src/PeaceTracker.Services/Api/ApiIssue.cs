using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Services.Api;

/// <summary>An issue as it stands over the whole board, with its level between each pair.</summary>
/// <param name="Row">What is recorded of it.</param>
/// <param name="Number">Its number on the agenda in force; null where it is not on it.</param>
/// <param name="Core">Whether it is a core issue.</param>
/// <param name="Level">Its level over the whole board.</param>
/// <param name="Basis">Whether that level is on record or claimed by one side.</param>
/// <param name="Counted">Whether it counts in the shares of the whole board.</param>
/// <param name="LastEvidence">The day of the newest evidence; null where there is none.</param>
/// <param name="Contested">Whether entries of one day disagree on the level of a pair that decides.</param>
/// <param name="Reopened">Whether it was agreed between a pair that decides, and no longer is.</param>
/// <param name="Pairs">Its level between each pair to which it applies.</param>
public sealed record ApiIssue(
    Issue Row, int? Number, bool Core, Level Level, Basis Basis, bool Counted, ApiDay? LastEvidence, bool Contested, bool Reopened,
    IReadOnlyList<ApiPairLevel> Pairs)
{
    /// <summary>The issues of a board, those on its agenda first and in its order.</summary>
    public static IEnumerable<IssueStanding> Listed(BoardSnapshot at) => at.Issues.Concat(
        at.Board.Record.Issues.Where(issue => at.Issue(issue.Key) is null).Select(issue => at.IssueOnOrOffAgenda(issue.Key)).OfType<IssueStanding>());

    /// <summary>One issue.</summary>
    public static ApiIssue Of(IssueStanding issue) => new(
        issue.Issue, issue.OnAgenda ? issue.Number : null, issue.Issue.IsCore, issue.Level, issue.Basis, issue.OnAgenda && issue.Applies,
        ApiDay.Of(issue.LastEvidence), issue.Contested, issue.Reopened,
        [
            .. issue.Dyads.Select(pair => new ApiPairLevel(
                pair.Dyad.Key, pair.Level, pair.Basis, ApiDay.Of(pair.Step?.When), issue.Judged.Contains(pair), issue.BlockedBy.Contains(pair))),
        ]);
}

/// <summary>The level of an issue between one pair.</summary>
/// <param name="Dyad">The key of the pair.</param>
/// <param name="Level">The level.</param>
/// <param name="Basis">Whether it is on record or claimed by one side.</param>
/// <param name="Since">The day from which it holds; null where nothing is recorded.</param>
/// <param name="Decides">Whether the pair is among those by which the issue is judged.</param>
/// <param name="Blocks">Whether the pair keeps the issue from being agreed.</param>
public sealed record ApiPairLevel(string Dyad, Level Level, Basis Basis, ApiDay? Since, bool Decides, bool Blocks);
