using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Services.Api;

/// <summary>An issue on which two parties have not agreed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Level">Its level between the two.</param>
/// <param name="Basis">Whether that is on record or claimed by one side.</param>
/// <param name="Since">The day from which it holds; null where nothing is recorded.</param>
/// <param name="Rationale">Why that level; null where nothing is recorded.</param>
public sealed record ApiRemainingBetween(string Key, string Title, Level Level, Basis Basis, ApiDay? Since, string? Rationale)
{
    /// <summary>Those of a pair, in the order of the agenda.</summary>
    public static IReadOnlyList<ApiRemainingBetween> Of(BoardSnapshot at, string dyadKey) =>
    [
        .. from issue in at.Issues
           let pair = issue.Between(dyadKey)
           where pair is { Applies: true } && pair.Judge(Threshold.Agreed) != Verdict.Met
           select new ApiRemainingBetween(
               issue.Issue.Key, issue.Issue.Title, pair.Level, pair.Basis, ApiDay.Of(pair.Step?.When), pair.Step?.Shown.Rationale),
    ];
}
