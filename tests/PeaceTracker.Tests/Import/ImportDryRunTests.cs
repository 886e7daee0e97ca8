using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Import;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Negotiations;

namespace PeaceTracker.Tests.Import;

/// <summary>What an import would do, row by row: how messy tables are read, and what of them is asked or refused.</summary>
public class ImportDryRunTests
{
    private const string Events = "Date;Issue;Pair;Status;On whose word;Why;Source;Page\n";

    private static readonly NegotiationRecord Record = ValidRecord.Make();

    [Fact]
    public void DryRun_TheKeyOfARowThatWasRetracted_IsRefusedInWords()
    {
        var record = new RecordBuilder().Issues(2, Level.Disputed).Build();
        var gone = record.Issues[1] with { Retracted = new Retraction { At = RecordBuilder.At(1), By = "Ada", Reason = "Twice." } };

        var run = Importing.DryRun(
            record with { Issues = [record.Issues[0], gone] }, "issues", $"key;title;category;weight\n{gone.Key};Ports;Sea;3\n");

        Assert.Equal(
            ["2 key: The issue with this key was retracted. Restore it from its history, or give this row another key or none."],
            Importing.Refused(run));
    }

    // Of 2,000 rows each sentence is kept; those of a table of 200,000 would be several times the table.
    [Fact]
    public void DryRun_ThousandsOfRefusedRows_AreCountedAndTheFirstAreTold()
    {
        var run = Importing.DryRun(Record, "issues",
            "title;category;weight\n" + string.Concat(Enumerable.Range(0, 2100).Select(i => $"Point {i};Sea;heavy {i}\n")) + "Ports;Sea;3\n");

        Assert.Equal((2100, 1), (run.Count(ImportState.Refused), run.Count(ImportState.New)));
        Assert.Contains("heavy 1999", Assert.Single(run.Rows[1999].Faults).Sentence, StringComparison.Ordinal);
        Assert.Equal(
            new ImportFault(null, "This row can’t be imported either. Correct the rows that have a reason, then check the table again."),
            Assert.Single(run.Rows[2000].Faults));
        Assert.Equal("Point 2000", run.Rows[2000].Words);
    }

    // A title above the table, headings with colons, brackets and a slip, one of them twice, an empty last column.
    [Fact]
    public void Guess_MessyHeadings_FindsTheColumns()
    {
        var run = Importing.DryRun(Record, "issues",
            "Our list of 2 points;;;;;\n;;;;;\n No ; Titel :;Catgory;Importance (1–5);Notes;Notes;\n"
            + "1;Ports;Sea;4;first;second;\n2;Cables;Sea;2;;;\n");

        Assert.Equal(3, run.View.HeadingRow);
        Assert.Equal(
            [("category", "Catgory"), ("description", "Notes"), ("issue", "Titel :"), ("salience", "Importance (1–5)")],
            run.Mapping.Columns.Select(column => (column.Key, column.Value)).Order());
        var issue = Assert.IsType<Issue>(run.Rows[0].Row.After);
        Assert.Equal(("Ports", "Sea", 4, "first"), (issue.Title, issue.Category, issue.Salience, issue.Description));
        Assert.Equal(["a-b", "a-c"], issue.DyadKeys);
        Assert.Equal(2, run.Count(ImportState.New));
    }

    // No heading says anything: the contents do.
    [Fact]
    public void Guess_NoKnownHeading_LooksAtWhatStandsInTheColumns()
    {
        var run = Importing.DryRun(Record, "status-events", "x1;x2;x3;x4\n18 March 2026;a–b;water;Disputed\n19 March 2026;b/a;water;Narrowing\n");

        Assert.Equal([("date", "x1"), ("issue", "x3"), ("level", "x4"), ("pair", "x2")],
            run.Mapping.Columns.Select(column => (column.Key, column.Value)).Order());
        Assert.Equal(["basis", "rationale", "sources", "place"], run.Missing.Select(field => field.Name));
    }

    [Theory]
    [InlineData("18 March 2026", "2026-03-18")]
    [InlineData("18.3.2026", "2026-03-18")]
    [InlineData("18 березня 2026 р.", "2026-03-18")]
    [InlineData("18 марта 2026 года", "2026-03-18")]
    [InlineData("1er mars 2026", "2026-03-01")]
    [InlineData("18. März 2026", "2026-03-18")]
    [InlineData("18 de marzo de 2026", "2026-03-18")]
    [InlineData("18/3/2026", "2026-03-18")]
    public void Read_DayInNationalForm_IsThatDay(string day, string expected)
    {
        var run = Importing.DryRun(Record, "status-events", Events + $"{day};water;a–b;Disputed;On record;They differ.;report;P1\n");

        Assert.Empty(Importing.Refused(run));
        Assert.Equal(DateOnly.ParseExact(expected, "O"), ((StatusEvent)run.Rows[0].Row.After!).OccurredOn);
    }

