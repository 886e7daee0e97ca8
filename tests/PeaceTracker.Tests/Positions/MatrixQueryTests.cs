using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Positions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Positions;

public class MatrixQueryTests
{
    // Day 50, stale after 30 days. Levels: (a-b, a-c), the board's being the weaker. "dam" concerns only a-b.
    //        a-b        a-c          salience  a's stance        c's stance        newest evidence
    // air    principle  disputed     3         rejects, red      none              day 1
    // bay    disputed   text agreed  5         accepts           objects           day 40
    // coast  unknown    narrowing    1         none              rejects           day 45
    // dam    narrowing  –            5         undecided         none              day 10
    private static readonly BoardSnapshot At = new RecordBuilder().Dyad("a-b").Dyad("a-c")
        .Issue("air").Issue("bay", salience: 5).Issue("coast", salience: 1).Issue("dam", salience: 5, dyads: ["a-b"])
        .Status("air", Level.AgreedInPrinciple, dyad: "a-b").Status("air", Level.Disputed, dyad: "a-c")
        .Status("bay", Level.Disputed, on: 40, dyad: "a-b").Status("bay", Level.TextAgreed, on: 40, dyad: "a-c")
        .Status("coast", Level.Narrowing, on: 45, dyad: "a-c")
        .Status("dam", Level.Narrowing, on: 10, dyad: "a-b")
        .Position("a", "air", Stance.Rejects, flexibility: Flexibility.RedLine)
        .Position("a", "bay", Stance.Accepts, on: 2).Position("c", "bay", Stance.Objects, on: 2, flexibility: Flexibility.RedLine)
        .Position("c", "coast", Stance.Rejects, on: 3)
        .Position("a", "dam", Stance.Undecided, on: 4)
        .AsOf(50);

