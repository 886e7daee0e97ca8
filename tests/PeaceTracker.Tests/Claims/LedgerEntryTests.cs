using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
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

    // What contradicts a claim contradicts what stands in its place, on both sides, and again after the next correction.
    [Fact]
    public void Contradicts_EitherSideCorrected_Stays()
    {
        var board = new RecordBuilder().Issues(5, Level.Disputed)
            .Claim(90m, "a-b", on: 2)
            .Claim(40m, "a-b", on: 3, contradicts: ["claim-1"])
            .Claim(89m, "a-b", on: 2, corrects: "claim-1", recorded: 5)
            .Claim(45m, "a-b", on: 3, contradicts: ["claim-1"], corrects: "claim-2", recorded: 6)
            .Claim(88m, "a-b", on: 2, corrects: "claim-3", recorded: 7).Board();

        (int, string, string)[] states =
            [(4, "claim-1", "claim-2"), (5, "claim-3", "claim-2"), (6, "claim-3", "claim-4"), (7, "claim-5", "claim-4")];
        foreach (var (day, first, second) in states)
        {
            var ledger = LedgerEntry.Of(board.AsOf(Day(9), Day(day)));
            Assert.Equal([second, first], ledger.Select(e => e.OnItsDay.Claim.Key));
            Assert.Equal(first, Assert.Single(ledger[0].Contradicts).Key);
            Assert.Equal(second, Assert.Single(ledger[1].Contradicts).Key);
        }
    }

    [Fact]
    public void EarlierKeys_CorrectedTwice_LeadToWhatStandsNow()
    {
        var board = new RecordBuilder().Issues(5, Level.Disputed).Claim(90m, on: 2)
            .Claim(89m, on: 2, corrects: "claim-1", recorded: 5).Claim(88m, on: 2, corrects: "claim-2", recorded: 6).Board();

        Assert.Equal(["claim-1", "claim-2"], Assert.Single(LedgerEntry.Of(board.AsOf(Day(9)))).EarlierKeys.Order(StringComparer.Ordinal));
        Assert.Equal("claim-3", board.AsOf(Day(9)).ClaimInPlaceOf("claim-1")!.Key);
        Assert.Equal("claim-2", board.AsOf(Day(9), Day(5)).ClaimInPlaceOf("claim-1")!.Key);
    }

    // What another outlet printed is added; the claim keeps its key and is no corrected entry, and a correction of it takes it along.
    [Fact]
    public void Appearances_Added_StandWithTheClaimFromTheirDayOn()
    {
        var record = new RecordBuilder().Issues(5, Level.Disputed).Claim(90m, on: 2).Claim(89m, on: 2, corrects: "claim-1", recorded: 7).Build();
        record = record with { ClaimAppearances = [Elsewhere("elsewhere", published: 4, recorded: 5)] };
        var board = new Board(record, 1);

        Assert.Equal([null, "of the terms"], Wordings(board.AsOf(Day(6), Day(6)), "claim-1"));
        Assert.Equal([null], Wordings(board.AsOf(Day(3), Day(6)), "claim-1"));
        Assert.Equal([null], Wordings(board.AsOf(Day(6), Day(4)), "claim-1"));
        Assert.Equal([null, "of the terms"], Wordings(board.AsOf(Day(6)), "claim-2"));
    }

    [Fact]
    public void Appearances_AddedAndRetracted_AreGone()
    {
        var record = new RecordBuilder().Issues(5, Level.Disputed).Claim(90m, on: 2).Build();
        record = record with
        {
            ClaimAppearances =
            [
                Elsewhere("elsewhere", published: 4, recorded: 5),
                Elsewhere("taken-back", published: 4, recorded: 6) with
                {
                    Kind = EntryKind.Retraction, SupersedesKey = "elsewhere", Reason = "Another claim.",
                },
            ],
        };

        Assert.Equal([null], Wordings(new Board(record, 1).AsOf(Day(9)), "claim-1"));
    }

    private static IEnumerable<string?> Wordings(BoardSnapshot at, string key) =>
        LedgerEntry.Of(at).Single(e => e.OnItsDay.Claim.Key == key).OnDate.Claim.Appearances.Select(a => a.Wording);

    private static ClaimAppearance Elsewhere(string key, int published, int recorded) => new()
    {
        Key = key, ClaimKey = "claim-1", Citation = Cited, Wording = "of the terms", OccurredOn = Day(published), RecordedAt = At(recorded),
    };
}
