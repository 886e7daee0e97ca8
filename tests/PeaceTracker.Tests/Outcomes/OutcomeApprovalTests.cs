using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Outcomes;

[OnEveryDatabase]
public class OutcomeApprovalTests : OutcomeDeskTest
{
    [Fact]
    public async Task Approve_SubmittedOutcome_IsPublishedUnderTheAuthorsName()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        Assert.IsType<SaveResult.Refused>(await Desk.PublishAsync(Slug, Id, 1, Form(), Editor, Cancellation));
        Assert.IsType<OutcomeSave.Kept>(await Desk.SubmitAsync(Slug, Id, 1, Form(), Editor, Cancellation));
        var waiting = Assert.Single(await Desk.ListAsync(Slug, Manager, Cancellation));

        Assert.IsType<SaveResult.Saved>(await Desk.ApproveAsync(waiting, Manager, Cancellation));

        var record = (await Store.Boards.FindAsync(Slug, Cancellation))!.Record;
        Assert.Equal("Ada", record.StatusEvents[^1].RecordedBy);
        await using var context = Store.NewContext();
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
        await Desk.SubmitAsync(Slug, Id, 1, Form(), Editor, Cancellation);
        await Store.ChangeAccountAsync(Editor, account => account.Role = AccountRole.Administrator);

        Assert.IsType<SaveResult.NotAllowed>(await Desk.ApproveAsync(await StoredAsync(), Editor, Cancellation));
        Assert.IsType<OutcomeSave.NotAllowed>(await Desk.ReturnAsync(Slug, Id, "Mine.", Editor, Cancellation));
        Assert.Equal(OutcomeState.Submitted, (await StoredAsync()).State);
    }

    [Fact]
    public async Task Return_SubmittedOutcome_IsItsAuthorsAgainWithTheReason()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        await Desk.SubmitAsync(Slug, Id, 1, Form(), Editor, Cancellation);
        // While it waits, its author does not change it.
        Assert.IsType<OutcomeSave.Gone>(await Desk.KeepAsync(Slug, Id, 3, Form(), Editor, Cancellation));

        Assert.IsType<OutcomeSave.Refused>(await Desk.ReturnAsync(Slug, Id, " ", Manager, Cancellation));
        Assert.IsType<OutcomeSave.NotAllowed>(await Desk.ReturnAsync(Slug, Id, "No.", Editor, Cancellation));
        Assert.IsType<OutcomeSave.Kept>(await Desk.ReturnAsync(Slug, Id, "Which source?", Manager, Cancellation));

        var returned = Assert.Single(await Desk.ListAsync(Slug, Editor, Cancellation));
        Assert.Equal((OutcomeState.Returned, "Which source?", "Mia"), (returned.State, returned.ReturnReason, returned.DecidedBy));
        Assert.IsType<OutcomeSave.Kept>(await Desk.KeepAsync(Slug, Id, returned.Version, Form(), Editor, Cancellation));
    }

    // By name and reason it would be hers; that it is her own comes first.
    [Fact]
    public async Task Return_OwnOutcomeThatANamesakeReturned_IsNotAllowed()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        await Desk.SubmitAsync(Slug, Id, 1, Form(), Editor, Cancellation);
        var namesake = await Store.AddAccountAsync(AccountRole.Manager, "Ada");
        Assert.IsType<OutcomeSave.Kept>(await Desk.ReturnAsync(Slug, Id, "Which source?", namesake, Cancellation));
        await Store.ChangeAccountAsync(Editor, account => account.Role = AccountRole.Manager);

        Assert.IsType<OutcomeSave.NotAllowed>(await Desk.ReturnAsync(Slug, Id, "Which source?", Editor, Cancellation));
        Assert.IsType<OutcomeSave.Kept>(await Desk.ReturnAsync(Slug, Id, "Which source?", namesake, Cancellation));
    }

    [Fact]
    public async Task Return_RehearsedWhileSomebodyWrites_IsAnsweredAndChangesNothing()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        await Desk.SubmitAsync(Slug, Id, 1, Form(), Editor, Cancellation);
        await using var turn = await Store.Services.GetRequiredService<WriteGate>().EnterAsync(Cancellation);

        Assert.IsType<OutcomeSave.Kept>(await Desk.ReturnAsync(Slug, Id, "Which source?", Manager, Cancellation, rehearsal: true));

        Assert.Equal(OutcomeState.Submitted, (await StoredAsync()).State);
    }

    [Fact]
    public async Task Withdraw_SubmittedOutcome_IsItsAuthorsAgain()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        await Desk.SubmitAsync(Slug, Id, 1, Form(), Editor, Cancellation);

        Assert.IsType<OutcomeSave.Gone>(await Desk.WithdrawAsync(Slug, Id, Manager, Cancellation));
        Assert.IsType<OutcomeSave.Kept>(await Desk.WithdrawAsync(Slug, Id, Editor, Cancellation));

        Assert.Empty(await Desk.ListAsync(Slug, Manager, Cancellation));
        Assert.Equal(OutcomeState.Draft, (await StoredAsync()).State);
        // What the manager looked at is not what the author now has.
        var looked = await StoredAsync();
        looked.Version--;
        Assert.IsType<SaveResult.Refused>(await Desk.ApproveAsync(looked, Manager, Cancellation));
    }

    [Fact]
    public async Task Submit_FaultyOutcome_IsRefusedAtItsField()
    {
        await RestartWithApprovalAsync();
        var form = Form();
        form.StatusEvents[0].IssueKey = null;
        await KeepAsync(form);

        var refused = Assert.IsType<OutcomeSave.Refused>(await Desk.SubmitAsync(Slug, Id, 1, form, Editor, Cancellation));

        Assert.Contains(refused.Errors, e => e.Path == "statusEvents[0].issue");
    }
}