    public static TheoryData<MatrixQuery, string> Filters => new()
    {
        { new(), "air bay coast dam" },
        { new() { Text = "COAST" }, "coast" },
        { new() { Categories = ["Matter"] }, "air bay coast dam" },
        { new() { Parties = ["c"] }, "air bay coast" }, // a-c applies to these
        { new() { Dyads = ["a-c"] }, "air bay coast" },
        { new() { Levels = LevelFilter.Of(Level.Disputed) }, "air bay" }, // between any pair
        { new() { Levels = LevelFilter.Of(Level.Disputed), Dyads = ["a-c"] }, "air" },
        { new() { Levels = LevelFilter.Of(Level.Disputed), Parties = ["b"] }, "bay" }, // b's one pair
        { new() { Levels = LevelFilter.Of(Level.Unknown) }, "coast" },
        { new() { Stances = [Stance.Rejects] }, "air coast" },
        { new() { Stances = [Stance.Rejects], Parties = ["c"] }, "coast" },
        { new() { Categories = ["Matter", "Other"], Parties = ["b", "c"], Dyads = ["a-b", "a-c"] }, "air bay coast dam" },
        { new() { Dyads = ["a-b", "a-c"] }, "air bay coast dam" }, // the dam by a-b alone
        { new() { Levels = LevelFilter.Of(Level.Unknown, Level.TextAgreed) }, "bay coast" },
        { new() { Levels = LevelFilter.Below(Level.Narrowing) }, "air bay" },
        { new() { Stances = [Stance.Objects, Stance.Undecided] }, "bay dam" },
        { new() { RedLines = true }, "air bay" },
        { new() { RedLines = true, Parties = ["a"] }, "air" },
        { new() { Stale = true }, "air dam" }, // 49 and 40 days, the others 10 and 5
        { new() { Stale = true, RedLines = true, Levels = LevelFilter.Of(Level.Disputed) }, "air" },
        { new() { Stances = [Stance.Accepts], RedLines = true, Parties = ["a"] }, "" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Of_Filters_NarrowTheRows(MatrixQuery query, string expected) => Assert.Equal(expected, Keys(query));

    public static TheoryData<MatrixQuery, string> Orders => new()
    {
        { new() { Order = MatrixOrder.Agenda }, "air bay coast dam" },
        { new() { Order = MatrixOrder.Agenda, Descending = true }, "dam coast bay air" },
        { new() { Order = MatrixOrder.Salience }, "coast air bay dam" },
        { new() { Order = MatrixOrder.Salience, Descending = true }, "bay dam air coast" },
        // disputed twice, narrowing twice: coast's unknown pair doesn't hide the narrowing one
        {
            new() { Order = MatrixOrder.Level },
            "air bay coast dam"
        },
        { new() { Order = MatrixOrder.Objections, Descending = true }, "air bay coast dam" }, // one each, none on the dam
        { new() { Order = MatrixOrder.Objections }, "dam air bay coast" },
        { new() { Order = MatrixOrder.Evidence }, "air dam bay coast" },
        { new() { Order = MatrixOrder.Evidence, Descending = true }, "coast bay dam air" },
        { new() { Order = MatrixOrder.Party, OrderKey = "a" }, "air dam bay coast" }, // rejects, undecided, accepts, none
        { new() { Order = MatrixOrder.Party, OrderKey = "a", Descending = true }, "bay dam air coast" }, // none stays last
        { new() { Order = MatrixOrder.Dyad, OrderKey = "a-c" }, "air coast bay dam" }, // disputed, narrowing, text agreed, does not concern it
        { new() { Order = MatrixOrder.Dyad, OrderKey = "a-c", Descending = true }, "bay coast air dam" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Of_Order_KeepsTheAgendaAmongEqualsAndGapsLast(MatrixQuery query, string expected) => Assert.Equal(expected, Keys(query));

    [Fact]
    public void Of_PartyAndPair_LeaveTheirColumnsAlone()
    {
        var ofC = MatrixView.Of(At, new MatrixQuery { Parties = ["c"] });
        Assert.Equal("c", Assert.Single(ofC.Parties).Party.Key);
        Assert.Equal("a-c", Assert.Single(ofC.Dyads).Dyad.Key);

        var ofPair = MatrixView.Of(At, new MatrixQuery { Dyads = ["a-b"] });
        Assert.Equal("a-b", Assert.Single(ofPair.Dyads).Dyad.Key);
        Assert.Equal("a c", string.Join(' ', ofPair.Parties.Select(p => p.Party.Key)));

        var ofBoth = MatrixView.Of(At, new MatrixQuery { Parties = ["b", "c"] });
        Assert.Equal("a-b a-c", string.Join(' ', ofBoth.Dyads.Select(d => d.Dyad.Key)));
        Assert.Equal("c", Assert.Single(ofBoth.Parties).Party.Key); // b has no position
    }

    [Fact]
    public void Pairs_EachPair_WhatItBlocksAloneAndWithOthers()
    {
        // a-b: 1 of 4 agreed (air), a-c: 1 of 3 (bay), so a-b is the weakest. air waits for a-c alone, bay for a-b alone, the dam too;
        // the coast for both, one of them being unknown.
        // Each as what remains is ranked.
        var ranked = Remaining.Of(At).Select(r => r.Standing.Issue.Key).ToList();
        var pairs = MatrixView.Of(At).Pairs;

        Assert.Equal(
            $"a-b Weakest: {(ranked.IndexOf("bay") < ranked.IndexOf("dam") ? "bay dam" : "dam bay")} | coast; a-c Higher: air | coast",
            string.Join("; ", pairs.Select(p => $"{p.Dyad.Key} {p.Place}: {Join(p.Alone)} | {Join(p.WithOthers)}")));

        static string Join(IEnumerable<BlockedIssue> issues) => string.Join(' ', issues.Select(b => b.Between.Issue.Key));
    }

    private static string Keys(MatrixQuery query) => string.Join(' ', MatrixView.Of(At, query).Matching.Select(i => i.Issue.Key));
}
