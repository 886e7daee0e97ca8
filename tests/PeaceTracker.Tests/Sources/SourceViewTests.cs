using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Services.Sources;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Sources;

public class SourceViewTests
{
    [Fact]
    public void Of_UnknownKey_Null() => Assert.Null(SourceView.Of(new RecordBuilder().Issue("first").AsOf(3), "none"));

    [Fact]
    public void Counts_EachKind_OfWhatStands()
    {
        var view = SourceView.Of(
            new RecordBuilder().Issue("first").Issue("second")
                .Status("first", Level.Disputed).Status("second", Level.Disputed).Retract("event-2", 3)
                .Position("a", "first", Stance.Rejects).Claim(90m)
                .AsOf(5),
            "report")!;
        // One event of two stands; two issues and the agenda are cited as well.
        Assert.Equal(1, view.Counts[UseKind.Status]);
        Assert.Equal(1, view.Counts[UseKind.Position]);
        Assert.Equal(1, view.Counts[UseKind.Claim]);
        Assert.Equal(2, view.Counts[UseKind.Issue]);
        Assert.Equal(1, view.Counts[UseKind.Agenda]);
        Assert.Equal(6, view.Facts);
        Assert.DoesNotContain(UseKind.Round, view.Counts.Keys);
    }

    [Fact]
    public void Places_ParagraphsAboveNine_StandInOrderOfTheirNumbers()
    {
        var record = new RecordBuilder().Issue("first").Status("first", Level.Disputed).Build();
        record = record with
        {
            StatusEvents =
                [record.StatusEvents[0] with { Citations = [.. new[] { "P10", "P2", "C", "P9" }.Select(l => Cited with { Locator = l })] }],
        };
        var view = SourceView.Of(new Board(record, 1).AsOf(Day(5)), "report")!;
        // The issue and the agenda are cited at P1.
        Assert.Equal(["C", "P1", "P2", "P9", "P10"], view.Places.Select(p => p.Locator));
        Assert.Equal(1, view.Counts[UseKind.Status]);
    }

    [Fact]
    public void Of_PublishedAfterTheDateAndUsed_StandsAndSaysSo()
    {
        var record = new RecordBuilder().Issue("first").Status("first", Level.Disputed, on: 2).Build();
        record = record with
        {
            Sources = [record.Sources[0], record.Sources[0] with { Key = "archive", PublishedOn = Day(8) },
                record.Sources[0] with { Key = "unused", PublishedOn = Day(8) }],
            StatusEvents = [record.StatusEvents[0] with { Citations = [Cited with { SourceKey = "archive" }] }],
        };
        var at = new Board(record, 1).AsOf(Day(5));
        Assert.Equal(["archive", "report"], ListedSource.Of(at).Select(v => v.Source.Key));
        Assert.Equal([1, 0], ListedSource.Of(at).Select(v => v.Counts.GetValueOrDefault(UseKind.Status)));
        Assert.True(SourceView.Of(at, "archive")!.PublishedLater);
        Assert.False(SourceView.Of(at, "report")!.PublishedLater);
    }

    // In the list status events are counted without making a use of each; the example has corrections, and events that cite several places.
    [Fact]
    public async Task ListedSource_Example_CountsWhatTheUsesAre()
    {
        var file = Path.Combine(SeedFiles.Folder, "example.json");
        var board = new Board((await new NegotiationFileReader().ReadAsync(file, CancellationToken.None)).Record!, 1);

        Assert.All(new[] { new DateOnly(2024, 9, 1), new DateOnly(2025, 9, 30) }.Select(day => board.AsOf(day)), at => Assert.All(
            ListedSource.Of(at),
            listed => Assert.Equal(ListedSource.Count(SourceUses.Of(at, listed.Source.Key)), listed.Counts)));
    }
}
