using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Api;

/// <summary>Two dates of a board compared.</summary>
/// <param name="Board">Which board; its date is the second one.</param>
/// <param name="From">The first date.</param>
/// <param name="To">The second date.</param>
/// <param name="Agreed">The agreed share on both.</param>
/// <param name="Rose">Issues on both agendas whose level rose.</param>
/// <param name="Fell">Issues on both agendas whose level fell.</param>
/// <param name="NowKnown">Issues on both agendas of which nothing was known on the first date.</param>
/// <param name="Added">The keys of issues on the second agenda alone.</param>
/// <param name="Removed">The keys of issues on the first agenda alone.</param>
public sealed record ApiComparison(
    ApiBoard Board, DateOnly From, DateOnly To, ApiShareMove Agreed, IReadOnlyList<ApiMove> Rose, IReadOnlyList<ApiMove> Fell,
    IReadOnlyList<ApiMove> NowKnown, IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>Two dates of a board.</summary>
    public static ApiComparison Of(BoardSnapshot at, DateOnly from, DateOnly to, string page)
    {
        var compared = DateComparison.Between(at.Board, from, to, at.KnownAt);
        return new(
            ApiBoard.Of(compared.To, page), from, to, ApiShareMove.Of(compared.Agreed), Moves(compared.Rose), Moves(compared.Fell),
            Moves(compared.NowKnown), [.. compared.Added.Select(a => a.Issue.Key)], [.. compared.Removed.Select(r => r.Issue.Key)]);
    }

    private static IReadOnlyList<ApiMove> Moves(IReadOnlyList<StandingChange> changes) =>
        [.. changes.Select(c => new ApiMove(c.Issue.Key, c.Issue.Title, c.From.Level, c.To.Level))];
}

/// <summary>How a share moved, in percentage points; the three effects add up to the change, and are null where a share is none.</summary>
/// <param name="From">The share on the first date.</param>
/// <param name="To">The share on the second date.</param>
/// <param name="ChangePoints">The change.</param>
/// <param name="StatusPoints">What of it comes from levels that moved.</param>
/// <param name="ScopePoints">What of it comes from issues that came or left.</param>
/// <param name="WeightPoints">What of it comes from issues that were judged otherwise.</param>
public sealed record ApiShareMove(
    ApiFigure From, ApiFigure To, decimal? ChangePoints, decimal? StatusPoints, decimal? ScopePoints, decimal? WeightPoints)
{
    internal static ApiShareMove Of(BoardComparison comparison) => new(
        ApiFigure.Of(comparison.From), ApiFigure.Of(comparison.To), Points(comparison.Change), Points(comparison.StatusEffect),
        Points(comparison.ScopeEffect), Points(comparison.WeightEffect));

    private static decimal? Points(Ratio? ratio) =>
        ratio is { } value ? decimal.Parse(PercentText.Machine(value), CultureInfo.InvariantCulture) : null;
}

/// <summary>An issue whose level over the whole board moved.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="From">The level on the first date.</param>
/// <param name="To">The level on the second date.</param>
public sealed record ApiMove(string Key, string Title, Level From, Level To);
