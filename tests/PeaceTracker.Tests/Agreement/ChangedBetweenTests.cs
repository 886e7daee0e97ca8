using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

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
