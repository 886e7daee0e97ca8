using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Issues;

public class IssueListTests
{
    // Four agreed in all: one of them claimed, so it remains. Of the four that do: the core one first, then the one objected to,
    // then by level, disputed before narrowing, and agreed in principle by one side's word last; then what is agreed.
    [Fact]
    public void Of_WhatRemains_AsRankedOnTheSummary()
    {
        var at = new RecordBuilder().Issue("claimed").Issue("agreed").Issue("narrowing").Issue("disputed").Issue("objected")
            .Issue("core", salience: 5)
            .Status("claimed", Level.AgreedInPrinciple, basis: Basis.Claimed).Status("agreed", Level.TextAgreed).Status("narrowing", Level.Narrowing)
            .Status("disputed", Level.Disputed).Status("objected", Level.Narrowing).Status("core", Level.Narrowing)
            .Position("a", "objected", Domain.Positions.Stance.Objects).AsOf(3);

        var open = IssueList.Of(at, new IssueQuery { Open = true, Sort = IssueSort.Remaining });

        Assert.Equal(["core", "objected", "disputed", "narrowing", "claimed"], open.Matching.Select(r => r.Issue.Key));
        Assert.Equal("agreed", IssueList.Of(at, new IssueQuery { Sort = IssueSort.Remaining }).Matching[^1].Issue.Key);
    }

    // Seven chosen pairs are one more than there are columns for: there is none, and it is known how many are missing.
    [Theory]
    [InlineData(6, 6, 0)]
    [InlineData(7, 0, 7)]
    public void Columns_ManyPairsChosen_NoneAndTheirNumber(int chosen, int columns, int without)
    {
        var record = new RecordBuilder().Issue("land");
        var pairs = Enumerable.Range(1, chosen).Select(i => $"pair-{i}").ToList();
        var board = record.Build();
        var many = board with { Dyads = [.. board.Dyads, .. pairs.Select(key => board.Dyads[0] with { Key = key })] };
        var list = IssueList.Of(new Domain.Agreement.Board(many, 1).AsOf(RecordBuilder.Day(2)), new IssueQuery { Dyads = [.. pairs] });

        Assert.Equal(columns, list.Columns.Count);
        Assert.Equal(without, list.WithoutColumns);
    }

