using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Outcomes;

public class OutcomesTests : IAsyncLifetime
{
    private static readonly Guid Id = new("5b0a4b5e-0000-4000-8000-000000000001");

    private TestStore _store = null!;
    private string _slug = "";
    private string _editor = "";
    private string _manager = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OutcomeDesk Desk => _store.Services.GetRequiredService<OutcomeDesk>();

    public async ValueTask InitializeAsync() => await StartAsync(approval: false);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Publish_WholeOutcome_IsOneChangeWithRoundStepsAndNewSource()
    {
        await KeepAsync(Form());

        var saved = Assert.IsType<SaveResult.Saved>(await Desk.PublishAsync(_slug, Id, 1, Form(), _editor, Cancellation));

        var record = (await _store.Boards.FindAsync(_slug, Cancellation))!.Record;
        Assert.Equal("Vienna talks", Assert.Single(record.Rounds).Title);
        Assert.Equal(["issue-1", "issue-2", "issue-3"], record.StatusEvents.TakeLast(3).Select(e => e.IssueKey));
        Assert.All(record.StatusEvents.TakeLast(3), step =>
        {
            // Round and day are the round's, and the source is the new one by its real key.
            Assert.Equal(("vienna-talks", RecordBuilder.Day(6)), (step.RoundKey, step.OccurredOn));
            Assert.Equal("joint-statement", Assert.Single(step.Citations).SourceKey);
        });
        // Source, round and three steps.
        Assert.Equal(5, saved.Rows.Count);
        var outcome = await StoredAsync();
        Assert.Equal((OutcomeState.Published, saved.ChangeNumber), (outcome.State, outcome.ChangeNumber));
    }

    [Fact]
    public async Task Publish_RoundDraftAndOffer_CarryWhoRecordedThem()
    {
        var form = Form();
        form.DraftVersions = [new() { NewDraftTitle = "Joint text", Citations = [Cited("P3")] }];
        form.Offers = [new() { Title = "Free passage", ByPartyKey = "a", Validity = Validity.OpenEnded, Citations = [Cited("P4")] }];
        await KeepAsync(form);

        Assert.IsType<SaveResult.Saved>(await Desk.PublishAsync(_slug, Id, 1, form, _editor, Cancellation));

        var record = (await _store.Boards.FindAsync(_slug, Cancellation))!.Record;
        Assert.Equal(["Ada", "Ada", "Ada"], [record.Rounds[0].RecordedBy, record.Drafts[0].Versions[0].RecordedBy, record.Offers[0].RecordedBy]);
    }

    [Fact]
    public async Task Publish_FaultInTheThirdStep_NamesItsFieldAndWritesNothing()
    {
        var form = Form();
        (form.Steps[2].Level, form.Steps[2].Rationale) = (null, new string('x', 1001));
        await KeepAsync(form);

        var refused = Assert.IsType<SaveResult.Refused>(await Desk.PublishAsync(_slug, Id, 1, form, _editor, Cancellation));

        Assert.Equal(["steps[2].level", "steps[2].rationale"], refused.Errors.Select(e => e.Path).Order());
        var record = (await _store.Boards.FindAsync(_slug, Cancellation))!.Record;
        Assert.Empty(record.Rounds);
        Assert.Equal(5, record.StatusEvents.Count);
        Assert.Equal(OutcomeState.Draft, (await StoredAsync()).State);
    }

    [Fact]
    public async Task Publish_EmptyForm_IsRefused()
    {
        await KeepAsync(new OutcomeForm());

        Assert.IsType<SaveResult.Refused>(await Desk.PublishAsync(_slug, Id, 1, new OutcomeForm(), _editor, Cancellation));
    }

    [Fact]
    public async Task Publish_SecondClick_SavesOnce()
    {
        await KeepAsync(Form());

        var both = await Task.WhenAll(
            Desk.PublishAsync(_slug, Id, 1, Form(), _editor, Cancellation), Desk.PublishAsync(_slug, Id, 1, Form(), _editor, Cancellation));

        Assert.Equal(both[0], both[1]);
        Assert.Equal(8, (await _store.Boards.FindAsync(_slug, Cancellation))!.Record.StatusEvents.Count);
    }

    [Fact]
    public async Task Keep_TypedText_IsThereAgainAfterAnotherStart()
    {
        var form = Form();
        form.Steps[0].Rationale = "Half a sent";
        await KeepAsync(form);

        await using var later = TestStore.Provide(new() { DataDirectory = _store.Folder });
        var found = await later.GetRequiredService<OutcomeDesk>().FindAsync(_slug, Id, _editor, Cancellation);

        Assert.Equal("Half a sent", OutcomeForm.Read(found!.Form).Steps[0].Rationale);
        Assert.Equal(("Vienna talks", 1), (found.Title, found.Version));
    }

