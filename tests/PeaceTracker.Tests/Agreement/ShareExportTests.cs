using System.Text.Json;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Agreement;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Agreement;

public class ShareExportTests
{
    [Fact]
    public void Of_TwoSteps_CountsAndPercentagesAsNumbers()
    {
        // Eight issues: one unknown, seven disputed; on day 4 one of these is agreed in principle: 1 of 8 is 12.5%, 2 of 8 is 25%.
        var at = new RecordBuilder().Issues(7, Level.Disputed).Issues(1, null).Status("issue-1", Level.AgreedInPrinciple, on: 4).Board().AsOf(Day(6));
        using var json = JsonDocument.Parse(WrittenTable.Json(ShareExport.Of(at, "https://example.org/x")));
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(["2026-01-01", "2026-01-04"], rows.Select(r => r.GetProperty("from").GetString()!));
        var last = rows[^1];
        Assert.Equal(
            (8, 1, 1),
            (last.GetProperty("issues").GetInt32(), last.GetProperty("agreed").GetInt32(), last.GetProperty("agreed_unknown").GetInt32()));
        Assert.Equal(12.5m, last.GetProperty("agreed_percent").GetDecimal());
        Assert.Equal(25m, last.GetProperty("agreed_band_high_percent").GetDecimal());
        Assert.Equal("2026-01-06", json.RootElement.GetProperty("as_of").GetString());
        Assert.Contains("https://example.org/x", json.RootElement.GetProperty("source").GetString());
    }

    // The agenda is known to the day; of what moved on 1 February only the month is, and of what moved on 1 March one entry to the day.
    [Fact]
    public void Of_StepsOfAMonth_SayHowExactlyTheirDateIsKnown()
    {
        var record = new RecordBuilder().Issues(6, Level.Disputed).Status("issue-1", Level.AgreedInPrinciple, on: 32)
            .Status("issue-2", Level.AgreedInPrinciple, on: 60).Status("issue-3", Level.AgreedInPrinciple, on: 60).Build();
        record = record with
        {
            StatusEvents = [.. record.StatusEvents.Select(e => e.Key == "event-9" ? e : e with { Precision = DatePrecision.Month })],
        };

        var table = ShareExport.Of(new Board(record, 1).AsOf(Day(90)), "x");

        Assert.Equal(
            ["2026-01-01 day", "2026-02-01 month", "2026-03-01 day"],
            table.Rows.Select(row => $"{((DateAsKnown)row[0]!).On:yyyy-MM-dd} {row[^1]}"));
    }

    [Fact]
    public void Of_FewerThanFiveIssues_NoPercentage()
    {
        var table = ShareExport.Of(new RecordBuilder().Issues(4, Level.Concluded).Board().AsOf(Day(2)), "x");
        var row = Assert.Single(table.Rows);
        Assert.Equal(4, row[2]);
        Assert.Null(row[4]);
    }
}
