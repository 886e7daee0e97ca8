using System.Runtime.CompilerServices;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Positions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Outcomes;

public class OutcomePreviewTests
{
    private static readonly DateTime Now = RecordBuilder.At(20);

    // Twenty issues, 17 agreed; one of the three disputed ones becomes agreed: 18 of 20, 90%, five points more.
    private static NegotiationRecord Twenty { get; } =
        new RecordBuilder().Issues(17, Level.AgreedInPrinciple).Issues(3, Level.Disputed).Build();

    [Fact]
    public void Of_OneMoreIssueAgreed_IsEighteenOfTwenty()
    {
        var preview = Of(Event("issue-18", Level.AgreedInPrinciple));

        var (threshold, agreed) = preview.Shares[0];
        Assert.Equal((Threshold.Agreed, "17 of 20 (85%)", "18 of 20 (90%)"), (threshold, agreed.From.ToString(), agreed.To.ToString()));
        Assert.Equal("5", PercentText.Points(agreed.Change!.Value, System.Globalization.CultureInfo.InvariantCulture));
        var (_, between) = Assert.Single(preview.Dyads);
        Assert.Equal((17, 18), (between.From.Met, between.To.Met));
    }

    [Fact]
    public void Of_ClaimedAgreement_DoesNotCountOnRecord() =>
        Assert.Equal("17 of 20 (85%)", Of(Event("issue-18", Level.AgreedInPrinciple, Basis.Claimed)).Shares[0].Comparison.To.ToString());

    [Fact]
    public void Of_StatusEventsThatAreNotComplete_ChangeNothing()
    {
        StatusEventForm nobodysWord = new() { IssueKey = "issue-18", DyadKey = RecordBuilder.DefaultDyad, Level = Level.Concluded };

        var preview = Of(new(), new() { IssueKey = "issue-18" }, Event("no-such", Level.Concluded), nobodysWord);

        Assert.All(preview.StatusEvents, entry => Assert.False(entry.IsComplete));
        Assert.All(preview.Shares, share => Assert.Equal(share.Comparison.From, share.Comparison.To));
        Assert.Empty(preview.Dyads);
        // The last one has issue and dyad: how it stands is said before level and basis are chosen.
        Assert.Equal(Level.Disputed, preview.StatusEvents[3].Now!.Level);
    }

    [Fact]
    public void Of_StepDatedBeforeTheNewest_LeavesTheBoardOfTodayAndSaysSo()
    {
        var entry = Event("issue-18", Level.AgreedInPrinciple);
        entry.OccurredOn = RecordBuilder.Day(1).AddDays(-1);

        var preview = Of(entry);

        Assert.Equal("17 of 20 (85%)", preview.Shares[0].Comparison.To.ToString());
        Assert.Contains(new StatusEventWarning.BeforeTheLast(RecordBuilder.Day(1)), preview.StatusEvents[0].Warnings);
    }

    // The board has a disputed step of day 1 for issue 18; the round ended on day 1, and the day of the event is left to it.
    [Fact]
    public void Of_DayFromTheRound_KnowsWhatTheDayHasAlready()
    {
        var form = new OutcomeForm
        {
            NewRound = new() { StartsOn = RecordBuilder.Day(1), EndsOn = RecordBuilder.Day(1) },
            StatusEvents = [Event("issue-18", Level.Narrowing), On(2, Event("issue-19", Level.Narrowing))],
        };

        var preview = Of(form);

        Assert.Equal(RecordBuilder.Day(1), preview.RoundDay);
        Assert.Equal(Level.Disputed, Assert.Single(preview.StatusEvents[0].SameDay).Level);
        Assert.Empty(preview.StatusEvents[1].SameDay);
    }

