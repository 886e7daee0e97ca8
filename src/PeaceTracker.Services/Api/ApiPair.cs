using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Pairs;

namespace PeaceTracker.Services.Api;

/// <summary>A pair of parties with its shares.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name, of both parties.</param>
/// <param name="Parties">The keys of the two.</param>
/// <param name="Required">Whether an agreement needs it.</param>
/// <param name="Place">Its place among the required pairs: alone the lowest, level with others, higher, or the only one.</param>
/// <param name="Shares">The shares over the issues that apply to it.</param>
public sealed record ApiPair(string Key, string Name, IReadOnlyList<string> Parties, bool Required, DyadPlace Place, ApiShares Shares)
{
    /// <summary>The pairs of a board: required ones first, of these the lowest share first.</summary>
    public static IEnumerable<ApiPair> All(BoardSnapshot at) => ListedPair.Of(at).Select(pair => new ApiPair(
        pair.Dyad.Key, pair.Name, [pair.Dyad.FirstPartyKey, pair.Dyad.SecondPartyKey], pair.Dyad.Required, pair.Place,
        ApiShares.Of(pair.Shares.Shares)));
}