    [Fact]
    public void Read_DayThatCouldBeTwo_IsAskedAndNotGuessed()
    {
        const string Text = Events + "3/4/2026;water;a–b;Disputed;On record;They differ.;report;P1\n";
        var run = Importing.DryRun(Record, "status-events", Text);

        Assert.Equal(
            ["2 Date: “3/4/2026” is either 3 April 2026 or 4 March 2026. Say whether the day or the month comes first."], Importing.Refused(run));
        Assert.Equal(["3/4/2026"], run.UncertainDays);
        Assert.False(run.CanImport);
        Assert.Equal(new DateOnly(2026, 4, 3), Day(DayOrder.DayFirst));
        Assert.Equal(new DateOnly(2026, 3, 4), Day(DayOrder.MonthFirst));

        static DateOnly Day(DayOrder order) =>
            ((StatusEvent)Importing.DryRun(Record, "status-events", Text, mapping => mapping.Days = order).Rows[0].Row.After!).OccurredOn;
    }

    [Fact]
    public void Read_DayInThreeColumns_IsOneAndAMonthWhereTheDayIsMissing()
    {
        var run = Importing.DryRun(Record, "status-events",
            "Year;Month;Day of the month;Issue;Pair;Level;Basis;Rationale;Source;Place\n"
            + "2026;März;18;water;a–b;1;On record;They differ.;report;P1\n2026;4;;water;a–b;2;On record;They come closer.;report;P1\n");

        Assert.Empty(Importing.Refused(run));
        Assert.Equal(
            [(new DateOnly(2026, 3, 18), DatePrecision.Day, Level.Disputed), (new DateOnly(2026, 4, 1), DatePrecision.Month, Level.Narrowing)],
            run.Rows.Select(row => (StatusEvent)row.Row.After!).Select(entry => (entry.OccurredOn, entry.Precision, entry.Level)));
    }

    // What somebody's colours mean only they know.
    [Fact]
    public void Read_WordsOfTheirOwn_AreAskedOnce()
    {
        const string Text = Events + "2026-03-18;water;a-b;green;On record;x;report;P1\n2026-03-19;Water rights;b & a;Green;both sides;y;report;P2\n";
        var run = Importing.DryRun(Record, "status-events", Text);

        Assert.Equal([("level", "green", 2), ("issue", "Water rights", 1)],
            run.Unknown.Select(word => (word.Field.Name, word.Word, word.Rows)));
        Assert.Contains("2 Status: “green” is not one of the words for level. Say what it means.", Importing.Refused(run));
        var explained = Importing.DryRun(Record, "status-events", Text, mapping => mapping.Words = new()
        {
            ["level"] = new() { ["green"] = "agreed-in-principle" }, ["issue"] = new() { ["Water rights"] = "water" },
        });
        Assert.Empty(Importing.Refused(explained));
        Assert.All(explained.Rows, row => Assert.Equal(Level.AgreedInPrinciple, ((StatusEvent)row.Row.After!).Level));
    }

    [Fact]
    public void Read_WhatHoldsForAllRows_IsSaidOnce()
    {
        var run = Importing.DryRun(Record, "status-events", "Issue;Status;Why\nwater;Disputed;They differ.\n", mapping => mapping.Always = new()
        {
            ["date"] = "18 March 2026", ["basis"] = "On record", ["sources"] = "report", ["place"] = "P1",
        });

        // The issue is one of a single pair, which therefore need not be named.
        Assert.Empty(Importing.Refused(run));
        var entry = (StatusEvent)run.Rows[0].Row.After!;
        Assert.Equal(("a-b", new DateOnly(2026, 3, 18), "P1"), (entry.DyadKey, entry.OccurredOn, entry.Citations[0].Locator));
    }

