using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Agreement;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Pairs;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Export;

public class ExportTableTests
{
    // Whoever has only the file must not take two issues for the whole list.
    [Theory]
    [InlineData(20, "2 points: 2 of 20 points named; shares are over the issues named.")]
    [InlineData(2, null)]
    [InlineData(null, null)]
    public void AboutOf_AnAgendaWithMorePointsThanAreNamed_SaysSoInEveryTableOfShares(int? points, string? words)
    {
        var record = new RecordBuilder().Issues(2, Level.Disputed).Agenda(1, ["issue-1", "issue-2"]).Build();
        var board = new Board(record with { AgendaVersions = [record.AgendaVersions[0] with { Points = points }] }, 1);
        var at = board.AsOf(Day(9));

        Assert.All(
            new[] { ShareExport.Of(at, "/here"), PairExport.Of(at, [], ListedPair.Usual, [], "/here"), AgendaExport.Of(at, "/here") },
            table => Assert.Equal(words, table.About.FirstOrDefault(line => line.Name == ExportTable.Agenda).Text));
        var portfolio = PortfolioExport.Of([PortfolioEntry.Of(board, Day(9), null)], Day(9), 1, "/here");
        Assert.Equal(points ?? 2, Assert.Single(portfolio.Rows)[portfolio.Columns.Index().Single(c => c.Item.Name == "agenda_points").Index]);
    }
}