    // Two steps of one issue and pair in one outcome: "95 per cent", and in the evening "100 per cent".
    [Fact]
    public void Of_TwoOfOneIssuePairAndDay_TheSecondKnowsTheFirstAndStandsWhereItIsLater()
    {
        var (first, second) = (On(3, Event("issue-18", Level.Narrowing)), On(3, Event("issue-18", Level.AgreedInPrinciple)));
        Assert.Empty(Of(first, second).StatusEvents[0].SameDay);
        Assert.Equal(Level.Narrowing, Assert.Single(Of(first, second).StatusEvents[1].SameDay).Level);
        // Not said to be later, the weaker is shown, as contested; said to be, it is the eighteenth of twenty.
        Assert.True(After(first, second).Issue("issue-18")!.Contested);

        second.OrderInDay = 1;

        Assert.False(After(first, second).Issue("issue-18")!.Contested);
        Assert.Equal("18 of 20 (90%)", Of(first, second).Shares[0].Comparison.To.ToString());
    }

    [Fact]
    public void Of_ANameThatIsThereAlready_IsNamed()
    {
        var board = new Board(new RecordBuilder().Issues(2, Level.Disputed).Build(), 1);
        var source = board.Record.Sources[0];
        var headline = source.Headline.ToUpperInvariant();
        var form = new OutcomeForm
        {
            Sources = [new() { Key = "new-1", Publisher = "Another", Headline = headline, PublishedOn = RecordBuilder.Day(2) }],
        };

        Assert.Equal([headline], OutcomePreview.Of(board, form, RecordBuilder.At(9)).SameNames);
        Assert.Empty(OutcomePreview.Of(board, new OutcomeForm(), RecordBuilder.At(9)).SameNames);
    }

    [Fact]
    public void Of_NoDayAtAll_HasNothingOfItsDay()
    {
        var form = new OutcomeForm { NewRound = new(), StatusEvents = [Event("issue-18", Level.Narrowing), Event("issue-18", Level.Narrowing)] };

        Assert.Null(Of(form).RoundDay);
        Assert.All(Of(form).StatusEvents, entry => Assert.Empty(entry.SameDay));
    }

    [Fact]
    public void Of_DayLeftOut_IsTheRoundsLastDay()
    {
        var form = new OutcomeForm
        {
            NewRound = new() { StartsOn = RecordBuilder.Day(1), EndsOn = RecordBuilder.Day(1) }, StatusEvents = [Event("issue-18", Level.Narrowing)],
        };

        Assert.Equal([new StatusEventWarning.Contests(Level.Disputed)], OutcomePreview.Of(new Board(Twenty, 1), form, Now).StatusEvents[0].Warnings);
    }

    // Nobody knows yet when the round was: an event that takes its day from it is shown as of today, not of some day long ago.
    [Fact]
    public void Of_RoundWithoutADayYet_TakesToday()
    {
        var form = new OutcomeForm { NewRound = new() { Title = "Talks" }, StatusEvents = [Event("issue-18", Level.AgreedInPrinciple)] };

        OutcomePreview.Of(new Board(Twenty, 1), form, Now, out var after);

        Assert.Equal(DateOnly.FromDateTime(Now), after.Issue("issue-18")!.Dyads[0].Step!.Date);
    }

    [Fact]
    public void Of_PositionsOfTheForm_AreNewerThanThoseRecorded()
    {
        var record = new RecordBuilder().Issue("land").Position("a", "land", Stance.Rejects).Position("b", "land", Stance.Accepts).Build();
        var board = new Board(record, 1);
        var form = new OutcomeForm { StatusEvents = [Event("land", Level.AgreedInPrinciple)] };
        Assert.Equal(Level.Disputed, OutcomePreview.Of(board, form, Now).StatusEvents[0].Proposed);

        form.Positions.Add(new PositionForm { PartyKey = "a", IssueKey = "land", Stance = Stance.Accepts, Attribution = Attribution.SelfStated });

        Assert.Equal(Level.AgreedInPrinciple, OutcomePreview.Of(board, form, Now).StatusEvents[0].Proposed);
        Assert.Empty(OutcomePreview.Of(board, form, Now).StatusEvents[0].Warnings);
    }

