using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Agreement;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Agreement;

public class LevelTableTests : ComponentTests
{
    [Fact]
    public void Row_FiveIssuesOrMore_GivesWholePercentThatSumTo100()
    {
        // Of 7: 2 are 28.57, 1 is 14.29, 4 are 57.14, so that 28 + 14 + 57 leave one point, which goes to the largest remainder.
        var cells = Cells(new RecordBuilder().Issues(2, Level.Disputed).Issues(1, Level.Narrowing, basis: Basis.Claimed).Issues(4, null));

        Assert.Equal(["0", "2 (29%)", "1 (14%) (1 one-sided)", "0", "0", "0", "0", "4 (57%)", "7", "0 of 7 (0%)"], cells);
    }

    [Fact]
    public void Row_FourIssues_GivesCountsOnly() =>
        Assert.Equal(
            ["0", "2", "2", "0", "0", "0", "0", "0", "4", "0 of 4"],
            Cells(new RecordBuilder().Issues(2, Level.Disputed).Issues(2, Level.Narrowing)));

    private IEnumerable<string> Cells(RecordBuilder record) =>
        Render<LevelTable>(p => p.Add(t => t.Rows, [new("All", record.AsOf(1).Shares)]).Add(t => t.Heading, "Scope").Add(t => t.Caption, "Issues"))
            .FindAll("tbody td").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
