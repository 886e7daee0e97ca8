using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

/// <summary>What moves a figure has a day: forms through the one way of saving, and what dates before show then.</summary>
[OnEveryDatabase]
public class JudgementFormTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private string _manager = null!;
    private string _editor = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // Five issues of weight 3 on the agenda from day 1, between a and b, who are required.
        _store = await TestStore.StartAsync(new RecordBuilder().Issues(5, Level.Disputed).Build());
        (_manager, _editor) = (await _store.AddAccountAsync(AccountRole.Manager, "Max"), await _store.AddAccountAsync(AccountRole.Editor, "Ada"));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Save_SalienceFromADayOn_DatesBeforeKeepTheOld()
    {
        var saved = await SaveIssueAsync(form => form.Salience = 5, new() { Since = JudgementSince.ADay, Day = RecordBuilder.Day(10) });

        Assert.IsType<SaveResult.Saved>(saved);
        var (board, issue) = (await BoardAsync(), await IssueAsync());
        Assert.Equal([3, 5], new[] { 9, 10 }.Select(day => board.AsOf(RecordBuilder.Day(day)).Issue(issue.Key)!.Issue.Salience));
        var earlier = Assert.Single(issue.Earlier);
        Assert.Equal((3, "Max", false), (earlier.Salience, earlier.RecordedBy, earlier.RecordedAt == default));
    }

    [Fact]
    public async Task Save_SalienceAlwaysSo_HoldsOnEveryDateAndTheChangeSaysWhy()
    {
        var saved = await SaveIssueAsync(form => form.Salience = 5, new() { Since = JudgementSince.Always, Reason = " Taken from the wrong list. " });

        var number = Assert.IsType<SaveResult.Saved>(saved).ChangeNumber;
        var issue = await IssueAsync();
        Assert.Empty(issue.Earlier);
        Assert.Equal(5, (await BoardAsync()).AsOf(RecordBuilder.Day(2)).Issue(issue.Key)!.Issue.Salience);
        await using var context = _store.NewContext();
        var change = await context.Changes.SingleAsync(c => c.Number == number, Cancellation);
        Assert.Equal($"Issue “{issue.Title}” corrected: Taken from the wrong list.", change.Summary);
    }

    public static TheoryData<string, string, JudgementForm> Refusals => new()
    {
        { "judgement", "Say from which day it applies, or that it was always so.", new() },
        { "reason", "Say in one sentence what was wrong.", new() { Since = JudgementSince.Always, Reason = " " } },
        { "earlier[0].until", "Give the day from which it applies.", new() { Since = JudgementSince.ADay } },
        {
            "earlier[0].until",
            "2026-01-01 is not later than the first day on which the issue is on the agenda, 2026-01-01. "
                + "Give a later day, or say that it was always so.",
            new() { Since = JudgementSince.ADay, Day = RecordBuilder.Day(1) }
        },
        {
            "earlier[0].until",
            "2025-12-30 is not later than the first day on which the issue is on the agenda, 2026-01-01. "
                + "Give a later day, or say that it was always so.",
            new() { Since = JudgementSince.ADay, Day = RecordBuilder.Day(-1) }
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Save_SinceIsMissingOrTooEarly_ASentenceAtItsFieldAndNothingChanged(string path, string sentence, JudgementForm judgement)
    {
        var refused = Assert.IsType<SaveResult.Refused>(await SaveIssueAsync(form => form.Salience = 5, judgement));

        Assert.Equal([new FieldError(path, sentence)], refused.Errors);
        Assert.Equal((3, 0), ((await IssueAsync()).Salience, (await IssueAsync()).Earlier.Count));
    }

    [Fact]
    public async Task Save_SecondChangeBeforeTheFirst_IsRefusedAtTheNextDay()
    {
        await SaveIssueAsync(form => form.Salience = 5, new() { Since = JudgementSince.ADay, Day = RecordBuilder.Day(10) });

        var refused = Assert.IsType<SaveResult.Refused>(
            await SaveIssueAsync(form => form.Salience = 1, new() { Since = JudgementSince.ADay, Day = RecordBuilder.Day(10) }));

        Assert.Equal(
            [new FieldError("earlier[1].until", "2026-01-10 is not later than the change before, 2026-01-10. Give a later day.")], refused.Errors);
    }

    [Fact]
    public async Task Save_WordsAlone_AskForNoDay()
    {
        // What was typed and then taken back is not told either.
        await SaveIssueAsync(form => form.Title = "Said better", new() { Since = JudgementSince.Always, Reason = "Not told." });

        var issue = await IssueAsync();
        Assert.Equal(("Said better", 0), (issue.Title, issue.Earlier.Count));
        await using var context = _store.NewContext();
        var said = await context.Changes.Select(c => c.Summary).ToListAsync(Cancellation);
        Assert.DoesNotContain(said, sentence => sentence.Contains("Not told.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_NegotiationStaleFromADayOn_IsStampedAndSavedTwiceInARow()
    {
        // Lists in the row are equal by their content alone: the second edit must not be taken for a conflict.
        foreach (var (days, day) in new[] { (20, 10), (10, 20) })
        {
            var before = (await BoardAsync()).Record.Negotiation;
            var row = new JudgementForm { Since = JudgementSince.ADay, Day = RecordBuilder.Day(day) }
                .ToRow(new FormCheck(), before with { Earlier = [.. before.Earlier] }, before with { StalenessDays = days });
            Assert.IsType<SaveResult.Saved>(await RunAsync(new EditNegotiation(before with { Earlier = [.. before.Earlier] }, row)));
        }

        var board = await BoardAsync();
        Assert.Equal([30, 20, 10], new[] { 9, 10, 20 }.Select(day => board.AsOf(RecordBuilder.Day(day)).Negotiation.StalenessDays));
        Assert.All(board.Record.Negotiation.Earlier, e => Assert.Equal(("Max", false), (e.RecordedBy, e.RecordedAt == default)));
    }

    [Fact]
    public async Task Save_NegotiationThatIsWhatItWas_HasNothingToSave()
    {
        var before = (await BoardAsync()).Record.Negotiation;
        var refused = Assert.IsType<SaveResult.Refused>(await RunAsync(new EditNegotiation(before, before with { Earlier = [.. before.Earlier] })));

        Assert.Equal("Nothing was changed, so there is nothing to save.", Assert.Single(refused.Errors).Message);
    }

    [Fact]
    public void ToRow_DyadRequiredFromADayOn_KeepsWhatHeld()
    {
        var dyad = new Dyad { Key = "a-b", FirstPartyKey = "a", SecondPartyKey = "b", Required = true };

        var row = FromDay(10).ToRow(new FormCheck(), dyad, dyad with { Required = false });

        Assert.Equal([true, false], new[] { 9, 10 }.Select(day => row.On(RecordBuilder.Day(day)).Required));
    }

    [Fact]
    public void ToRow_PartyRenamedFromADayOn_KeepsNameAndRoles()
    {
        var party = new Party
        {
            Key = "a", Name = "Alland", Since = RecordBuilder.Day(1), RecordedAt = RecordBuilder.At(1),
            Roles = [new PartyRole { Role = Role.Principal }],
        };

        var row = FromDay(10).ToRow(new FormCheck(), party, party with { Name = "New Alland" });

        Assert.Equal(["Alland", "New Alland"], new[] { 9, 10 }.Select(day => row.On(RecordBuilder.Day(day)).Name));
        Assert.True(row.On(RecordBuilder.Day(9)).IsPrincipal);
    }

    // The note of a link, the order of pairs, the note of a role: words, or nothing at all.
    [Fact]
    public void IsJudgedAs_WordsAndOrder_AreNoJudgement()
    {
        var issue = new RecordBuilder().Dyad("a-b").Dyad("c-d").Issue("y").Issue("x", dyads: ["a-b", "c-d"], dependsOn: ["y"]).Build().Issues[1];

        Linkage link = new() { IssueKey = "y", Note = "Why" };
        Assert.True(issue.IsJudgedAs(issue with { DyadKeys = ["c-d", "a-b"], DependsOn = [link], Title = "Z" }));
        Assert.False(issue.IsJudgedAs(issue with { DependsOn = [] }));
        Assert.False(issue.IsJudgedAs(issue with { DyadKeys = ["a-b"] }));
    }

    [Fact]
    public async Task Save_UnderApproval_ASalienceFromADayIsForManagers()
    {
        var negotiation = (await BoardAsync()).Record.Negotiation;
        Assert.IsType<SaveResult.Saved>(await RunAsync(new EditNegotiation(negotiation, negotiation with { RequiresApproval = true })));
        var issue = await IssueAsync();

        var heavier = FromDay(10).ToRow(new FormCheck(), issue, issue with { Salience = 5 });
        var editors = await RunAsync(new EditRow<Issue>(RecordBuilder.Slug, issue, heavier), _editor);
        // The value of today is the old one again: dates between move all the same.
        var between = issue with { Earlier = [Was(3, 10), Was(5, 20)] };
        var hidden = await RunAsync(new EditRow<Issue>(RecordBuilder.Slug, issue, between), _editor);

        Assert.All([editors, hidden], result => Assert.Equal(NotAllowedReason.Role, Assert.IsType<SaveResult.NotAllowed>(result).Reason));
        Assert.IsType<SaveResult.Saved>(await RunAsync(new EditRow<Issue>(RecordBuilder.Slug, issue, between)));

        EarlierIssue Was(int salience, int until) =>
            new() { Until = RecordBuilder.Day(until), Salience = salience, DyadKeys = issue.DyadKeys, RecordedAt = default };
    }

    // A link holds from a day on too, but moves no figure.
    [Fact]
    public void MovesFigure_LinkOrNameFromADayOn_MovesNone()
    {
        var issue = new RecordBuilder().Issue("y").Issue("x").Build().Issues[1];
        var party = new Party { Key = "a", Name = "Alland", Since = RecordBuilder.Day(1), RecordedAt = RecordBuilder.At(1) };

        Assert.False(Moves(issue, FromDay(10).ToRow(new FormCheck(), issue, issue with { DependsOn = [new Linkage { IssueKey = "y" }] })));
        Assert.False(Moves(party, FromDay(10).ToRow(new FormCheck(), party, party with { Name = "New" })));
        Assert.True(Moves(party, FromDay(10).ToRow(new FormCheck(), party, party with { Roles = [new PartyRole { Role = Role.Principal }] })));

        static bool Moves<T>(T before, T after) where T : class, IDescriptive<T> => after.MovesFigure(before);
    }

    private static JudgementForm FromDay(int day) => new() { Since = JudgementSince.ADay, Day = RecordBuilder.Day(day) };

    private async Task<SaveResult> SaveIssueAsync(Action<IssueForm> type, JudgementForm judgement)
    {
        var original = await IssueAsync();
        var (form, check) = (IssueForm.Of(original), new FormCheck());
        type(form);
        var row = judgement.ToRow(check, original, form.ToRow(check, original));
        return await RunAsync(
            new EditRow<Issue>(RecordBuilder.Slug, original, row) { FormErrors = check.Errors, Reason = judgement.Correction(original, row) });
    }

    private async Task<SaveResult> RunAsync(BoardCommand command, string? account = null) =>
        await _store.Services.GetRequiredService<BoardEditor>().RunAsync(command, account ?? _manager, Cancellation);

    private async Task<Board> BoardAsync() => (await _store.Boards.FindAsync(RecordBuilder.Slug, Cancellation))!;

    private async Task<Issue> IssueAsync() => (await BoardAsync()).Record.Issues[0];
}
