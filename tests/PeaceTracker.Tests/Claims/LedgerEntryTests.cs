using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Claims;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Claims;

public class LedgerEntryTests
{
    [Fact]
    public void Of_BoardMovedAfterClaim_BothDatesStand()
    {
        var board = new RecordBuilder().Issues(5, Level.Disputed).Claim(80m, "a-b", on: 2).Status("issue-1", Level.Concluded, on: 4).Board();
        var entry = Assert.Single(LedgerEntry.Of(board.AsOf(Day(6))));
        Assert.Equal(new Share(0, 0, 5), entry.OnItsDay.Computed);
        Assert.Equal(new Share(1, 0, 5), entry.OnDate.Computed);
        Assert.Equal(new Ratio(80, 100), entry.OnItsDay.Gap);
        Assert.Equal(new Ratio(60, 100), entry.OnDate.Gap);
    }

    [Fact]
    public void Contradicts_NamedByOneSide_ShownOnBoth()
    {
        var record = new RecordBuilder().Issues(5, Level.Disputed).Claim(80m, "a-b", on: 2).Claim(40m, "a-b", on: 3).Build();
        record = record with { Claims = [record.Claims[0], record.Claims[1] with { ContradictsKeys = ["claim-1"] }] };
        var ledger = LedgerEntry.Of(new Board(record, 1).AsOf(Day(5)));
        Assert.Equal(["claim-2", "claim-1"], ledger.Select(e => e.OnItsDay.Claim.Key));
        Assert.Equal("claim-1", Assert.Single(ledger[0].Contradicts).Key);
        Assert.Equal("claim-2", Assert.Single(ledger[1].Contradicts).Key);
    }
}