    [Fact]
    public async Task Keep_TwoWindows_DoNotOverwriteEachOther()
    {
        await KeepAsync(Form());
        Assert.IsType<OutcomeSave.Kept>(await Desk.KeepAsync(_slug, Id, 1, Form(), _editor, Cancellation));

        var second = await Desk.KeepAsync(_slug, Id, 1, new OutcomeForm(), _editor, Cancellation);

        Assert.Equal(2, Assert.IsType<OutcomeSave.ElsewhereToo>(second).Version);
        Assert.Equal(3, OutcomeForm.Read((await StoredAsync()).Form).Steps.Count);
    }

    [Fact]
    public async Task Discard_OwnDraft_IsListedNoMoreAndCannotBePublished()
    {
        await KeepAsync(Form());
        Assert.Single(await Desk.ListAsync(_slug, _editor, Cancellation));
        Assert.Empty(await Desk.ListAsync(_slug, _manager, Cancellation));

        Assert.IsType<OutcomeSave.Gone>(await Desk.DiscardAsync(_slug, Id, _manager, Cancellation));
        Assert.IsType<OutcomeSave.Kept>(await Desk.DiscardAsync(_slug, Id, _editor, Cancellation));

        Assert.Empty(await Desk.ListAsync(_slug, _editor, Cancellation));
        Assert.IsType<SaveResult.Refused>(await Desk.PublishAsync(_slug, Id, 2, Form(), _editor, Cancellation));
        // What was refused at the last moment left nothing behind.
        await using var context = _store.NewContext();
        Assert.Equal((1, 0), (await context.Changes.CountAsync(Cancellation), await context.RowChanges.CountAsync(Cancellation)));
        Assert.Equal(5, (await _store.Boards.FindAsync(_slug, Cancellation))!.Record.StatusEvents.Count);
    }

    [Fact]
    public async Task Approve_SubmittedOutcome_IsPublishedUnderTheAuthorsName()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        Assert.IsType<SaveResult.Refused>(await Desk.PublishAsync(_slug, Id, 1, Form(), _editor, Cancellation));
        Assert.IsType<OutcomeSave.Kept>(await Desk.SubmitAsync(_slug, Id, 1, Form(), _editor, Cancellation));
        var waiting = Assert.Single(await Desk.ListAsync(_slug, _manager, Cancellation));

        Assert.IsType<SaveResult.Saved>(await Desk.ApproveAsync(waiting, _manager, Cancellation));

