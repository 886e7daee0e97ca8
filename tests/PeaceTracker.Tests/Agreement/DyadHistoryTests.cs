using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class DyadHistoryTests
{
    // The example's story, worked out by looking at its board on the day of each change: on 14 March 2024 all three are at none; Veltrania–Élorie is
    // the weakest from 22 April 2024, Élorie–Nahrazan from 23 May, Veltrania–Élorie again from 11 July; on 27 January 2025 the new agenda
    // makes both 7 of 22; since 3 April 2025 it is Élorie–Nahrazan alone.
    [Fact]
    public async Task Spans_Example_TheWeakestChangesHandsThreeTimesAndIsLevelOnce()
    {
        var board = new Board(
            (await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, "example.json"), CancellationToken.None)).Record!, 1);
        var history = board.AsOf(new DateOnly(2025, 9, 12)).DyadHistory;

        Assert.Equal(
            [
                "2024-04-22 veltrania-elorie", "2024-05-23 elorie-nahrazan", "2024-07-11 veltrania-elorie",
                "2025-01-27 veltrania-elorie = elorie-nahrazan", "2025-04-03 elorie-nahrazan",
            ],
            history.Spans.Where(s => s.From.On >= new DateOnly(2024, 4, 22))
                .Select(s => $"{s.From.On:yyyy-MM-dd} {string.Join(" = ", s.Lowest.Keys)}"));
        Assert.Null(history.Spans.Last(s => s.From.On < new DateOnly(2024, 4, 22)).Lowest.Weakest);
        Assert.Equal(162, history.Spans[^1].Days(new DateOnly(2025, 9, 12))); // 3 April to 12 September
        Assert.Equal(
            [(15, 22), (14, 21), (12, 22)],
            new[] { "veltrania-elorie", "veltrania-nahrazan", "elorie-nahrazan" }.Select(key => history.PathOf(key)!.Periods[^1].Agreed)
                .Select(share => (share.Met, share.Total)));
    }

    [Fact]
    public void Spans_DyadNotRequiredUntilADay_ComparedFromThatDayOn()
    {
        // a-c is at none all the time, but was not required before day 5.
        var history = new RecordBuilder().Dyad("a-b").Dyad("a-c").WasRequired("a-c", until: 5, required: false)
            .Issue("land").Status("land", Level.Concluded, dyad: "a-b").Status("land", Level.Disputed, dyad: "a-c").AsOf(9).DyadHistory;

        Assert.Equal(
            [(1, "a-b", 1), (5, "a-c", 2)],
            history.Spans.Select(s => (s.From.On.DayNumber - RecordBuilder.Day(0).DayNumber, string.Join(' ', s.Lowest.Keys), s.Lowest.Compared)));
    }

    [Fact]
    public void Of_AgendaEmptied_PathEndsInNoIssueAndNobodyIsLowest()
    {
        var history = new RecordBuilder().Issue("land").Status("land", Level.Concluded).Agenda(1, ["land"]).Agenda(5, []).AsOf(9).DyadHistory;

        Assert.Equal([1, 0], history.Paths[0].Periods.Select(p => p.Agreed.Total));
        Assert.Empty(history.Spans[^1].Lowest.Keys);
    }
}
