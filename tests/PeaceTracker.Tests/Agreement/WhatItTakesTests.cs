using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class WhatItTakesTests
{
    // Ukraine–Russia in the article: none of seven agreed, two disputed, EU membership moving by one side's word, four unknown. 50% of 7 is 3.5,
    // so four; if all unknown ones were agreed it would be 4 of 7.
    [Fact]
    public async Task Of_SeedHalf_FourOfSevenMembershipFirst()
    {
        var file = Path.Combine(SeedFiles.Folder, "russia-ukraine-2025.json");
        var board = new Board((await new NegotiationFileReader().ReadAsync(file, CancellationToken.None)).Record!, 1);
        var takes = WhatItTakes.Of(board.AsOf(new DateOnly(2025, 12, 20)), "ukraine-russia", new Ratio(1, 2))!;

        Assert.Equal((4, 4), (takes.Needed, takes.Missing));
        Assert.Equal("4 of 7 (57.1%)", takes.Now.Best.ToString());
        Assert.Equal("1 2 2 . . . .", string.Join(' ', takes.Steps.Select(s => s.Levels is { } n ? $"{n}" : ".")));
        Assert.Equal("eu-membership", takes.Steps[0].Issue.Issue.Key);
    }

    // One side's word first, then by steps, of equal ones the one with fewer objections of the two; a third party's objection is no matter of theirs.
    [Fact]
    public void Of_AllLevels_NearestFirst()
    {
        var at = new RecordBuilder().Dyad("a-b")
            .Issue("unknown").Issue("deferred").Issue("fresh").Issue("disputed").Issue("narrow-objected").Issue("narrow").Issue("word").Issue("done")
            .Status("deferred", Level.Deferred).Status("fresh", Level.NotDiscussed).Status("disputed", Level.Disputed)
            .Status("narrow-objected", Level.Narrowing).Status("narrow", Level.Narrowing).Status("word", Level.TextAgreed, basis: Basis.Claimed)
            .Status("done", Level.Concluded).Position("a", "narrow-objected", Stance.Objects).Position("c", "narrow", Stance.Rejects).AsOf(2);

        var takes = WhatItTakes.Of(at, "a-b", new Ratio(1, 2))!;

        Assert.Equal(
            "word 0, narrow 1, narrow-objected 1, disputed 2, fresh 3, deferred -, unknown -",
            string.Join(", ", takes.Steps.Select(s => s.Levels is { } n ? $"{s.Issue.Issue.Key} {n}" : $"{s.Issue.Issue.Key} -")));
        Assert.Equal((4, 3), (takes.Needed, takes.Missing)); // 1 of 8 is agreed
        Assert.Equal("2 3 4 5 6 7 8", string.Join(' ', takes.Steps.Select(s => s.After.Met)));
    }

    // Over the board an issue stands where its weakest pair stands, and equally near ones are ranked by how many pairs block them: the sea waits
    // for one pair, the land for two; the sky has one pair that nobody knows of. One of four is agreed, and 75% of four is three.
    [Fact]
    public void Of_WholeBoard_WeakestPairThenFewestPairs()
    {
        var at = new RecordBuilder().Dyad("a-b").Dyad("a-c").Issue("sky", dyads: ["a-b", "a-c"]).Issue("land", dyads: ["a-b", "a-c"])
            .Issue("sea", dyads: ["a-b", "a-c"]).Issue("done", dyads: ["a-b"])
            .Status("sky", Level.TextAgreed, dyad: "a-b").Status("land", Level.Narrowing, dyad: "a-b").Status("land", Level.Narrowing, dyad: "a-c")
            .Status("sea", Level.Narrowing, dyad: "a-b").Status("sea", Level.Concluded, dyad: "a-c").Status("done", Level.Concluded, dyad: "a-b")
            .AsOf(2);

        var takes = WhatItTakes.Of(at, new Ratio(3, 4))!;

        Assert.Equal((1, 4, 3, 2), (takes.Now.Met, takes.Now.Total, takes.Needed, takes.Missing));
        Assert.Equal(
            "sea 1, land 1, sky -",
            string.Join(", ", takes.Steps.Select(s => s.Levels is { } levels ? $"{s.Issue.Issue.Key} {levels}" : $"{s.Issue.Issue.Key} -")));
        Assert.Equal("2+1 3+1 4+0", string.Join(' ', takes.Steps.Select(s => $"{s.After.Met}+{s.After.Unknown}")));
    }

    [Fact]
    public void Of_WholeBoardWithoutIssues_Null()
    {
        Assert.Null(WhatItTakes.Of(new RecordBuilder().AsOf(1), Ratio.One));
        Assert.Throws<ArgumentOutOfRangeException>(() => WhatItTakes.Of(new RecordBuilder().AsOf(1), Ratio.Zero));
    }

    [Theory]
    [InlineData(0, 7, "1/2")]
    [InlineData(3, 7, "1/2")]
    [InlineData(1, 2, "3/4")]
    [InlineData(3, 4, "1/1")]
    [InlineData(4, 4, "1/1")]
    public void NextTarget_Share_TheNextAboveIt(int met, int total, string expected) =>
        Assert.Equal(expected, WhatItTakes.NextTarget(new Share(met, 0, total)).ToString());

    [Fact]
    public void Of_NoIssueOrNoSuchDyad_Null()
    {
        var at = new RecordBuilder().Dyad("a-b").Issue("sea", dyads: []).AsOf(1);

        Assert.Null(WhatItTakes.Of(at, "a-b", Ratio.One));
        Assert.Null(WhatItTakes.Of(at, "x-y", Ratio.One));
        Assert.Throws<ArgumentOutOfRangeException>(() => WhatItTakes.Of(at, "a-b", Ratio.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => WhatItTakes.Of(at, "a-b", new Ratio(2, 1)));
    }
}
