using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Agreement;

namespace PeaceTracker.Services.Api;

/// <summary>What the summary of a board shows.</summary>
/// <param name="Board">Which board, and when.</param>
/// <param name="Shares">The shares of the whole board.</param>
/// <param name="Headline">The claim that heads the board, beside what is computed for its scope; null where there is none.</param>
/// <param name="LastEvidence">The day of the newest evidence on an issue in scope; null where there is none.</param>
/// <param name="NextRound">The next round announced; null where none is.</param>
/// <param name="Pairs">The pairs, required ones first, of these the lowest share first.</param>
/// <param name="Remaining">The issues that are not agreed, hardest first.</param>
public sealed record ApiSummary(
    ApiBoard Board, ApiShares Shares, ApiClaim? Headline, ApiDay? LastEvidence, Round? NextRound, IReadOnlyList<ApiPair> Pairs,
    IReadOnlyList<ApiRemaining> Remaining)
{
    /// <summary>The summary of a board.</summary>
    public static ApiSummary Of(BoardSnapshot at, string page)
    {
        var view = SummaryView.Of(at);
        return new(
            ApiBoard.Of(at, page), ApiShares.Of(at.Shares), view.Claim is { } claim ? ApiClaim.Of(claim) : null, ApiDay.Of(view.LastEvidence),
            view.NextRound, [.. ApiPair.All(at)],
            [
                .. view.Remaining.Select(r => new ApiRemaining(
                    r.Standing.Issue.Key, r.Standing.Issue.Title, r.Standing.Issue.IsCore, r.Standing.Level, r.Standing.Basis,
                    [.. r.HeldUpBy.Select(pair => pair.Dyad.Key)], [.. r.RedLines.Select(position => position.PartyKey).Distinct()],
                    [.. r.WaitsFor.Select(issue => issue.Issue.Key)])),
            ]);
    }
}

/// <summary>An issue that is not agreed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Core">Whether it is a core issue.</param>
/// <param name="Level">Its level over the whole board.</param>
/// <param name="Basis">Whether that is on record or claimed by one side.</param>
/// <param name="BlockedBy">The keys of the pairs that keep it from being agreed.</param>
/// <param name="RedLines">The keys of the parties for which it is a red line.</param>
/// <param name="DependsOn">The keys of open issues on which it depends.</param>
public sealed record ApiRemaining(
    string Key, string Title, bool Core, Level Level, Basis Basis, IReadOnlyList<string> BlockedBy, IReadOnlyList<string> RedLines,
    IReadOnlyList<string> DependsOn);

/// <summary>A negotiation in the list of all.</summary>
/// <param name="Board">Which board, and when.</param>
/// <param name="Shares">The shares of the whole board.</param>
public sealed record ApiNegotiation(ApiBoard Board, ApiShares Shares);

/// <summary>All negotiations that may be read.</summary>
/// <param name="Change">The number of the newest change of all.</param>
/// <param name="Items">The negotiations, by title, fictional ones last.</param>
public sealed record ApiNegotiations(long Change, IReadOnlyList<ApiNegotiation> Items);

/// <summary>The shares of a board from each day on which one of them changed.</summary>
/// <param name="Date">The day.</param>
/// <param name="Agreed">Agreed in principle or better, on record.</param>
/// <param name="TextAgreed">The text agreed or better, on record.</param>
/// <param name="Moving">Narrowing or better, on record.</param>
public sealed record ApiPeriod(ApiDay Date, ApiFigure Agreed, ApiFigure TextAgreed, ApiFigure Moving)
{
    /// <summary>The history of a board up to its date.</summary>
    public static IEnumerable<ApiPeriod> All(BoardSnapshot at) => at.History.Periods.Select(period => new ApiPeriod(
        new ApiDay(period.Date, period.Precision), ApiFigure.Of(period.Agreed), ApiFigure.Of(period.TextAgreed), ApiFigure.Of(period.Moving)));
}
