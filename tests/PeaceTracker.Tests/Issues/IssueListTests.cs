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
        var at = new RecordBuilder().Issue("claimed").Issue("agreed").Issue("narrowing").Issue("disputed").Issue("objected").Issue("core", salience: 5)
            .Status("claimed", Level.AgreedInPrinciple, basis: Basis.Claimed).Status("agreed", Level.TextAgreed).Status("narrowing", Level.Narrowing)
            .Status("disputed", Level.Disputed).Status("objected", Level.Narrowing).Status("core", Level.Narrowing)
            .Position("a", "objected", Domain.Positions.Stance.Objects).AsOf(3);

        var open = IssueList.Of(at, new IssueQuery { Open = true, Sort = IssueSort.Remaining });

        Assert.Equal(["core", "objected", "disputed", "narrowing", "claimed"], open.Matching.Select(r => r.Issue.Key));
        Assert.Equal("agreed", IssueList.Of(at, new IssueQuery { Sort = IssueSort.Remaining }).Matching[^1].Issue.Key);
    }

    // The seed's board: ten issues, as the table of facts has them.
    [Theory]
    [InlineData("", "territory sovereignty security-guarantees us-commitment monitoring eu-membership western-limit ending-hostilities prosperity-package reconstruction-finance")]
    [InlineData("level=disputed", "territory sovereignty")]
    [InlineData("level=narrowing", "eu-membership prosperity-package reconstruction-finance")]
    [InlineData("level=narrowing&basis=claimed", "eu-membership reconstruction-finance")]
    [InlineData("level=narrowing&basis=on-record", "prosperity-package")]
    [InlineData("basis=claimed", "eu-membership reconstruction-finance")]
    [InlineData("category=Economy", "prosperity-package reconstruction-finance")]
    [InlineData("dyad=ukraine-russia", "territory sovereignty security-guarantees monitoring eu-membership western-limit ending-hostilities")]
    [InlineData("dyad=us-ukraine&level=narrowing", "territory security-guarantees monitoring prosperity-package")] // over the board territory is disputed
    [InlineData("dyad=us-ukraine&level=disputed", "")]
    [InlineData("dyad=ukraine-russia&level=not-applicable", "us-commitment prosperity-package reconstruction-finance")] // three of the ten
    [InlineData("q=GUARANTÉES", "security-guarantees us-commitment")] // the second by its description
    [InlineData("q=guarantees+article", "security-guarantees")]
    [InlineData("q=no+such+words", "")]
    [InlineData("category=Security&level=disputed", "")]
    public async Task Of_Filters_NarrowTheAgenda(string query, string expected)
    {
        var at = await SeedBoards.RussiaUkraineAsync();

        var list = IssueList.Of(at, Read(query, at));

        Assert.Equal(expected, Keys(list));
        Assert.Equal(10, list.Total);
    }

    [Fact]
    public async Task Of_Party_IssuesItHasAPositionOnOrAPairFor()
    {
        var at = await SeedBoards.RussiaUkraineAsync();

        // European states: a position on the finance of reconstruction, and a pair with Ukraine on three issues.
        Assert.Equal("security-guarantees prosperity-package reconstruction-finance", Keys(IssueList.Of(at, Read("party=european-states", at))));
    }

    [Fact]
    public async Task Of_WorkingGroup_IssuesItNegotiates()
    {
        var at = await SeedBoards.RussiaUkraineAsync();
        var group = at.WorkingGroups.Single(g => g.IssueKeys.Contains("territory"));

        Assert.Contains("territory", Keys(IssueList.Of(at, Read("group=" + group.Key, at))), StringComparison.Ordinal);
        Assert.DoesNotContain("eu-membership", Keys(IssueList.Of(at, Read("group=" + group.Key, at))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_LevelBetweenAPair_IsThePairs()
    {
        var at = await SeedBoards.RussiaUkraineAsync();

        var row = IssueList.Of(at, Read("dyad=us-ukraine", at)).Matching.Single(r => r.Issue.Key == "territory");

        Assert.Equal((Level.Narrowing, Level.Disputed), (row.Level, row.Standing.Level));
    }

    // Salience: 5 for 1, 2, 3 and 8; 4 for 4 to 7; 3 for 9 and 10. Levels: disputed 1, 2; narrowing 6, 9, 10; unknown the others.
    [Theory]
    [InlineData("-agenda", "10 9 8 7 6 5 4 3 2 1")]
    [InlineData("-salience", "1 2 3 8 4 5 6 7 9 10")]
    [InlineData("salience", "9 10 4 5 6 7 1 2 3 8")]
    [InlineData("level", "1 2 6 9 10 3 4 5 7 8")]
    [InlineData("-level", "3 4 5 7 8 6 9 10 1 2")]
    [InlineData("category", "9 10 6 3 4 5 7 8 1 2")] // Economy, Political order, Security, Territory
    [InlineData("evidence", "8 1 2 3 4 5 6 7 9 10")] // nothing is recorded of the eighth
    public async Task Of_Order_KeepsTheAgendaAmongEquals(string sort, string expected)
    {
        var at = await SeedBoards.RussiaUkraineAsync();

        Assert.Equal(expected, string.Join(' ', IssueList.Of(at, Read("sort=" + sort, at)).Matching.Select(r => r.Number)));
    }

    // Sixty issues: pages of 25, 25 and 10, or of 50 and 10. A page past the last is the last.
    [Theory]
    [InlineData(1, 25, 1, 1, 25)]
    [InlineData(3, 25, 3, 51, 60)]
    [InlineData(9, 25, 3, 51, 60)]
    [InlineData(2, 50, 2, 51, 60)]
    [InlineData(1, 100, 1, 1, 60)]
    public void Rows_PageAndSize_CutTheList(int page, int size, int expectedPage, int first, int last)
    {
        var list = IssueList.Of(new RecordBuilder().Issues(60, null).AsOf(2), new IssueQuery { Page = page, Size = size });

        Assert.Equal(expectedPage, list.Query.Page);
        Assert.Equal(Enumerable.Range(first, last - first + 1), list.Rows.Select(r => r.Number));
    }

    internal static IssueQuery Read(string query, Domain.Agreement.BoardSnapshot at)
    {
        var values = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1].Replace('+', ' '));
        var read = IssueQueryReader.Read(values.GetValueOrDefault, at, out var bad);
        Assert.True(read is not null, $"{bad}");
        return read;
    }

    private static string Keys(IssueList list) => string.Join(' ', list.Matching.Select(r => r.Issue.Key));
}
