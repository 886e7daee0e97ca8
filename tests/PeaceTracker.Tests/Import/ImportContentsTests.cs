using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Tests.Negotiations;

namespace PeaceTracker.Tests.Import;

/// <summary>Tables whose cells are too long, and such whose rows stand in no order.</summary>
public class ImportContentsTests
{
    private const string Events = "Date;Issue;Pair;Status;On whose word;Why;Source;Page\n";

    private static readonly NegotiationRecord Record = ValidRecord.Make();

    // A spreadsheet cuts cells at 32,767 letters, a CSV file does not; a board takes 1,000 as the reason of a level.
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void Check_CellBeyondWhatASpreadsheetHolds_IsRefusedAtItsColumn(string format)
    {
        var (why, head) = (new string('x', 40_000), Events.TrimEnd().Split(';'));
        string[] row = ["2026-03-18", "water", "a-b", "Disputed", "On record", why, "report", "P1"];
        var bytes = format == "csv" ? System.Text.Encoding.UTF8.GetBytes(Events + string.Join(';', row))
            : new WorkbookFile().Sheet("A", head, row).Write().ToArray();

        var run = Importing.DryRun(Record, "status-events", bytes);

        Assert.Equal(["2 Why: The text has 40000 characters. Shorten it to 1000 at most."], Importing.Refused(run));
        Assert.False(run.CanImport);
    }

    // What came last in time stands, wherever its row is.
    [Fact]
    public void Import_RowsOfUnsortedYears_StandByTheirDays()
    {
        var run = Importing.DryRun(Record, "status-events", Events
            + "2026-09-02;land;a-b;Agreed in principle;On record;They agreed.;report;P3\n"
            + "2026-03-18;land;a-b;Disputed;On record;They differ.;report;P1\n"
            + "2026-06-05;land;a-b;Narrowing;On record;They come closer.;report;P2\n");

        Assert.Empty(Importing.Refused(run));
        var board = new Board(Importing.Done(Record, run), 2);
        Assert.Equal(
            [Level.Disputed, Level.Narrowing, Level.AgreedInPrinciple],
            new DateOnly[] { new(2026, 4, 1), new(2026, 7, 1), new(2026, 10, 1) }.Select(day =>
                board.AsOf(day).Issues.Single(issue => issue.Issue.Key == "land").Dyads.Single(dyad => dyad.Dyad.Key == "a-b").Level));
    }
}
