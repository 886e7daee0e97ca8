using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Import;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Services.Parties;
using PeaceTracker.Services.Positions;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Agreement;

namespace PeaceTracker.Tests.Import;

/// <summary>Our own files, imported into a board that has nothing of them, give the same rows: exported again they are the same tables.</summary>
public class ImportRoundTripTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Theory]
    [InlineData("russia-ukraine-2025", "csv")]
    [InlineData("russia-ukraine-2025", "xlsx")]
    [InlineData("example", "csv")]
    [InlineData("example", "xlsx")]
    public async Task Import_EachKindOfOurOwnFiles_GivesTheSameRows(string seed, string format)
    {
        var read = await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, $"{seed}.json"), TestContext.Current.CancellationToken);
        var whole = read.File!.Record;
        // What no table holds (pairs, delegates, agendas, groups, drafts) is there already; the other kinds come one after another.
        var record = new NegotiationRecord { Negotiation = whole.Negotiation with { HeadlineChoices = [] } };
        foreach (var (kind, then) in new (string, Func<NegotiationRecord, NegotiationRecord>)[]
        {
            ("sources", made => made), ("parties", made => made with { Delegates = whole.Delegates, Dyads = whole.Dyads }),
            // The table of issues is that of the agenda: those off it are not in it.
            ("issues", made => made with
            {
                Issues = [.. made.Issues, .. whole.Issues.ExceptBy(made.Issues.Select(issue => issue.Key), issue => issue.Key)],
                AgendaVersions = whole.AgendaVersions, WorkingGroups = whole.WorkingGroups, Drafts = whole.Drafts,
            }),
            ("rounds", made => made), ("status-events", made => made), ("positions", made => made), ("claims", made => made),
        })
        {
            var table = TableOf(kind, whole);
            var run = Importing.DryRun(record, kind, Write(table, format));
            Assert.Empty(Importing.Refused(run));
            Assert.Equal(table.Rows.Count, run.Count(ImportState.New));
            record = then(Importing.Done(record, run));
        }

        foreach (var kind in ImportKinds.All)
        {
            AssertSame(kind, TableOf(kind.Name, whole), TableOf(kind.Name, record));
        }

        // A second time there is nothing new.
        foreach (var kind in ImportKinds.All)
        {
            var again = Importing.DryRun(record, kind.Name, Write(TableOf(kind.Name, record), format));
            Assert.Empty(Importing.Refused(again));
            Assert.Equal(again.Rows.Count, again.Count(ImportState.Same));
        }
    }

    [BoardProperty(MaxTest = 60)]
    public void Import_StatusEventsAndPositionsOfAnyBoard_GivesTheSameRows(BoardPlan plan)
    {
        var whole = plan.Record();
        var record = whole with { StatusEvents = [], Positions = [] };
        foreach (var kind in new[] { "status-events", "positions" })
        {
            var table = TableOf(kind, whole);
            var run = Importing.DryRun(record, kind, WrittenTable.Csv(table));
            Assert.Empty(Importing.Refused(run));
            record = run.Written.Count == 0 ? record : Importing.Done(record, run);
            AssertSame(ImportKinds.Find(kind)!, table, TableOf(kind, record));
        }
    }

    // As somebody brings it who took it off a board: nobody says what it is.
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Guess_EachKindOfOurOwnFiles_IsThatKind(string format)
    {
        var read = await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, "example.json"), TestContext.Current.CancellationToken);
        foreach (var kind in ImportKinds.All)
        {
            var file = Importing.Open(Write(TableOf(kind.Name, read.Record!), format));

            Assert.Equal(kind.Name, ImportKinds.Guess(TableView.Of(file, file.Sheets[0])).Name);
        }
    }

    // In all that a table says by itself: not when it was entered, nor what is counted of other rows.
    private static void AssertSame(ImportKind kind, ExportTable expected, ExportTable actual)
    {
        var columns = expected.Columns.Select((column, i) => (column.Name, i)).Where(column => kind.Find(column.Name) is not null).ToList();
        Assert.InRange(columns.Count, 5, expected.Columns.Count);
        foreach (var (column, i) in columns)
        {
            Assert.Equal(Sorted(expected, i).Prepend(column), Sorted(actual, i).Prepend(column));
        }
    }

    // Of one day, rows come in the order in which they were entered.
    private static IEnumerable<string> Sorted(ExportTable table, int column) => table.Rows.Select(row => $"{row[0]} {row[1]}: {row[column]}").Order();

    private static byte[] Write(ExportTable table, string format) =>
        format == "csv" ? WrittenTable.Csv(table) : WrittenTable.Workbook(table);

    private static ExportTable TableOf(string kind, NegotiationRecord record)
    {
        var at = new Board(record, 1).AsOf(Day);
        return kind switch
        {
            "issues" => IssueExport.Of(IssueList.Of(at, new IssueQuery()), [], ""),
            "parties" => PartyExport.Of(at, new PartyQuery(), [], ""),
            "sources" => SourceExport.Of(at, new SourceQuery(), [], ""),
            "status-events" => StatusEventExport.Of(at, [], [], [], ""),
            "positions" => PositionExport.Of(at, [], [], [], ""),
            "claims" => ClaimExport.Of(ClaimTable.Of(at, new ClaimQuery()), [], ""),
            "rounds" => TalksExport.Rounds(at, new RoundQuery(), [], ""),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
