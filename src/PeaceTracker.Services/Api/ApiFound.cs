using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Api;

/// <summary>What a search found on a board.</summary>
/// <param name="Board">Which board, and when.</param>
/// <param name="Total">How much was found.</param>
/// <param name="Items">The first of each kind.</param>
public sealed record ApiFound(ApiBoard Board, int Total, IReadOnlyList<ApiHit> Items)
{
    /// <summary>What is found of some words.</summary>
    public static ApiFound Of(BoardSnapshot at, string? words, string page)
    {
        var view = SearchView.Of(at, words);
        return new(
            ApiBoard.Of(at, page), view.Count,
            [
                .. view.Groups.SelectMany(group => group.Hits.Select(hit => new ApiHit(
                    group.In.Name, hit.Row.Key, string.Concat(hit.Title.Select(part => part.Text)),
                    string.Concat(hit.Detail.Select(part => part.Text))))),
            ]);
    }
}

/// <summary>One thing that was found.</summary>
/// <param name="Section">The section of the record in which it is.</param>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">The text in which it was found, or the first about it; empty where there is none.</param>
public sealed record ApiHit(string Section, string Key, string Title, string Text);
