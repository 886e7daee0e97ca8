using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Search;

/// <summary>What a search finds on a board on a date, by kind.</summary>
public sealed record SearchView
{
    /// <summary>The most that is listed of one kind.</summary>
    public const int MaxListed = 25;

    private SearchView()
    {
    }

    /// <summary>The words that were searched for; none for an empty search.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What was found, kinds without any left out.</summary>
    public required IReadOnlyList<SearchGroup> Groups { get; init; }

    /// <summary>How much was found.</summary>
    public int Count => Groups.Sum(g => g.Count);

    /// <summary>Searches the board.</summary>
    public static SearchView Of(BoardSnapshot at, string? query)
    {
        var words = SearchText.Words(query);
        return new SearchView
        {
            Words = words,
            Groups = words.Count == 0 ? [] :
                [.. RecordSections.Lists.Select(list => SearchGroup.Of(list, SearchCandidates.Of(at, list), words)).Where(g => g.Count > 0)],
        };
    }
}

/// <summary>What was found of one kind.</summary>
/// <param name="In">The section of the rows.</param>
/// <param name="Count">How much was found.</param>
/// <param name="Hits">The first of it, those found by their title before the others.</param>
public sealed record SearchGroup(RecordSection In, int Count, IReadOnlyList<SearchHit> Hits)
{
    internal static SearchGroup Of(RecordSection section, IEnumerable<SearchCandidate> candidates, IReadOnlyList<string> words)
    {
        var found = candidates.Where(c => SearchText.Matches(words, c.Said.Prepend(c.Title))).ToList();
        return new SearchGroup(section, found.Count,
        [
            .. found.OrderByDescending(c => SearchText.Matches(words, c.Title)).Take(SearchView.MaxListed).Select(c => SearchHit.Of(c, words)),
        ]);
    }
}

/// <summary>One thing that was found.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Title">Its title, cut at what was searched for.</param>
/// <param name="Detail">The text in which it was found, or the first about it; empty where there is none.</param>
public sealed record SearchHit(IRow Row, IReadOnlyList<TextPart> Title, IReadOnlyList<TextPart> Detail)
{
    internal static SearchHit Of(SearchCandidate candidate, IReadOnlyList<string> words)
    {
        // The text with most of the words that the title does not show; where there is none, the first, which says what it is.
        var texts = candidate.Said.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!).ToList();
        var missing = words.Where(w => !SearchText.Fold(candidate.Title).Contains(w, StringComparison.Ordinal)).ToList();
        var detail = texts.MaxBy(t => SearchText.Fold(t) is var folded ? missing.Count(w => folded.Contains(w, StringComparison.Ordinal)) : 0);
        return new SearchHit(
            candidate.Row,
            SearchText.Parts(candidate.Title, words),
            detail is null ? [] : SearchText.Parts(SearchText.Excerpt(detail, missing.Count > 0 ? missing : words), words));
    }
}
