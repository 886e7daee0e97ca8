using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Search;

/// <summary>Something that a search finds, and since when.</summary>
/// <param name="In">The section of its row.</param>
/// <param name="Hit">It, with where the words stand.</param>
/// <param name="Since">When the last of the words was entered about it (UTC).</param>
public sealed record FoundSince(RecordSection In, SearchHit Hit, DateTime Since);

/// <summary>What newly matches a search: all that it finds on a board, what came last first.</summary>
public static class SearchNews
{
    /// <summary>
    /// The newest <paramref name="most"/> of what is found. <paramref name="edited"/> says when a row that is edited in place was last edited
    /// (UTC), by section and key; one that never was is as old as its entry.
    /// </summary>
    public static IReadOnlyList<FoundSince> Of(
        BoardSnapshot at, string? query, IReadOnlyDictionary<(string Section, string Key), DateTime> edited, int most)
    {
        var words = SearchText.Words(query);
        if (words.Count == 0)
        {
            return [];
        }

        var found = from list in RecordSections.Lists
                    from candidate in SearchCandidates.Of(at, list)
                    where SearchText.Matches(words, candidate.Said.Prepend(candidate.Title))
                    let own = edited.TryGetValue((list.Name, candidate.Row.Key), out var last) ? last : candidate.Row.RecordedAt
                    select (In: list, Candidate: candidate, Since: Since(candidate, own, words));
        return
        [
            .. found.OrderByDescending(f => f.Since).ThenBy(f => f.In.Name, StringComparer.Ordinal)
                .ThenBy(f => f.Candidate.Row.Key, StringComparer.Ordinal).Take(most)
                .Select(f => new FoundSince(f.In, SearchHit.Of(f.Candidate, words), f.Since)),
        ];
    }

    // Each word counts from the first text that has it; all were there when the last of them came.
    private static DateTime Since(SearchCandidate candidate, DateTime own, IReadOnlyList<string> words) => words.Max(word =>
        SearchText.Matches([word], candidate.Texts.Prepend(candidate.Title))
            ? own
            : candidate.Entries.Where(entry => SearchText.Matches([word], entry.Text)).Min(entry => entry.RecordedAt));
}