        var record = (await _store.Boards.FindAsync(_slug, Cancellation))!.Record;
        Assert.Equal("Ada", record.StatusEvents[^1].RecordedBy);
        await using var context = _store.NewContext();
        var change = await context.Changes.OrderBy(c => c.Number).LastAsync(Cancellation);
        Assert.Equal("Ada", change.RecordedBy);
        Assert.Contains("Approved by Mia.", change.Summary, StringComparison.Ordinal);
        Assert.Equal((OutcomeState.Published, "Mia"), ((await StoredAsync()).State, (await StoredAsync()).DecidedBy));
    }

    // A manager may write outcomes, too, and an editor may have become one meanwhile: nobody approves what they wrote.
    [Fact]
    public async Task Approve_OwnOutcome_IsNotAllowed()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        await Desk.SubmitAsync(_slug, Id, 1, Form(), _editor, Cancellation);
        await _store.ChangeAccountAsync(_editor, account => account.Role = AccountRole.Administrator);

        Assert.IsType<SaveResult.NotAllowed>(await Desk.ApproveAsync(await StoredAsync(), _editor, Cancellation));
        Assert.IsType<OutcomeSave.NotAllowed>(await Desk.ReturnAsync(_slug, Id, "Mine.", _editor, Cancellation));
        Assert.Equal(OutcomeState.Submitted, (await StoredAsync()).State);
    }

    [Fact]
    public async Task Return_SubmittedOutcome_IsItsAuthorsAgainWithTheReason()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        await Desk.SubmitAsync(_slug, Id, 1, Form(), _editor, Cancellation);
        // While it waits, its author does not change it.
        Assert.IsType<OutcomeSave.Gone>(await Desk.KeepAsync(_slug, Id, 3, Form(), _editor, Cancellation));

        Assert.IsType<OutcomeSave.Refused>(await Desk.ReturnAsync(_slug, Id, " ", _manager, Cancellation));
        Assert.IsType<OutcomeSave.NotAllowed>(await Desk.ReturnAsync(_slug, Id, "No.", _editor, Cancellation));
        Assert.IsType<OutcomeSave.Kept>(await Desk.ReturnAsync(_slug, Id, "Which source?", _manager, Cancellation));

        var returned = Assert.Single(await Desk.ListAsync(_slug, _editor, Cancellation));
        Assert.Equal((OutcomeState.Returned, "Which source?", "Mia"), (returned.State, returned.ReturnReason, returned.DecidedBy));
        Assert.IsType<OutcomeSave.Kept>(await Desk.KeepAsync(_slug, Id, returned.Version, Form(), _editor, Cancellation));
    }

    [Fact]
    public async Task Withdraw_SubmittedOutcome_IsItsAuthorsAgain()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        await Desk.SubmitAsync(_slug, Id, 1, Form(), _editor, Cancellation);

        Assert.IsType<OutcomeSave.Gone>(await Desk.WithdrawAsync(_slug, Id, _manager, Cancellation));
        Assert.IsType<OutcomeSave.Kept>(await Desk.WithdrawAsync(_slug, Id, _editor, Cancellation));

        Assert.Empty(await Desk.ListAsync(_slug, _manager, Cancellation));
        Assert.Equal(OutcomeState.Draft, (await StoredAsync()).State);
        // What the manager looked at is not what the author now has.
        var looked = await StoredAsync();
        looked.Version--;
        Assert.IsType<SaveResult.Refused>(await Desk.ApproveAsync(looked, _manager, Cancellation));
    }

    [Fact]
    public async Task Submit_FaultyOutcome_IsRefusedAtItsField()
    {
        await RestartWithApprovalAsync();
        var form = Form();
        form.Steps[0].IssueKey = null;
        await KeepAsync(form);

        var refused = Assert.IsType<OutcomeSave.Refused>(await Desk.SubmitAsync(_slug, Id, 1, form, _editor, Cancellation));

        Assert.Contains(refused.Errors, e => e.Path == "steps[0].issue");
    }

    [Theory]
    [InlineData(AccountRole.Viewer, false)]
    [InlineData(AccountRole.Editor, true)]
    [InlineData(AccountRole.Manager, true)]
    [InlineData(AccountRole.Administrator, true)]
    public async Task Keep_EachRole_IsAllowedFromEditorOn(AccountRole role, bool may)
    {
        var account = await _store.AddAccountAsync(role);

        var result = await Desk.KeepAsync(_slug, Guid.NewGuid(), 0, Form(), account, Cancellation);

        Assert.Equal(may, result is OutcomeSave.Kept);
    }

    private static OutcomeForm Form() => new()
    {
        NewRound = new RoundForm { Title = "Vienna talks", StartsOn = RecordBuilder.Day(5), EndsOn = RecordBuilder.Day(6), State = RoundState.Held },
        Sources = [Statement()],
        Steps = [Step("issue-1"), Step("issue-2"), Step("issue-3")],
    };

    private static SourceForm Statement() => new()
    {
        Key = "new-1", Publisher = "Both delegations", Headline = "Joint statement", DateAsPrinted = "6 January",
        PublishedOn = RecordBuilder.Day(6), Reliability = Reliability.B,
    };

    private static CitationForm Cited(string locator) => new() { SourceKey = "new-1", Locator = locator };

    private static StatusEventForm Step(string issue) => new()
    {
        IssueKey = issue, DyadKey = RecordBuilder.DefaultDyad, Level = Level.AgreedInPrinciple, Basis = Basis.OnRecord, Rationale = "Both said so.",
        Citations = [Cited("P2")],
    };

    private async Task KeepAsync(OutcomeForm form)
    {
        var kept = Assert.IsType<OutcomeSave.Kept>(await Desk.KeepAsync(_slug, Id, 0, form, _editor, Cancellation));
        Assert.Equal(1, kept.Version);
    }

    private async Task<Outcome> StoredAsync()
    {
        await using var context = _store.NewContext();
        return await context.Outcomes.AsNoTracking().SingleAsync(Cancellation);
    }

    private async Task RestartWithApprovalAsync()
    {
        await _store.DisposeAsync();
        await StartAsync(approval: true);
    }

    private async Task StartAsync(bool approval)
    {
        var record = new RecordBuilder().Issues(5, Level.Disputed).Build();
        record = record with { Negotiation = record.Negotiation with { RequiresApproval = approval } };
        _slug = record.Negotiation.Slug;
        _store = await TestStore.StartAsync(record);
        _editor = await _store.AddAccountAsync(AccountRole.Editor, "Ada");
        _manager = await _store.AddAccountAsync(AccountRole.Manager, "Mia");
    }
}