    [Fact]
    public void Check_RowsThatBreakARule_AreRefusedAtTheirColumns()
    {
        var run = Importing.DryRun(Record, "issues",
            $"Title;Category;Weight\nPorts;Sea;9\n;Sea;3\n{new string('x', 201)};Sea;3\nCables;Sea;#REF!\nGood;Sea;high\n");

        Assert.Equal(
        [
            "2 Weight: “9” is not a weight. Give a number from 1 to 5, or one of high, medium and low.",
            "3 Title: Give the issue a title, such as “Territory”.",
            "4 Title: The text has 201 characters. Shorten it to 200 at most.",
            "5 Weight: The cell shows #REF!, an error of the spreadsheet’s formula. Put the value itself there.",
        ], Importing.Refused(run));
        Assert.Equal(1, run.Count(ImportState.New));
        Assert.False(run.CanImport);
    }

    [Fact]
    public void Check_DayAhead_IsRefused() => Assert.StartsWith("2 Date: ", Assert.Single(Importing.Refused(
        Importing.DryRun(Record, "status-events", Events + "2026-11-21;water;a-b;Disputed;On record;They differ.;report;P1\n"))));

    [Fact]
    public void Check_RowsThatAreDoubled_CountOnceAndMustSayTheSame()
    {
        var run = Importing.DryRun(Record, "issues", "Title;Category;Weight\nPorts;Sea;3\nports;Sea;3\nPorts;Sea;3\nPorts;Land;3\n");

        Assert.Equal(["5 : Row 2 is the same one and says something different. Keep one of them."],
            Importing.Refused(run).Where(line => line.StartsWith('5')));
        Assert.Equal((ImportState.Same, "It is already in row 2."), (run.Rows[2].Row.State, run.Rows[2].Row.Note));
    }

    [Fact]
    public void Check_WhatIsOnTheBoard_IsTheSameOrLeftOrChanged()
    {
        const string Text = "Title;Category;Weight;Description\nwater;Water;3;\nland;Water;3;\"Who\n owns it.\"\n";
        var run = Importing.DryRun(Record, "issues", Text);
        Assert.Equal([ImportState.Same, ImportState.Left], run.Rows.Select(row => row.Row.State));
        Assert.False(run.CanImport);

        run = Importing.DryRun(Record, "issues", Text, mapping => mapping.ChangeRows = true);
        Assert.Equal([ImportState.Same, ImportState.Changed], run.Rows.Select(row => row.Row.State));
        var after = Importing.Done(Record, run);
        Assert.Equal("Who owns it.", after.Issues[1].Description);
        Assert.Equal(Record.Issues[0] with { }, after.Issues[0]);

        // Of a judgement it matters since when, which a table doesn't say.
        run = Importing.DryRun(Record, "issues", "Title;Weight\nland;5\n", mapping => mapping.ChangeRows = true);
        Assert.Contains("does not say from when", Assert.Single(Importing.Refused(run)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PartiesSourcesPositionsAndRounds_AreWhatTheirFormsWouldMake()
    {
        var party = One<Party>("parties", "Actor;Role;Since\nNorland;Mediator / Guarantor;1 February 2026\n");
        Assert.Equal([Role.Mediator, Role.Guarantor], party.Roles.Select(role => role.Role));
        Assert.Equal(new DateOnly(2026, 2, 1), party.Since);

        var source = One<Source>("sources", "Outlet;Title;Date;Link;Rating\nThe Courier;On water;March 2026;https://example.org/x;B\n");
        Assert.Equal(("The Courier", DatePrecision.Month, Reliability.B, "As listed in the table “table”."),
            (source.Publisher, source.Precision, source.Reliability, source.DateNote));

        var position = One<Position>("positions",
            "Date;Country;Topic;Stance;Position;Attribution;Link;Page\n"
            + "18.3.2026;a;land;rejects;Wants it.;media;https://www.example.org/a/?utm_source=x;P3\n");
        Assert.Equal(("a", "land", Stance.Rejects, Attribution.MediaReported, "report"),
            (position.PartyKey, position.IssueKey, position.Stance, position.Attribution, position.Citations[0].SourceKey));

        var round = One<Round>("rounds", "Title;Date;Status;Venue;Participants;Issues\nSecond round;18.3.2026;held;Geneva;a, b;water; land\n"
            .Replace("water; land", "\"water; land\"", StringComparison.Ordinal));
        Assert.Equal((RoundState.Held, "Geneva", 2), (round.State, round.Place, round.IssueKeys.Count));
        Assert.Equal(["a", "b"], round.Delegations.Select(delegation => delegation.PartyKey));

        static T One<T>(string kind, string text)
        {
            var run = Importing.DryRun(Record, kind, text);
            Assert.Empty(Importing.Refused(run));
            return Assert.IsType<T>(Assert.Single(run.Rows).Row.After);
        }
    }
}
