using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Outcomes;

[OnEveryDatabase]
public class OutcomeDeskTests : OutcomeDeskTest
{
    [Fact]
    public async Task Publish_CompleteOutcome_IsOneChangeWithRoundStatusEventsAndNewSource()
    {
        await KeepAsync(Form());

        var saved = Assert.IsType<SaveResult.Saved>(await Desk.PublishAsync(Slug, Id, 1, Form(), Editor, Cancellation));

        var record = (await Store.Boards.FindAsync(Slug, Cancellation))!.Record;
        Assert.Equal("Vienna talks", Assert.Single(record.Rounds).Title);
        Assert.Equal(["issue-1", "issue-2", "issue-3"], record.StatusEvents.TakeLast(3).Select(e => e.IssueKey));
        Assert.All(record.StatusEvents.TakeLast(3), entry =>
        {
            // Round and day are the round's, and the source is the new one by its real key.
            Assert.Equal(("vienna-talks", RecordBuilder.Day(6)), (entry.RoundKey, entry.OccurredOn));
            Assert.Equal("joint-statement", Assert.Single(entry.Citations).SourceKey);
        });
        // Source, round and three status events.
        Assert.Equal(5, saved.Rows.Count);
        var outcome = await StoredAsync();
        Assert.Equal((OutcomeState.Published, saved.ChangeNumber), (outcome.State, outcome.ChangeNumber));
        var own = await Store.Services.GetRequiredService<OwnChanges>().LastAsync(Slug, Editor, Cancellation);
        Assert.Equal("Vienna talks: 3 status events.", own!.Change.Summary);
    }

    // All of it by one press: what it added is retracted, and the board is as before. Source, round and three status events.
    [Fact]
    public async Task TakeBack_APublishedOutcome_TakesAllOfItBack()
    {
        var before = (await Store.Boards.FindAsync(Slug, Cancellation))!;
        await KeepAsync(Form());
        Assert.IsType<SaveResult.Saved>(await Desk.PublishAsync(Slug, Id, 1, Form(), Editor, Cancellation));
        var own = (await Store.Services.GetRequiredService<OwnChanges>().LastAsync(Slug, Editor, Cancellation))!;

        var saved = Assert.IsType<SaveResult.Saved>(await Store.Services.GetRequiredService<BoardEditor>().RunAsync(
            new TakeBack(Slug, own.Change.Number, own.Change.Summary, own.Rows), Editor, Cancellation));

        Assert.Equal(5, saved.Rows.Count);
        var (then, now) = (before.AsOf(RecordBuilder.Day(9)), (await Store.Boards.FindAsync(Slug, Cancellation))!.AsOf(RecordBuilder.Day(9)));
        Assert.Equal(then.Issues.Select(i => (i.Issue.Key, i.Level)), now.Issues.Select(i => (i.Issue.Key, i.Level)));
        Assert.Empty(now.Rounds);
        Assert.All(now.Board.Record.Sources, source => Assert.Equal(source.Headline == "Joint statement", source.Retracted is not null));
    }

    [Fact]
    public async Task Publish_RoundDraftAndOffer_CarryWhoRecordedThem()
    {
        var form = Form();
        form.DraftVersions = [new() { NewDraftTitle = "Joint text", Citations = [Cited("P3")] }];
        form.Offers = [new() { Title = "Free passage", ByPartyKey = "a", Validity = Validity.OpenEnded, Citations = [Cited("P4")] }];
        await KeepAsync(form);

        Assert.IsType<SaveResult.Saved>(await Desk.PublishAsync(Slug, Id, 1, form, Editor, Cancellation));

        var record = (await Store.Boards.FindAsync(Slug, Cancellation))!.Record;
        Assert.Equal(["Ada", "Ada", "Ada"], [record.Rounds[0].RecordedBy, record.Drafts[0].Versions[0].RecordedBy, record.Offers[0].RecordedBy]);
    }

