using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Agreement;

public class ChangedBetweenTests
{
    // The agenda is of day 1; the dates after the snapshot's belong to them, those outside of the two days do not.
    [Fact]
    public void ChangedBetween_SomeDays_GivesThoseWithinOldestFirst() => Assert.Equal(
        [RecordBuilder.Day(3), RecordBuilder.Day(8)],
        Record(8, 3, 12).AsOf(5).ChangedBetween(RecordBuilder.Day(2), RecordBuilder.Day(10)));

    [Fact]
    public void ChangedBetween_MoreThanAsked_KeepsTheFirstAndTheLast()
    {
        var dates = Record([.. Enumerable.Range(1, 100)]).AsOf(5).ChangedBetween(RecordBuilder.Day(1), RecordBuilder.Day(100), 10);

        Assert.Equal(10, dates.Count);
        Assert.Equal((RecordBuilder.Day(1), RecordBuilder.Day(100)), (dates[0], dates[^1]));
    }

    // Days 1 agenda; 2 offer made, 3 version of a draft, 4 round announced, 6 round held, 7 offer withdrawn. That a round is planned
    // for day 9 changes nothing on that day.
    [Fact]
    public void ChangedBetween_PapersOffersAndRounds_AreStopsToo()
    {
        var held = new Round { Key = "held", Title = "Held", AnnouncedOn = Day(4), StartsOn = Day(6), State = RoundState.Held, RecordedAt = At(6) };
        var record = Record(1).Build() with
        {
            Offers =
            [
                new Offer
                {
                    Key = "aid",
                    Title = "Aid",
                    ByPartyKey = "a",
                    OfferedOn = Day(2),
                    Validity = Validity.OpenEnded,
                    EndedOn = Day(7),
                    End = OfferEnd.Withdrawn,
                    Citations = [Cited],
                    RecordedAt = At(2),
                },
            ],
            Drafts =
            [
                new Draft
                {
                    Key = "text",
                    Title = "Text",
                    RecordedAt = At(3),
                    Versions = [new DraftVersion { Number = 1, Date = Day(3), Citations = [Cited], RecordedAt = At(3) }],
                },
            ],
            Rounds = [held, held with { Key = "next", StartsOn = Day(9), State = RoundState.Planned }],
        };

        Assert.Equal(
            [1, 2, 3, 4, 6, 7],
            new Board(record, 1).AsOf(Day(5)).ChangedBetween(Day(1), Day(20)).Select(d => d.DayNumber - Day(0).DayNumber));
        Assert.Equal([1, 2], new Board(record, 1).AsOf(Day(5), Day(2)).ChangedBetween(Day(1), Day(6)).Select(d => d.DayNumber - Day(0).DayNumber));
    }

    private static RecordBuilder Record(params int[] days)
    {
        var record = new RecordBuilder().Issue("a");
        foreach (var day in days)
        {
            record.Status("a", Level.Disputed, day);
        }

        return record;
    }
}
