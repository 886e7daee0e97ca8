using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Import;
using PeaceTracker.Tests.Negotiations;

namespace PeaceTracker.Tests.Import;

/// <summary>What a table is taken for, and what of that is kept for the next one.</summary>
public class ImportMappingTests
{
    private const string Events = "Date;Issue;Pair;Status;On whose word;Why;Source;Page\n";

    private static readonly NegotiationRecord Record = ValidRecord.Make();

    [Fact]
    public void Guess_KindOfATable_IsThatOfItsHeadings()
    {
        Assert.Equal("issues", Kind("Title;Category;Weight\na;b;3"));
        Assert.Equal("parties", Kind("Name;Role;Since\na;mediator;2026-01-01"));
        Assert.Equal("sources", Kind("Publisher;Headline;Published;Link\na;b;2026-01-01;https://example.org"));
        Assert.Equal("status-events", Kind(Events + "a"));
        Assert.Equal("positions", Kind("Day;Party;Issue;Stance;Position;Attribution;Source\na"));
        Assert.Equal("claims", Kind("Day;Claimant;Figure;Of what;Scope;Threshold;Source\na"));
        Assert.Equal("rounds", Kind("Title;Start date;End date;Venue;Outcome;Participants\na"));

        static string Kind(string text)
        {
            var file = Importing.Open(System.Text.Encoding.UTF8.GetBytes(text));
            return ImportKinds.Guess(TableView.Of(file, file.Sheets[0])).Name;
        }
    }

    // "Day" alone is the whole day; beside year and month it is a part of it.
    [Fact]
    public void Guess_ADayInThreeColumns_IsReadFromThem()
    {
        var run = Importing.DryRun(Record, "rounds", "Title;Year;Month;Day;State\nSpring talks;2026;May;3;held\nSummer talks;2026;6;31;held\n");

        Assert.Equal(
            ["2026", "May", "3"], new[] { "year", "month", "day_of_month" }.Select(field => run.View.Rows[0][run.View.Find(
                run.Mapping.Columns[field])!.Index]));
        Assert.Equal(1, run.Count(ImportState.New));
        Assert.Equal(["3 Year: “2026-6-31” is not a date. Give year, month and day."], Importing.Refused(run));
    }

    [Fact]
    public void Mapping_KeptAsText_IsTheSameAgain()
    {
        var mapping = Importing.DryRun(Record, "status-events", Events + "x").Mapping;
        mapping.Words["level"] = new() { ["green"] = "agreed-in-principle" };
        mapping.Days = DayOrder.DayFirst;

        Assert.Equal(mapping.Write(), ImportMapping.Read(mapping.Write())!.Write());
        Assert.Null(ImportMapping.Read("{ \"colums\": {} }"));
    }

    // What a word means stays; of which day a table is, is another matter each time.
    [Fact]
    public void Guess_WithAMappingThatWasKept_TakesWhatStillFits()
    {
        var kept = new ImportMapping
        {
            Kind = "status-events", Columns = new() { ["rationale"] = "Page", ["level"] = "Gone" }, Days = DayOrder.MonthFirst,
            Always = new() { ["basis"] = "on-record", ["date"] = "2026-03-18", ["sources"] = "report" },
            Words = new() { ["level"] = new() { ["green"] = "agreed-in-principle" } },
        };
        var file = Importing.Open(System.Text.Encoding.UTF8.GetBytes(Events + "x"));
        var view = TableView.Of(file, file.Sheets[0]);

        var mapping = ImportMapping.Guess(ImportKinds.Find("status-events")!, view, new BoardNames(new(Record, 1)), kept);

        Assert.Equal(("Page", "Status"), (mapping.Columns["rationale"], mapping.Columns["level"]));
        Assert.False(mapping.Columns.ContainsKey("place"));
        Assert.Equal(["basis"], mapping.Always.Keys);
        Assert.Equal("agreed-in-principle", mapping.Words["level"]["green"]);
        Assert.Null(mapping.Days);
    }

    [Fact]
    public void Template_EachKind_IsReadBackAsItsColumns() => Assert.All(ImportKinds.All, kind =>
    {
        var head = string.Join(';', kind.Template.Columns.Select(column => column.Name.Contains(';', StringComparison.Ordinal) ? "?" : column.Name));
        var file = Importing.Open(System.Text.Encoding.UTF8.GetBytes(head + "\nx"));
        var view = TableView.Of(file, file.Sheets[0]);
        Assert.Same(kind, ImportKinds.Guess(view));
        Assert.Equal(
            kind.Template.Columns.Select(column => column.Name).Order(),
            ImportMapping.Guess(kind, view, new BoardNames(new(Record, 1))).Columns.Values.Order());
    });
}
