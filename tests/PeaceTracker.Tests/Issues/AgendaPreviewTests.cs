using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Issues;

[OnEveryDatabase]
public class AgendaPreviewTests
{
    // The method's worked value: dropping 8 open issues from 28 with 18 agreed raises the share by 25.7 points, from 64.3% to 90%.
    [Fact]
    public async Task Of_EightOpenIssuesDropped_RaisesTheShareByScopeAlone()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var record = new RecordBuilder().Issues(18, Level.AgreedInPrinciple).Issues(10, Level.Disputed).Build();
        await using var store = await TestStore.StartAsync(record);
        var before = record.AgendaVersions[0];
        var form = AgendaVersionForm.After(before);
        form.ScopeChanges = [new() { Kind = ScopeChangeKind.Dropped, FromIssueKeys = [.. before.IssueKeys.Skip(20)] }];
        form.Arrange(before);
        (form.Title, form.InForceFrom) = ("20 points", RecordBuilder.Day(9));
        var check = new FormCheck();
        var command = new AddRow<AgendaVersion>(record.Negotiation.Slug, form.ToRow(2, check)) { FormErrors = check.Errors };

        var (then, refusal) = await store.Services.GetRequiredService<BoardEditor>().PreviewAsync(command, cancellation);
        var now = await store.Boards.FindAsync(record.Negotiation.Slug, cancellation);
        var preview = AgendaPreview.Of(now!, then!, RecordBuilder.Day(9));

        Assert.Null(refusal);
        Assert.Equal(("18 of 28 (64.3%)", "18 of 20 (90%)"), (preview.Agreed.From.ToString(), preview.Agreed.To.ToString()));
        Assert.Equal(Ratio.Zero, preview.Agreed.StatusEffect);
        Assert.Equal(new Ratio(18, 20) - new Ratio(18, 28), preview.Agreed.ScopeEffect);
        Assert.Equal((0, 8), (preview.Agreed.Added.Count, preview.Agreed.Removed.Count));
        // Nothing was written: the board is what it was.
        Assert.Single((await store.Boards.FindAsync(record.Negotiation.Slug, cancellation))!.Record.AgendaVersions);
    }
}
