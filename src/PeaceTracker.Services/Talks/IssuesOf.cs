using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Services.Talks;

/// <summary>The issues that something names.</summary>
public static class IssuesOf
{
    /// <summary>The issues of the keys as they stand, in the order of the agenda, those off it last; unknown keys are left out.</summary>
    public static IReadOnlyList<IssueStanding> Keys(BoardSnapshot at, IEnumerable<string> keys) =>
        [.. keys.Select(at.IssueOnOrOffAgenda).OfType<IssueStanding>().OrderBy(i => i.AgendaOrder)];
}
