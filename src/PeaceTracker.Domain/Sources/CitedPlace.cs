using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Sources;

/// <summary>One citation of a row: where in the row it stands, and which day it is to tell of.</summary>
/// <param name="Field">Its path in the row as the negotiation file names it: "versions[0].citations[1]".</param>
/// <param name="Citation">The citation.</param>
/// <param name="Of">The day of what the source is to report; null where that is no event, such as a role or a mandate.</param>
public readonly record struct CitedPlace(string Field, Citation Citation, DateAsKnown? Of);

/// <summary>Lists of citations with their places.</summary>
public static class CitedPlaces
{
    /// <summary>The citations of the list <paramref name="field"/>, cited for something of that day.</summary>
    public static IEnumerable<CitedPlace> At(this IReadOnlyList<Citation> citations, string field, DateAsKnown? of = null) =>
        citations.Select((citation, i) => new CitedPlace($"{field}[{i}]", citation, of));
}
