using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>What is told of the shares over time. The figures of the example are those of seeds/EXAMPLE.md.</summary>
public class ShareTimelineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // 27 January 2025: agenda 2 has 24 points: one of 22 was split, which took it away and added two; three more came, two went.
    [Fact]
    public async Task Agendas_Example_SayWhatCameAndWentAndWhatThatDid()
    {
        var step = Assert.Single((await ExampleAsync()).Agendas);

        Assert.Equal(new DateOnly(2025, 1, 27), step.Date);
        Assert.Equal((22, 24, 5, 3), (step.Before.Named, step.After.Named, step.Added, step.Dropped));

        // 7 of 22 to 7 of 24 with no status changed: 7/24 − 7/22, which is −2.7 points.
        Assert.Equal(new Ratio(7, 24) - new Ratio(7, 22), step.Comparison.ScopeEffect);
    }

    // The fall of 17 September 2024 is one issue of 22, after the shelling; the fourth round brought four.
    [Fact]
    public async Task Biggest_Example_HasTheRisesAndTheFallsWithTheirRounds()
    {
        var steps = (await ExampleAsync()).Biggest;

        var fall = steps.Single(s => s.When.On == new DateOnly(2024, 9, 17));
        Assert.Equal((4, 3, 22), (fall.Comparison.From.Met, fall.Comparison.To.Met, fall.Comparison.To.Total));
        Assert.Equal("ceasefire", Assert.Single(fall.Comparison.Lost).Issue.Key);
        Assert.Equal("ceasefire", fall.Event!.IssueKey);
        Assert.Null(fall.Round);
        var rise = steps.Single(s => s.When.On == new DateOnly(2024, 11, 14));
        Assert.Equal((3, 7), (rise.Comparison.From.Met, rise.Comparison.To.Met));
        Assert.NotNull(rise.Round);
        Assert.Equal(steps.OrderBy(s => s.When.On), steps);
    }

    // Whole-board claims with a threshold: 75% (moving) of November, 14 of 24, 90%, 13 of 24. The others speak of a pair or of something else.
    [Fact]
    public async Task Claims_Example_ThoseOfTheWholeBoardStandApart()
    {
        var timeline = await ExampleAsync();

        Assert.Equal(
            ["three-quarters-moving", "published-count-april", "nine-in-ten", "thirteen-of-twenty-four"], timeline.OnBoard.Select(c => c.Claim.Key));
        Assert.Equal(9, timeline.Claims.Count);
        Assert.Equal(new Ratio(4, 21), timeline.Claims.Single(c => c.Claim.Key == "eighty-of-issues").Computed!.Value.Value);
    }

    // Of sixteen claims only the newest twelve are compared, each of which costs a board of its day.
    [Fact]
    public void Of_ManyClaims_ComparesTheNewest()
    {
        var record = new RecordBuilder().Issues(5, Level.Disputed);
        for (var day = 1; day <= 16; day++)
        {
            record.Claim(50, on: day);
        }

        var at = record.AsOf(20);
        var timeline = ShareTimeline.Of(at, at.History);

        Assert.Equal((12, 4), (timeline.Claims.Count, timeline.MoreClaims));
        Assert.Equal(RecordBuilder.Day(16), timeline.Claims[0].Claim.OccurredOn);
    }

    [Fact]
    public void IsOfOneDay_OneDayOrTwo_SaysSo()
    {
        var record = new RecordBuilder().Issues(5, Level.Disputed);
        var one = record.AsOf(20);
        var two = record.Position("a", "issue-1", null, on: 3).AsOf(20);

        Assert.True(ShareTimeline.Of(one, one.History).IsOfOneDay);
        Assert.False(ShareTimeline.Of(two, two.History).IsOfOneDay);
    }

    private static async Task<ShareTimeline> ExampleAsync()
    {
        var record = (await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, "example.json"), Cancellation)).Record!;
        var at = new Board(record, 1).AsOf(new DateOnly(2025, 9, 30));
        return ShareTimeline.Of(at, at.History);
    }
}