    // A form that stands open keeps its preview: of a board of 10,000 issues it must not keep another one.
    [Fact]
    public void Of_StatusEventThatIsComplete_LeavesNoBoardBehindButTheOneThatAllShare()
    {
        var (preview, board) = Forgotten();
        GC.Collect();

        Assert.False(board.TryGetTarget(out _));
        Assert.Equal("18 of 20 (90%)", preview.Shares[0].Comparison.To.ToString());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (OutcomePreview Preview, WeakReference<Board> Board) Forgotten()
    {
        var form = new OutcomeForm { StatusEvents = [Event("issue-18", Level.AgreedInPrinciple)] };
        var preview = OutcomePreview.Of(new Board(Twenty, 1), form, Now, out var after);
        return (preview, new(after.Board));
    }

    // Issue 1 was recorded as agreed and only narrowed: 16 of 20. It is no fall, for the wrong entry is not what it stands at.
    [Fact]
    public void Of_Correction_IsHeldAgainstTheBoardWithoutWhatItCorrects()
    {
        var wrong = Twenty.StatusEvents.Single(entry => entry.IssueKey == "issue-1");

        var preview = Correcting(Twenty, wrong, On(2, Event("issue-1", Level.Narrowing)));

        Assert.Equal(("17 of 20 (85%)", "16 of 20 (80%)"), Shares(preview));
        Assert.Equal(Level.Unknown, preview.StatusEvents[0].Now!.Level);
        Assert.Empty(preview.StatusEvents[0].Warnings);
        Assert.Empty(preview.StatusEvents[0].SameDay);
    }

    // What was corrected before does not come back while its correction is corrected.
    [Fact]
    public void Of_CorrectionOfACorrection_LeavesOutBoth()
    {
        var first = Twenty.StatusEvents.Single(entry => entry.IssueKey == "issue-1");
        var second = first with
        {
            Key = "second", Level = Level.Disputed, Kind = EntryKind.Correction, SupersedesKey = first.Key, Reason = "Misread.", RecordedAt = Now,
        };
        var record = Twenty with { StatusEvents = [.. Twenty.StatusEvents, second] };

        var preview = Correcting(record, second, On(2, Event("issue-1", Level.TextAgreed)));

        Assert.Equal(("16 of 20 (80%)", "17 of 20 (85%)"), Shares(preview));
        Assert.Equal(Level.Unknown, preview.StatusEvents[0].Now!.Level);
    }

    [Fact]
    public void Changed_RowsAddedAndReplaced_AreFoundWithWhatTheyWere()
    {
        var issue = Twenty.Issues[3];
        var after = Twenty with
        {
            Issues = [.. Twenty.Issues.Select(i => i == issue ? i with { Title = "Another" } : i with { })],
            StatusEvents = [.. Twenty.StatusEvents, Twenty.StatusEvents[0] with { Key = "new" }],
        };

        var rows = RecordRows.Changed(Twenty, after).ToList();

        Assert.Equal(
            [(RecordSections.Of<Issue>().Name, issue.Key, (object?)issue), (RecordSections.Of<StatusEvent>().Name, "new", null)],
            rows.Select(r => (r.Row.Section, r.Row.Key, r.Before)));
    }

    private static OutcomePreview Of(params List<StatusEventForm> entries) =>
        OutcomePreview.Of(new Board(Twenty, 1), new OutcomeForm { StatusEvents = entries }, Now);

    private static BoardSnapshot After(params List<StatusEventForm> entries)
    {
        OutcomePreview.Of(new Board(Twenty, 1), new OutcomeForm { StatusEvents = entries }, Now, out var after);
        return after;
    }

    private static OutcomePreview Of(OutcomeForm form) => OutcomePreview.Of(new Board(Twenty, 1), form, Now);

    private static OutcomePreview Correcting(NegotiationRecord record, StatusEvent corrects, StatusEventForm form) =>
        OutcomePreview.Of(new Board(record, 1), form, Now, corrects);

    private static (string From, string To) Shares(OutcomePreview preview) =>
        (preview.Shares[0].Comparison.From.ToString(), preview.Shares[0].Comparison.To.ToString());

    private static StatusEventForm On(int day, StatusEventForm entry)
    {
        entry.OccurredOn = RecordBuilder.Day(day);
        return entry;
    }

    private static StatusEventForm Event(string issue, Level level, Basis basis = Basis.OnRecord) =>
        new() { IssueKey = issue, DyadKey = RecordBuilder.DefaultDyad, Level = level, Basis = basis };
}
