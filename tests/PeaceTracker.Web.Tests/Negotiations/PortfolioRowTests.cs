using AngleSharp.Dom;
using Bunit;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Negotiations;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Web.Tests.Negotiations;

/// <summary>What a row of the portfolio says of boards that the seeds have not.</summary>
public class PortfolioRowTests : ComponentTests
{
    // Of a plan of 20 points ten are named: shares are over these ten, and whoever compares boards is told so.
    [Fact]
    public void Row_AnAgendaWithMorePointsThanAreNamed_SaysHowManyAreNamed()
    {
        var issues = Enumerable.Range(1, 10).Select(i => $"issue-{i}").ToArray();
        var record = new RecordBuilder().Issues(10, Level.Disputed).Agenda(1, issues).Build();
        var board = new Board(record with { AgendaVersions = [record.AgendaVersions[0] with { Points = 20 }] }, 1);

        Assert.Contains("10 named of 20 points, 1 required pair", Flat(Row(board).Find("th")), StringComparison.Ordinal);
    }

    // Of three issues no percentage is printed, and no dot drawn; the 90% that was claimed still has its diamond and its words.
    [Fact]
    public void Row_TooFewIssuesForAPercentage_KeepsTheDiamondOfTheClaim()
    {
        var row = Row(new RecordBuilder().Issues(3, Level.Disputed).Claim(90, scope: Domain.Claims.ClaimScope.WholeBoard).Board());

        Assert.Equal("--claimed:90", row.Find(".portfolio-rule").GetAttribute("style"));
        Assert.NotNull(row.Find(".portfolio-rule .portfolio-diamond"));
        Assert.Empty(row.FindAll(".portfolio-rule .portfolio-dot"));
        Assert.Contains("90%", Flat(row.Find(".portfolio-rule-cell")), StringComparison.Ordinal);
    }

    // 85 to 90% is a range: a bar from 85 to 90 with a diamond at each end.
    [Fact]
    public void Row_ClaimOfARange_IsDrawnFromEndToEnd()
    {
        var row = Row(new RecordBuilder().Issues(3, Level.Disputed).Claim(85, to: 90, scope: Domain.Claims.ClaimScope.WholeBoard).Board());

        Assert.Equal("--claimed:85;--claimed-high:90", row.Find(".portfolio-rule").GetAttribute("style"));
        Assert.Equal(2, row.FindAll(".portfolio-rule .portfolio-diamond").Count);
        Assert.NotNull(row.Find(".portfolio-rule .portfolio-range"));
    }

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<PortfolioRow> Row(Board board) => Render<PortfolioRow>(p => p
        .Add(c => c.Entry, PortfolioEntry.Of(board, Day(9), null)).Add(c => c.Address, new BoardAddress(Slug)));
}
