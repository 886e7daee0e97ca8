using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Changes;

public class LiveEntriesTests
{
    [Fact]
    public void Of_Correction_TakesThePlaceOfTheFirst() =>
        Assert.Equal("event-2", Live(Disputed().Status("x", Level.Narrowing, on: 1, recorded: 2, corrects: "event-1")));

    [Fact]
    public void Of_Retraction_LeavesNeitherTheEntryNorItself() =>
        Assert.Equal("", Live(Disputed().Retract("event-1", recorded: 2)));

    [Fact]
    public void Of_RetractedCorrection_BringsTheFirstBack() =>
        Assert.Equal("event-1", Live(Disputed().Status("x", Level.Narrowing, recorded: 2, corrects: "event-1").Retract("event-2", recorded: 3)));

    [Fact]
    public void Of_RetractedRetraction_BringsTheFirstBack() =>
        Assert.Equal("event-1", Live(Disputed().Retract("event-1", recorded: 2).Retract("event-2", recorded: 3)));

    [Fact]
    public void Of_CorrectedCorrection_TheLastStandsAlone() =>
        Assert.Equal("event-3", Live(Disputed()
            .Status("x", Level.Narrowing, recorded: 2, corrects: "event-1")
            .Status("x", Level.TextAgreed, recorded: 3, corrects: "event-2")));

    [Fact]
    public void Of_RetractedCorrectionOfACorrection_BringsTheCorrectionBackAlone() =>
        Assert.Equal("event-2", Live(Disputed()
            .Status("x", Level.Narrowing, recorded: 2, corrects: "event-1")
            .Status("x", Level.TextAgreed, recorded: 3, corrects: "event-2")
            .Retract("event-3", recorded: 4)));

    [Fact]
    public void Of_CorrectedRetraction_TheCorrectionStandsInThePlaceOfTheFirst() =>
        Assert.Equal("event-3", Live(Disputed()
            .Retract("event-1", recorded: 2)
            .Status("x", Level.Narrowing, recorded: 3, corrects: "event-2")));

    [Fact]
    public void Of_TwoCorrectionsOfOneEntry_TheLastRecordedStands() =>
        Assert.Equal("event-2", Live(Disputed()
            .Status("x", Level.Narrowing, recorded: 3, corrects: "event-1")
            .Status("x", Level.TextAgreed, recorded: 2, corrects: "event-1")));

    [Fact]
    public void Of_TwoCorrectionsAtTheSameMoment_TheLaterKeyStands() =>
        Assert.Equal("event-3", Live(
            Disputed()
                .Status("x", Level.Narrowing, recorded: 2, corrects: "event-1")
                .Status("x", Level.TextAgreed, recorded: 2, corrects: "event-1"),
            reverse: true));

    [Fact]
    public void Of_FirstRetractedAfterItsCorrections_NothingStands() =>
        Assert.Equal("", Live(Disputed()
            .Status("x", Level.Narrowing, recorded: 2, corrects: "event-1")
            .Status("x", Level.TextAgreed, recorded: 3, corrects: "event-2")
            .Retract("event-1", recorded: 4)));

    [Fact]
    public void Of_CorrectionOfNothing_StandsByItself() =>
        Assert.Equal("event-1 event-2", Live(Disputed().Status("x", Level.Narrowing, recorded: 2, corrects: "gone")));

    [Fact]
    public void Of_LoopInAFaultyRecord_DoesNotStand() =>
        Assert.Equal("event-1", Live(Disputed()
            .Status("x", Level.Narrowing, recorded: 2, corrects: "event-3")
            .Status("x", Level.TextAgreed, recorded: 2, corrects: "event-2")));

    [Theory]
    [InlineData(1, "event-1")]
    [InlineData(4, "event-1")] // the day before
    [InlineData(5, "event-2")] // from the day of its recording, at its end
    [InlineData(null, "event-2")]
    public void Of_LateCorrection_CountsFromItsRecording(int? knownAt, string expected) =>
        Assert.Equal(expected, Live(Disputed().Status("x", Level.Narrowing, on: 1, recorded: 5, corrects: "event-1"), knownAt));

    [Fact]
    public void Of_RecordedInTheLastSecondOfTheDay_IsKnownAtItsEnd()
    {
        var end = RecordBuilder.Day(3).ToDateTime(new TimeOnly(23, 59, 59), DateTimeKind.Utc);

        Assert.True(LiveEntries.IsKnown(end, RecordBuilder.EndOf(3)));
        Assert.False(LiveEntries.IsKnown(end.AddSeconds(1), RecordBuilder.EndOf(3)));
        Assert.True(LiveEntries.IsKnown(end.AddYears(100), null));
    }

    [Fact]
    public void Of_AnyOrderOfEntry_SortsByDateThenRecordingThenKey()
    {
        var record = new RecordBuilder().Issue("x")
            .Status("x", Level.Disputed, on: 9, recorded: 9)
            .Status("x", Level.Disputed, on: 2, recorded: 8)
            .Status("x", Level.Disputed, on: 2, recorded: 7)
            .Status("x", Level.Disputed, on: 2, recorded: 7)
            .Status("x", Level.Narrowing, on: 1, recorded: 10, corrects: "event-1");

        const string expected = "event-5 event-3 event-4 event-2";
        Assert.Equal(expected, Live(record));
        Assert.Equal(expected, Live(record, reverse: true));
    }

    [Fact]
    public void Of_HundredThousandCorrectionsInAChain_OnlyTheLastStands()
    {
        // Each corrects the one before: no depth of corrections may exhaust the stack.
        const int length = 100_000;
        var first = Disputed().Build().StatusEvents[0];
        var chain = Enumerable.Range(1, length)
            .Select(i => first with
            {
                Key = $"e-{i}",
                Kind = i == 1 ? EntryKind.Change : EntryKind.Correction,
                SupersedesKey = i == 1 ? null : $"e-{i - 1}",
            });

        Assert.Equal([$"e-{length}"], LiveEntries.Of(chain, null).Select(e => e.Key));
    }

    private static RecordBuilder Disputed() => new RecordBuilder().Issue("x").Status("x", Level.Disputed);

    private static string Live(RecordBuilder builder, int? knownAt = null, bool reverse = false)
    {
        var entries = builder.Build().StatusEvents;
        var live = LiveEntries.Of(reverse ? entries.Reverse() : entries, knownAt is { } day ? RecordBuilder.EndOf(day) : null);
        return string.Join(' ', live.Select(e => e.Key));
    }
}
