using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Changes;

public class LatestLinesTests
{
    // 18 August 2025, from the file: ceasefire and monitors go from text agreed to concluded between all three pairs, the monitors between two pairs
    // more from agreed in principle; that is two lines and not eight.
    [Fact]
    public async Task Latest_Example_EqualEntriesAreOneLine()
    {
        var read = await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, "example.json"), CancellationToken.None);
        var lines = ChangeLine.Latest(new Board(read.Record!, 1).AsOf(new DateOnly(2025, 8, 18)), 20)
            .Where(l => l.First is { Subject: ChangeSubject.Status, Date: { Month: 8, Day: 18 } }).ToList();

        Assert.Equal(["ceasefire monitoring: 3", "monitoring: 2"], Issues(lines).Zip(lines, (issues, l) => $"{issues}: {l.DyadKeys.Count}").Order());
        var three = lines.Single(l => l.DyadKeys.Count == 3);
        Assert.Equal((6, Level.TextAgreed, Level.Concluded), (three.Items.Count, three.First.From, three.First.To));
    }

    // Two issues rise alike on one day, a third from elsewhere; what is corrected stands apart, and the number of lines is kept to.
    [Fact]
    public void Latest_OtherFromOrCorrection_StaysApart()
    {
        var at = new RecordBuilder().Issues(2, Level.Disputed).Issues(1, Level.Narrowing)
            .Status("issue-1", Level.TextAgreed, on: 4).Status("issue-2", Level.TextAgreed, on: 4).Status("issue-3", Level.TextAgreed, on: 4)
            .Status("issue-3", Level.Concluded, on: 5).Status("issue-3", Level.TextAgreed, on: 5, corrects: "event-7", recorded: 6)
            .AsOf(9);

        var lines = ChangeLine.Latest(at, 3);
        Assert.Equal("issue-3", Issues(lines).First()); // the correction, of the fifth day
        Assert.Equal(["issue-1 issue-2", "issue-3"], Issues(lines).Skip(1).Order(StringComparer.Ordinal));
        Assert.Equal(2, ChangeLine.Latest(at, 2).Count);
    }

    // Two versions of a draft of the fourth day, both seen by a and b on the sixth: four lines, though all have one key.
    [Fact]
    public void Latest_SeveralOfOneDraftOnADay_EachIsALine()
    {
        var first = new DraftVersion
        {
            Number = 1, Date = RecordBuilder.Day(4), Citations = [RecordBuilder.Cited], RecordedAt = RecordBuilder.At(4),
            SeenBy = [new SeenBy { PartyKey = "a", Since = RecordBuilder.Day(6) }, new SeenBy { PartyKey = "b", Since = RecordBuilder.Day(6) }],
        };
        var record = new RecordBuilder().Issues(1, null).Build() with
        {
            Drafts =
            [
                new Draft
                {
                    Key = "text", Title = "Text", Versions = [first, first with { Number = 2, SeenBy = [] }], RecordedAt = RecordBuilder.At(4),
                },
            ],
        };

        var lines = ChangeLine.Latest(new Board(record, 1).AsOf(RecordBuilder.Day(9)), 9)
            .Where(line => line.First.Subject == ChangeSubject.Draft).ToList();

        Assert.Equal([(1, null), (1, "a"), (1, "b"), (2, null)], lines.Select(line => (line.First.Version, line.First.PartyKey)).Order());
        Assert.All(lines, line => Assert.Single(line.Items));
    }

    [Fact]
    public void Latest_NothingRecorded_NoLine() => Assert.Empty(ChangeLine.Latest(new RecordBuilder().Issue("land").Agenda(5, ["land"]).AsOf(4), 5));

    private static IEnumerable<string> Issues(IEnumerable<ChangeLine> lines) =>
        lines.Select(l => string.Join(' ', l.IssueKeys.Order(StringComparer.Ordinal)));
}
