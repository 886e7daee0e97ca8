using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Changes;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Changes;

public class DateComparisonTests
{
    [Fact]
    public void Between_EightOpenIssuesDropped_AllOfTheChangeIsScopeEffect()
    {
        // The method's worked value: 18 of 28 agreed, the 8 dropped ones open; 18 of 20 after it.
        string[] agreed = [.. Enumerable.Range(1, 18).Select(i => $"issue-{i}")];
        string[] open = [.. Enumerable.Range(19, 10).Select(i => $"issue-{i}")];
        var board = new RecordBuilder().Issues(18, Level.AgreedInPrinciple).Issues(10, Level.Disputed)
            .Agenda(1, [.. agreed, .. open]).Agenda(5, [.. agreed, .. open[..2]]).Board();

        var view = DateComparison.Between(board, Day(2), Day(6), null);

        var (threshold, basis, share) = view.Shares[0];
        Assert.Equal((Threshold.Agreed, ShareBasis.OnRecord), (threshold, basis));
        Assert.Equal("+25.7", PercentText.SignedPoints(share.Change!.Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Ratio.Zero, share.StatusEffect);
        Assert.Equal(share.Change, share.ScopeEffect);
        Assert.Equal(8, view.Removed.Count);
        Assert.Equal(2, Assert.Single(view.Agendas).Number);
    }

    // Between b and c nothing applies but sea, which is agreed on day 4: 0 of 1, then 1 of 1, though the whole board has 1 of 3 then.
    [Fact]
    public void Between_OfAPair_CountsItsIssuesAlone()
    {
        var board = new RecordBuilder().Dyad("a-b").Dyad("b-c")
            .Issue("land", dyads: ["a-b"]).Issue("air", dyads: ["a-b"]).Issue("sea", dyads: ["b-c"])
            .Status("sea", Level.Disputed, dyad: "b-c").Status("sea", Level.TextAgreed, on: 4, dyad: "b-c").Board();

        var pair = DateComparison.Between(board, Day(2), Day(5), null, new ComparedScope("b-c", CoreOnly: false));
        var whole = DateComparison.Between(board, Day(2), Day(5), null);

        Assert.Equal((0, 1, 1, 1), (pair.Agreed.From.Met, pair.Agreed.From.Total, pair.Agreed.To.Met, pair.Agreed.To.Total));
        Assert.Equal((0, 3, 1, 3), (whole.Agreed.From.Met, whole.Agreed.From.Total, whole.Agreed.To.Met, whole.Agreed.To.Total));
        Assert.Equal(Day(4), Assert.Single(pair.Steps).When.On);
    }

    // Of three issues one is core (salience 5), and it is the one that is agreed on day 4.
    [Fact]
    public void Between_OfCoreIssues_CountsThoseAlone()
    {
        var board = new RecordBuilder().Issue("land", salience: 5).Issue("air").Issue("sea").Status("land", Level.Disputed)
            .Status("air", Level.Disputed).Status("sea", Level.Disputed).Status("land", Level.TextAgreed, on: 4).Board();

        var view = DateComparison.Between(board, Day(2), Day(5), null, new ComparedScope(null, CoreOnly: true));

        Assert.Equal((0, 1, 1, 1), (view.Agreed.From.Met, view.Agreed.From.Total, view.Agreed.To.Met, view.Agreed.To.Total));
        Assert.Empty(view.Steps);
    }

    // Agreed on day 3, reopened on day 5 and agreed again on day 7: the comparison of day 1 with day 8 says +1 and hides the fall; the steps don't.
    [Fact]
    public void Steps_RiseFallAndRise_AreAllNamed()
    {
        var board = new RecordBuilder().Issues(5, Level.Disputed).Status("issue-1", Level.TextAgreed, on: 3)
            .Status("issue-1", Level.Disputed, on: 5).Status("issue-1", Level.TextAgreed, on: 7).Board();

        var view = DateComparison.Between(board, Day(1), Day(8), null);

        Assert.Equal([(Day(3), 1), (Day(5), 0), (Day(7), 1)], view.Steps.Select(s => (s.When.On, s.To.Met)));
        Assert.Equal([(Day(5), 0), (Day(7), 1)], DateComparison.Between(board, Day(3), Day(8), null).Steps.Select(s => (s.When.On, s.To.Met)));
    }

    [Fact]
    public void Between_IssuesMoved_SortedByDirection()
    {
        var board = new RecordBuilder().Issue("up").Issue("down").Issue("same").Issue("out")
            .Status("up", Level.Disputed).Status("down", Level.TextAgreed).Status("same", Level.Disputed).Status("out", Level.Disputed)
            .Status("up", Level.Narrowing, on: 4).Status("down", Level.Disputed, on: 4).Status("out", Level.Deferred, on: 4).Board();

        var view = DateComparison.Between(board, Day(2), Day(5), null);

        Assert.Equal("up", Assert.Single(view.Rose).Issue.Key);
        Assert.Equal("down", Assert.Single(view.Fell).Issue.Key);
        Assert.Equal("out", Assert.Single(view.Otherwise).Issue.Key);
        Assert.Equal("down", Assert.Single(view.Reopened).Issue.Key);
    }

    // Two pairs drew nearer, and the comparison said that nothing had changed its level. The third pair keeps land where it
    // was; of sea the issue itself rose with its pair, so it is among those that rose.
    [Fact]
    public void Between_PairMovedUnderTheWeakestLink_IsNamedThoughTheIssueStayed()
    {
        var board = new RecordBuilder().Dyad("a-b").Dyad("a-c").Issue("land", dyads: ["a-b", "a-c"]).Issue("sea", dyads: ["a-b"])
            .Status("land", Level.Disputed).Status("land", Level.Disputed, dyad: "a-c").Status("sea", Level.Disputed)
            .Status("land", Level.Narrowing, on: 4, dyad: "a-c").Status("sea", Level.Narrowing, on: 4).Board();

        var view = DateComparison.Between(board, Day(2), Day(5), null);

        Assert.Equal("sea", Assert.Single(view.Rose).Issue.Key);
        var pair = Assert.Single(view.Pairs);
        Assert.Equal(
            ("land", "a-c", Level.Disputed, Level.Narrowing), (pair.Issue.Key, pair.To.Dyad.Key, pair.From.Level, pair.To.Level));
    }

    [Fact]
    public void Between_OffersClaimsAndRoundsOfThoseDays_AreThere()
    {
        var record = new RecordBuilder().Issue("x").Claim(60, on: 2).Claim(90, on: 4).Claim(95, on: 8).Build() with
        {
            Offers = [Offer("old", 1), Offer("new", 5)],
            Rounds = [Round("held", 1, 2), Round("begun", 1, 4), Round("announced", 5, 9)],
        };

        var view = DateComparison.Between(new Board(record, 1), Day(2), Day(6), null);

        Assert.Equal(["claim-2"], view.Claims.Select(c => c.Key));
        Assert.Equal(["new"], view.Offers.Select(o => o.Key));
        Assert.Equal(["begun", "announced"], view.Rounds.Select(r => r.Key));
    }

    private static Offer Offer(string key, int day) => new()
    {
        Key = key, Title = key, ByPartyKey = "a", OfferedOn = Day(day), Validity = Validity.OpenEnded, Citations = [Cited], RecordedAt = At(day),
    };

    private static Round Round(string key, int announced, int starts) => new()
    {
        Key = key, Title = key, AnnouncedOn = Day(announced), StartsOn = Day(starts), State = RoundState.Planned, RecordedAt = At(announced),
    };

    [Fact]
    public void Between_IssueFirstHeardOf_IsNowKnownAndOneThatBecameSilentIsNot()
    {
        var board = new RecordBuilder().Issue("new").Issue("silent").Status("silent", Level.Disputed)
            .Status("new", Level.TextAgreed, on: 4).Status("silent", Level.Unknown, on: 4).Board();

        var view = DateComparison.Between(board, Day(2), Day(5), null);

        Assert.Equal("new", Assert.Single(view.NowKnown).Issue.Key);
        Assert.Equal("silent", Assert.Single(view.Otherwise).Issue.Key);
        Assert.Empty(view.Rose);
    }

    [Fact]
    public void Between_ClaimConfirmed_ChangedInBasisAlone()
    {
        // Below the threshold no share of agreement moves by it, and still the record is another.
        var board = new RecordBuilder().Issue("x").Status("x", Level.Narrowing, basis: Basis.Claimed).Status("x", Level.Narrowing, on: 4).Board();

        Assert.Equal("x", Assert.Single(DateComparison.Between(board, Day(2), Day(5), null).Otherwise).Issue.Key);
    }

    [Fact]
    public void Between_PositionsAround_ThatOfTheFirstDayBesideThatOfTheSecond()
    {
        var board = new RecordBuilder().Issue("first")
            .Position("a", "first", Stance.Rejects, on: 1).Position("a", "first", Stance.Objects, on: 2)
            .Position("a", "first", Stance.Undecided, on: 5).Position("a", "first", Stance.Accepts, on: 6)
            .Position("b", "first", Stance.Accepts, on: 4).Board();

        var changes = DateComparison.Between(board, Day(2), Day(5), null).Positions;

        Assert.Equal(
            [(Stance.Objects, Stance.Undecided), (null, Stance.Accepts)],
            changes.Select(c => (c.From?.Stance, c.To.Stance!.Value)));
        Assert.Empty(DateComparison.Between(board, Day(2), Day(3), null).Positions);
    }

    [Fact]
    public void Between_EntryRecordedLater_LeftOutAsKnownThen()
    {
        var board = new RecordBuilder().Issue("first").Status("first", Level.Disputed).Status("first", Level.Concluded, on: 4, recorded: 9).Board();
        Assert.Single(DateComparison.Between(board, Day(2), Day(5), null).Rose);
        Assert.Empty(DateComparison.Between(board, Day(2), Day(5), Day(6)).Rose);
    }

    [Fact]
    public void Filter_ByParty_FindsItsPositionsAndItsPairs()
    {
        var at = new RecordBuilder().Dyad("a-b").Dyad("b-c").Issue("first")
            .Status("first", Level.Disputed, dyad: "a-b").Status("first", Level.Disputed, dyad: "b-c")
            .Position("a", "first", Stance.Rejects).Position("b", "first", Stance.Rejects).AsOf(3);
        Assert.Equal(["event-1", "position-1"], new ChangeFilter { Parties = ["a"] }.Page(at, 0, 100).Items.Select(c => c.Key).Order());
        Assert.Equal("event-2", Assert.Single(new ChangeFilter { Dyads = ["b-c"] }.Page(at, 0, 100).Items).Key);
        Assert.Equal(
            ["position-1", "position-2"],
            new ChangeFilter { Subjects = [ChangeSubject.Position] }.Page(at, 0, 100).Items.Select(c => c.Key).Order());
    }

    [Fact]
    public void Filter_BetweenTwoDates_LeavesTheFirstDayOut()
    {
        var at = new RecordBuilder().Issue("first").Status("first", Level.Disputed, on: 2).Status("first", Level.Narrowing, on: 4)
            .Status("first", Level.TextAgreed, on: 6).AsOf(9);
        var filter = new ChangeFilter { Subjects = [ChangeSubject.Status], Issues = ["first"], After = Day(2), Until = Day(4) };
        var item = Assert.Single(filter.Page(at, 0, 100).Items);
        Assert.Equal((Level.Disputed, Level.Narrowing), (item.From, item.To));
    }

    [Fact]
    public void Feed_Correction_NamesWhatItReplaces()
    {
        var at = new RecordBuilder().Issue("first").Status("first", Level.Disputed)
            .Status("first", Level.Narrowing, recorded: 3, corrects: "event-1").AsOf(5);
        var items = new ChangeFilter { Subjects = [ChangeSubject.Status] }.Page(at, 0, 100).Items.ToDictionary(c => c.Key);
        Assert.Equal("event-1", items["event-2"].SupersedesKey);
        Assert.True(items["event-1"].Superseded);
        Assert.False(items["event-2"].Superseded);
    }
}
