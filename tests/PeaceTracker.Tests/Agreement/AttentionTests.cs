using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Agreement;

public class AttentionTests
{
    private static readonly NegotiationRecord Quiet =
        new RecordBuilder().StaleAfter(30).Issue("land").Status("land", Level.Narrowing, on: 10).Build();

    [Fact]
    public void Of_QuietBoard_Nothing() => Assert.Empty(On(Quiet, 40));

    [Fact]
    public void Of_EvidenceOlderThanLimit_Stale()
    {
        // Day 10 is 31 days before day 41, one more than the limit.
        var item = Assert.Single(On(Quiet, 41));
        Assert.Equal((AttentionReason.Stale, "land", Day(10)), (item.Reason, item.Key, item.Since));
    }

    [Fact]
    public void Of_EventsOfOneDateDisagree_Contested()
    {
        var record = new RecordBuilder().Issue("land").Status("land", Level.Narrowing, on: 10).Status("land", Level.Disputed, on: 10).Build();
        Assert.Equal(AttentionReason.Contested, Assert.Single(On(record, 11)).Reason);
    }

    [Theory]
    [InlineData(6, false)] // 14 days left, today not counted
    [InlineData(7, true)]
    [InlineData(20, true)] // its last day
    [InlineData(21, false)] // lapsed
    public void Of_OfferUntilDay20_FromTheFourteenthDayBefore(int day, bool expected)
    {
        var record = Quiet with { Offers = [Offered()] };
        Assert.Equal(expected, On(record, day).Any(a => a is { Reason: AttentionReason.OfferLapses, Key: "aid" }));
    }

    [Fact]
    public void Of_OfferEndedBefore_NotAnnounced()
    {
        var record = Quiet with { Offers = [Offered() with { EndedOn = Day(9), End = OfferEnd.Withdrawn }] };
        Assert.Empty(On(record, 15));
    }

    [Fact]
    public void Of_LatestVersionNotSeenByRequiredParty_Named()
    {
        var record = Quiet with { Drafts = [Drafted(["b", "observer"])] };
        var item = Assert.Single(On(record, 15));
        Assert.Equal(AttentionReason.DraftNotSeen, item.Reason);
        Assert.Equal(["b"], item.PartyKeys);
    }

    [Fact]
    public void Of_NewerVersionSeenByAll_Nothing()
    {
        var draft = Drafted(["b"]);
        var record = Quiet with
        {
            Drafts = [draft with { Versions = [draft.Versions[0], draft.Versions[0] with { Number = 2, Date = Day(12), NotSeenByKeys = [] }] }],
        };
        Assert.Single(On(record, 11));
        Assert.Empty(On(record, 12));
    }

    [Theory]
    [InlineData(RoundState.Planned, null, true)]
    [InlineData(RoundState.Held, null, true)]
    [InlineData(RoundState.Held, "They agreed to meet again.", false)]
    [InlineData(RoundState.CalledOff, null, false)]
    public void Of_RoundPast_UnlessOutcomeRecorded(RoundState state, string? outcome, bool expected)
    {
        var record = Quiet with
        {
            Rounds =
            [
                new Round
                {
                    Key = "first", Title = "First", AnnouncedOn = Day(5), StartsOn = Day(12), State = state, Outcome = outcome, RecordedAt = At(5),
                },
            ],
        };
        Assert.Empty(On(record, 12)); // still its day
        Assert.Equal(expected, On(record, 13).Any(a => a is { Reason: AttentionReason.RoundNotRecorded, Key: "first" }));
    }

    private static IReadOnlyList<Attention> On(NegotiationRecord record, int day) => Attention.Of(new Board(record, 1).AsOf(Day(day)));

    private static Offer Offered() => new()
    {
        Key = "aid", Title = "Aid", ByPartyKey = "a", OfferedOn = Day(2), Validity = Validity.UntilDate, ValidUntil = Day(20),
        Citations = [Cited], RecordedAt = At(2),
    };

    private static Draft Drafted(string[] notSeenBy) => new()
    {
        Key = "text",
        Title = "Text",
        RecordedAt = At(9),
        Versions = [new DraftVersion { Number = 1, Date = Day(9), NotSeenByKeys = notSeenBy, Citations = [Cited], RecordedAt = At(9) }],
    };
}
