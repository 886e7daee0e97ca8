using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data.Mapping;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Accounts;

public class AuditReaderTests : IAsyncLifetime
{
    private TestStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Day by day: 2 Ada edits, 3 Grace is refused, 4 Ada edits, 5 somebody fails to sign in. The seed comes in whenever the test runs.
    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.StartAsync(new RecordBuilder().Issues(1, Level.Disputed).Build());
        await using var context = _store.NewContext();
        foreach (var (day, what) in new[] { (2, "issue-edited"), (4, "party-added") })
        {
            var change = context.Add(new Change { RecordedAt = RecordBuilder.At(day), RecordedBy = "Ada", What = what, Summary = $"Day {day}." });
            change.Property(RecordMapping.NegotiationId).CurrentValue = 1;
        }

        context.Add(new SecurityEvent { RecordedAt = RecordBuilder.At(3), Kind = "save-refused", Who = "Grace", From = "192.0.2.1", Detail = "Day 3." });
        context.Add(new SecurityEvent { RecordedAt = RecordBuilder.At(5), Kind = "sign-in-failed", Who = "x@example.org" });
        await context.SaveChangesAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Read_PageByPage_MergesBothNewestFirst()
    {
        var days = new AuditFilter(Last: RecordBuilder.Day(31));

        Assert.Equal(["", "Day 4."], await TextsAsync(days, 0, 2));
        Assert.Equal(["Day 3.", "Day 2."], await TextsAsync(days, 2, 2));
        Assert.Equal(4, (await _store.Audit.ReadAsync(days, 0, 2, Cancellation)).Total);
    }

    [Fact]
    public async Task Read_EachFilter_KeepsWhatFits()
    {
        Assert.Equal(["Day 4.", "Day 2."], await TextsAsync(new AuditFilter(Who: "Ada")));
        Assert.Equal(["Day 3."], await TextsAsync(new AuditFilter(Kind: "save-refused")));
        Assert.Equal(["", "Day 3."], await TextsAsync(new AuditFilter(AuditOf.Security)));
        // The first and the last day count whole.
        Assert.Equal(["Day 4.", "Day 3."], await TextsAsync(new AuditFilter(First: RecordBuilder.Day(3), Last: RecordBuilder.Day(4))));
        Assert.Empty(await TextsAsync(new AuditFilter(Slug: "no-such", Last: RecordBuilder.Day(31))));
        Assert.Equal(3, (await TextsAsync(new AuditFilter(AuditOf.Changes))).Count);
    }

    [Fact]
    public async Task Kinds_Store_AreThoseThatOccur() =>
        Assert.Equal(["issue-edited", "negotiation-added", "party-added", "save-refused", "sign-in-failed"], await _store.Audit.KindsAsync(Cancellation));

    private async Task<IReadOnlyList<string>> TextsAsync(AuditFilter filter, int skip = 0, int take = 10) =>
        [.. (await _store.Audit.ReadAsync(filter, skip, take, Cancellation)).Entries.Select(e => e.Text)];
}