    // The seed's board: ten issues, as the table of facts has them.
    public static TheoryData<IssueQuery, string> Filters => new()
    {
        {
            new IssueQuery(),
            "territory sovereignty security-guarantees us-commitment monitoring eu-membership western-limit ending-hostilities prosperity-package " +
                "reconstruction-finance"
        },
        { new IssueQuery { Levels = LevelFilter.Of(Level.Disputed) }, "territory sovereignty" },
        { new IssueQuery { Levels = LevelFilter.Of(Level.Narrowing) }, "eu-membership prosperity-package reconstruction-finance" },
        { new IssueQuery { Levels = LevelFilter.Of(Level.Narrowing), Bases = [Basis.Claimed] }, "eu-membership reconstruction-finance" },
        { new IssueQuery { Levels = LevelFilter.Of(Level.Narrowing), Bases = [Basis.OnRecord] }, "prosperity-package" },
        { new IssueQuery { Bases = [Basis.Claimed] }, "eu-membership reconstruction-finance" },
        { new IssueQuery { Categories = ["Economy"] }, "prosperity-package reconstruction-finance" },
        {
            new IssueQuery { Dyads = ["ukraine-russia"] },
            "territory sovereignty security-guarantees monitoring eu-membership western-limit ending-hostilities"
        },
        // over the board territory is disputed
        {
            new IssueQuery { Dyads = ["us-ukraine"], Levels = LevelFilter.Of(Level.Narrowing) },
            "territory security-guarantees monitoring prosperity-package"
        },
        { new IssueQuery { Dyads = ["us-ukraine"], Levels = LevelFilter.Of(Level.Disputed) }, "" },
        { new IssueQuery { Categories = ["Economy", "Territory"] }, "territory sovereignty prosperity-package reconstruction-finance" },
        { new IssueQuery { Bases = [Basis.Claimed, Basis.OnRecord], Categories = ["Economy"] }, "prosperity-package reconstruction-finance" },
        // three of the ten
        {
            new IssueQuery { Dyads = ["ukraine-russia"], Levels = LevelFilter.Of(Level.NotApplicable) },
            "us-commitment prosperity-package reconstruction-finance"
        },
        { new IssueQuery { Text = "GUARANTÉES" }, "security-guarantees us-commitment" }, // the second by its description
        { new IssueQuery { Text = "guarantees article" }, "security-guarantees" },
        { new IssueQuery { Text = "no such words" }, "" },
        { new IssueQuery { Categories = ["Security"], Levels = LevelFilter.Of(Level.Disputed) }, "" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Of_Filters_NarrowTheAgenda(IssueQuery query, string expected)
    {
        var at = await SeedBoards.RussiaUkraineAsync();

        var list = IssueList.Of(at, query);

        Assert.Equal(expected, Keys(list));
        Assert.Equal(10, list.Total);
    }

    // Between a and b the dam is agreed and the field disputed, between a and c the other way round; the road is a matter of b and c alone.
    [Theory]
    [InlineData("a-b", null, "dam field")]
    [InlineData("a-b", Level.Disputed, "field")]
    [InlineData("a-b a-c", null, "dam field")]
    [InlineData("a-b a-c", Level.Disputed, "dam field")]
    [InlineData("a-b b-c", null, "dam field road")]
    [InlineData("a-b b-c", Level.Disputed, "field")]
    [InlineData("a-b a-c", Level.Unknown, "")]
    public void Of_SeveralPairs_WhatIsAskedHoldsBetweenOneOfThem(string pairs, Level? level, string expected)
    {
        var at = new RecordBuilder().Dyad("a-b").Dyad("a-c").Dyad("b-c", required: false)
            .Issue("dam", dyads: ["a-b", "a-c"]).Issue("field", dyads: ["a-b", "a-c"]).Issue("road", dyads: ["b-c"])
            .Status("dam", Level.AgreedInPrinciple, dyad: "a-b").Status("dam", Level.Disputed, dyad: "a-c")
            .Status("field", Level.Disputed, dyad: "a-b").Status("field", Level.AgreedInPrinciple, dyad: "a-c").AsOf(9);

        var list = IssueList.Of(at, new IssueQuery
        {
            Dyads = [.. pairs.Split(' ')], Levels = level is { } asked ? LevelFilter.Of(asked) : default,
        });

        Assert.Equal(expected, Keys(list));
        // Beside the levels of the whole board stand those of the pairs chosen; one alone is shown itself.
        Assert.Equal(pairs.Contains(' ', StringComparison.Ordinal) ? pairs : "", string.Join(' ', list.Columns.Select(d => d.Key)));
        Assert.All(list.Matching, row => Assert.Equal(list.Dyad is not null, row.OfDyad));
    }

    [Fact]
    public async Task Of_Party_IssuesItHasAPositionOnOrAPairFor()
    {
        var at = await SeedBoards.RussiaUkraineAsync();

        // European states: a position on the finance of reconstruction, and a pair with Ukraine on three issues.
        Assert.Equal("security-guarantees prosperity-package reconstruction-finance",
            Keys(IssueList.Of(at, new IssueQuery { Parties = ["european-states"] })));
    }

    [Fact]
    public async Task Of_WorkingGroup_IssuesItNegotiates()
    {
        var at = await SeedBoards.RussiaUkraineAsync();
        var group = at.WorkingGroups.Single(g => g.IssueKeys.Contains("territory"));

        Assert.Contains("territory", Keys(IssueList.Of(at, new IssueQuery { Groups = [group.Key] })), StringComparison.Ordinal);
        Assert.DoesNotContain("eu-membership", Keys(IssueList.Of(at, new IssueQuery { Groups = [group.Key] })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_LevelBetweenAPair_IsThePairs()
    {
        var at = await SeedBoards.RussiaUkraineAsync();

        var row = IssueList.Of(at, new IssueQuery { Dyads = ["us-ukraine"] }).Matching.Single(r => r.Issue.Key == "territory");

        Assert.Equal((Level.Narrowing, Level.Disputed), (row.Level, row.Standing.Level));
    }

    // Salience: 5 for 1, 2, 3 and 8; 4 for 4 to 7; 3 for 9 and 10. Levels: disputed 1, 2; narrowing 6, 9, 10; unknown the others.
    public static TheoryData<IssueQuery, string> Orders => new()
    {
        { new IssueQuery { Sort = IssueSort.Agenda, Descending = true }, "10 9 8 7 6 5 4 3 2 1" },
        { new IssueQuery { Sort = IssueSort.Salience, Descending = true }, "1 2 3 8 4 5 6 7 9 10" },
        { new IssueQuery { Sort = IssueSort.Salience }, "9 10 4 5 6 7 1 2 3 8" },
        { new IssueQuery { Sort = IssueSort.Level }, "1 2 6 9 10 3 4 5 7 8" },
        { new IssueQuery { Sort = IssueSort.Level, Descending = true }, "3 4 5 7 8 6 9 10 1 2" },
        { new IssueQuery { Sort = IssueSort.Category }, "9 10 6 3 4 5 7 8 1 2" }, // Economy, Political order, Security, Territory
        { new IssueQuery { Sort = IssueSort.Evidence }, "8 1 2 3 4 5 6 7 9 10" }, // nothing is recorded of the eighth
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Of_Order_KeepsTheAgendaAmongEquals(IssueQuery query, string expected)
    {
        var at = await SeedBoards.RussiaUkraineAsync();

        Assert.Equal(expected, string.Join(' ', IssueList.Of(at, query).Matching.Select(r => r.Number)));
    }

    private static string Keys(IssueList list) => string.Join(' ', list.Matching.Select(r => r.Issue.Key));
}
