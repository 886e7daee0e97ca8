using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Agreement;

public class SupportTests
{
    // Land: disputed by the wire, then agreed by the report alone. Sea: agreed by both. Sky: agreed by the wire.
    private static readonly BoardSnapshot At = Make();

    [Fact]
    public void Without_OnlySource_TheStepBeforeIsInForceAgain()
    {
        Assert.Equal((3, 3), (At.Shares.Agreed.Met, At.Shares.Agreed.Total));

        // Without the report land is disputed again; sea still has the wire.
        var without = Without(At, "report");
        Assert.Equal((2, 0, 3), (without.Met, without.Unknown, without.Total));
        // Without the wire nothing is known of the sky.
        without = Without(At, "wire");
        Assert.Equal((2, 1, 3), (without.Met, without.Unknown, without.Total));
    }

    [Fact]
    public void Without_SourceOfNothing_TheSameShares() => Assert.Equal(At.Shares.Agreed, Without(At, "nothing"));

    // Land rests on the report alone (without it: disputed), sky on the wire alone (without it: unknown); sea has both.
    [Fact]
    public void Alone_EachSource_HowManyLevelsAndTheShareWithout()
    {
        var alone = Support.Alone(At);

        Assert.Equal(["report", "wire"], alone.Keys.Order());
        Assert.Equal((1, new Share(2, 0, 3)), alone["report"]);
        Assert.Equal((1, new Share(2, 1, 3)), alone["wire"]);
        var (with, without) = Assert.Single(Support.RestingOn(At, "report"));
        Assert.Equal(("land", Level.TextAgreed, Level.Disputed), (with.Issue.Key, with.Level, without.Level));
    }

    // Each source of the example, and what the board would be without it: the same as counting all issues again.
    [Fact]
    public async Task Alone_Example_TheSharesOfWithout()
    {
        var file = Path.Combine(SeedFiles.Folder, "example.json");
        var at = new Board((await new NegotiationFileReader().ReadAsync(file, CancellationToken.None)).Record!, 1).AsOf(new DateOnly(2025, 9, 30));
        var alone = Support.Alone(at);

        Assert.All(at.KnownSources.Keys, key => Assert.Equal(
            Without(at, key), alone.TryGetValue(key, out var source) ? source.Agreed : at.Shares.Agreed));
        // Six of the texts of April 2025 stand in its communiqué alone; two issues would not be agreed without it.
        Assert.Equal(10, alone["joint-2025-04"].Agreed.Met);
    }

    [Theory]
    [InlineData("land", 1)]
    [InlineData("sea", 2)]
    [InlineData("sky", 1)]
    public void PublishersOf_Issue_ThoseBehindItsLevel(string issue, int publishers)
    {
        Assert.Equal(publishers, Support.PublishersOf(At.Issue(issue)!, At.Board).Count);
        Assert.Equal(publishers, Support.CountPublishers(At.Issue(issue)!, At.Board));
    }

    // They are counted without a set of them; the example has contested days, levels that one side says, and issues of several publishers.
    [Fact]
    public async Task CountPublishers_ExampleOnEachDateOfChange_AsManyAsThereAre()
    {
        var board = await ExampleAsync();

        Assert.All(board.ChangeDates().Select(day => board.AsOf(day)), at => Assert.All(
            at.Issues, issue => Assert.Equal(Support.PublishersOf(issue, board).Count, Support.CountPublishers(issue, board))));
        Assert.Contains(board.AsOf(Late).Issues, issue => Support.CountPublishers(issue, board) > 1);
    }

    // Whatever is judged of it: without a source a standing is what it would be if the events had never been recorded.
    [Fact]
    public async Task Without_ExampleEachSource_AsIfNothingOfItWereRecorded()
    {
        var board = await ExampleAsync();
        var at = board.AsOf(Late);

        Assert.All(at.KnownSources.Keys, key =>
        {
            // Those that stand, as if nothing had ever been corrected.
            var left = at.StatusEvents.Where(e => e.Citations.Any(c => c.SourceKey != key)).Reverse();
            var record = board.Record with
            {
                StatusEvents = [.. left.Select(e => e with { Kind = EntryKind.Change, SupersedesKey = null, Reason = null })],
            };

            Assert.Equal(
                new Board(record, 1).AsOf(Late).Issues.Select(i => (i.Issue.Key, i.Level, i.Basis, i.Contested)),
                at.Issues.Select(issue => Support.Without(issue, key)).Select(i => (i.Issue.Key, i.Level, i.Basis, i.Contested)));
        });
    }

    [Fact]
    public void PublishersOf_NothingRecorded_None() =>
        Assert.Empty(Support.PublishersOf(new RecordBuilder().Issue("land").AsOf(2).Issue("land")!, At.Board));

    private static readonly DateOnly Late = new(2025, 9, 30);

    private static async Task<Board> ExampleAsync() => new(
        (await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, "example.json"), CancellationToken.None)).Record!, 1);

    // All issues counted again, as they would stand.
    private static Share Without(BoardSnapshot at, string source) =>
        ScopeShares.Over(at.Issues.Select(issue => Support.Without(issue, source)).Where(issue => issue.Applies)).Agreed;

    private static BoardSnapshot Make()
    {
        var record = new RecordBuilder().Issue("land").Issue("sea").Issue("sky")
            .Status("land", Level.Disputed, on: 2).Status("land", Level.TextAgreed, on: 3)
            .Status("sea", Level.TextAgreed, on: 3).Status("sky", Level.TextAgreed, on: 3).Build();
        var wire = record.Sources[0] with { Key = "wire", Publisher = "Wire" };
        var byWire = Cited with { SourceKey = "wire" };
        IReadOnlyList<IReadOnlyList<Citation>> cited = [[byWire], [Cited], [Cited, byWire], [byWire]];
        return new Board(record with
        {
            Sources = [.. record.Sources, wire],
            StatusEvents = [.. record.StatusEvents.Zip(cited, (status, citations) => status with { Citations = citations })],
        }, 1).AsOf(Day(5));
    }
}