    [Fact]
    public async Task Publish_FaultInTheThirdStatusEvent_NamesItsFieldAndWritesNothing()
    {
        var form = Form();
        (form.StatusEvents[2].Level, form.StatusEvents[2].Rationale) = (null, new string('x', 1001));
        await KeepAsync(form);

        var refused = Assert.IsType<SaveResult.Refused>(await Desk.PublishAsync(Slug, Id, 1, form, Editor, Cancellation));

        Assert.Equal(["statusEvents[2].level", "statusEvents[2].rationale"], refused.Errors.Select(e => e.Path).Order());
        var record = (await Store.Boards.FindAsync(Slug, Cancellation))!.Record;
        Assert.Empty(record.Rounds);
        Assert.Equal(5, record.StatusEvents.Count);
        Assert.Equal(OutcomeState.Draft, (await StoredAsync()).State);
    }

    [Fact]
    public async Task Publish_EmptyForm_IsRefused()
    {
        await KeepAsync(new OutcomeForm());

        Assert.IsType<SaveResult.Refused>(await Desk.PublishAsync(Slug, Id, 1, new OutcomeForm(), Editor, Cancellation));
    }

    [Fact]
    public async Task Publish_SecondClick_SavesOnce()
    {
        await KeepAsync(Form());

        var both = await Task.WhenAll(
            Desk.PublishAsync(Slug, Id, 1, Form(), Editor, Cancellation), Desk.PublishAsync(Slug, Id, 1, Form(), Editor, Cancellation));

        Assert.Equivalent(both[0], both[1], strict: true);
        Assert.Equal(8, (await Store.Boards.FindAsync(Slug, Cancellation))!.Record.StatusEvents.Count);
    }

    [Fact]
    public async Task Keep_TypedText_IsThereAgainAfterAnotherStart()
    {
        var form = Form();
        form.StatusEvents[0].Rationale = "Half a sent";
        await KeepAsync(form);

        await using var later = TestStore.Provide(Store.Options);
        var found = await later.GetRequiredService<OutcomeDesk>().FindAsync(Slug, Id, Editor, Cancellation);

        Assert.Equal("Half a sent", OutcomeForm.Read(found!.Form).StatusEvents[0].Rationale);
        Assert.Equal(("Vienna talks", 1), (found.Title, found.Version));
    }

    [Fact]
    public async Task Keep_TwoWindows_DoNotOverwriteEachOther()
    {
        await KeepAsync(Form());
        Assert.IsType<OutcomeSave.Kept>(await Desk.KeepAsync(Slug, Id, 1, Form(), Editor, Cancellation));

        var second = await Desk.KeepAsync(Slug, Id, 1, new OutcomeForm(), Editor, Cancellation);

        Assert.Equal(2, Assert.IsType<OutcomeSave.ElsewhereToo>(second).Version);
        Assert.Equal(3, OutcomeForm.Read((await StoredAsync()).Form).StatusEvents.Count);
    }

    [Fact]
    public async Task Discard_OwnDraft_IsListedNoMoreAndCannotBePublished()
    {
        await KeepAsync(Form());
        Assert.Single(await Desk.ListAsync(Slug, Editor, Cancellation));
        Assert.Empty(await Desk.ListAsync(Slug, Manager, Cancellation));

        Assert.IsType<OutcomeSave.Gone>(await Desk.DiscardAsync(Slug, Id, Manager, Cancellation));
        Assert.IsType<OutcomeSave.Kept>(await Desk.DiscardAsync(Slug, Id, Editor, Cancellation));

        Assert.Empty(await Desk.ListAsync(Slug, Editor, Cancellation));
        Assert.IsType<SaveResult.Refused>(await Desk.PublishAsync(Slug, Id, 2, Form(), Editor, Cancellation));
        // What was refused at the last moment left nothing behind.
        await using var context = Store.NewContext();
        Assert.Equal((1, 0), (await context.Changes.CountAsync(Cancellation), await context.RowChanges.CountAsync(Cancellation)));
        Assert.Equal(5, (await Store.Boards.FindAsync(Slug, Cancellation))!.Record.StatusEvents.Count);
    }

    [Theory]
    [InlineData(AccountRole.Viewer, false)]
    [InlineData(AccountRole.Editor, true)]
    [InlineData(AccountRole.Manager, true)]
    [InlineData(AccountRole.Administrator, true)]
    public async Task Keep_EachRole_IsAllowedFromEditorOn(AccountRole role, bool may)
    {
        var account = await Store.AddAccountAsync(role);

        var result = await Desk.KeepAsync(Slug, Guid.NewGuid(), 0, Form(), account, Cancellation);

        Assert.Equal(may, result is OutcomeSave.Kept);
    }
}
