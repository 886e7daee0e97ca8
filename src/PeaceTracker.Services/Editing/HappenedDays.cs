using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Editing;

/// <summary>A day of a row on which something happened, as against one to which something is planned or stands.</summary>
/// <param name="Field">The field, by its path in the row.</param>
/// <param name="On">The day.</param>
/// <param name="Words">What is said where it has not come yet.</param>
internal sealed record HappenedDay(string Field, DateOnly On, string Words);

/// <summary>The days of a row on which something happened.</summary>
internal static class HappenedDays
{
    /// <summary>All of them; none where a row has no such day.</summary>
    public static IEnumerable<HappenedDay> Of(object row) => row switch
    {
        IEntry { Kind: EntryKind.Retraction } => [],
        IEntry entry => [Day("occurredOn", entry.OccurredOn)],
        Source source => [Day("publishedOn", source.PublishedOn)],
        Offer offer => [Day("offeredOn", offer.OfferedOn), .. offer.EndedOn is { } ended ? [Day("endedOn", ended)] : Array.Empty<HappenedDay>()],
        Draft draft => draft.Versions.Select((version, i) => Day($"versions[{i}].date", version.Date)),
        Round round =>
        [
            Day("announcedOn", round.AnnouncedOn),
            .. round.State == RoundState.Held
                ? [new HappenedDay("state", round.StartsOn, $"The round begins on {round.StartsOn:yyyy-MM-dd}: until then it is planned, and nothing can have come of it.")]
                : Array.Empty<HappenedDay>(),
        ],
        _ => [],
    };

    private static HappenedDay Day(string field, DateOnly on) => new(field, on, $"{on:yyyy-MM-dd} has not come yet. Give the day on which it happened.");
}
