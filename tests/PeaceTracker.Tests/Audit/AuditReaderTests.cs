using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data.Mapping;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Audit;

[OnEveryDatabase]
public class AuditReaderTests : IAsyncLifetime
{
    private static readonly string StatusEvents = RecordSections.Of<StatusEvent>().Name;
    private TestStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Day by day: 2 Ada edits, 3 Grace is refused, 4 Ada edits, 5 somebody fails to sign in. The seed comes in whenever the test runs.
    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.StartAsync(new RecordBuilder().Issues(1, Level.Disputed).Build());
        await using var context = _store.NewContext();
        foreach (var (number, day, what) in new[] { (2, 2, "issue-edited"), (3, 4, "party-added") })
        {
            var change = context.Add(
                new Change { Number = number, RecordedAt = RecordBuilder.At(day), RecordedBy = "Ada", What = what, Summary = $"Day {day}." });
            change.Property(RecordMapping.NegotiationId).CurrentValue = 1;
        }

        context.Add(
            new SecurityEvent
            {
                RecordedAt = RecordBuilder.At(3), Kind = "save-refused", Who = "Grace", Trace = new() { From = "192.0.2.1" }, Detail = "Day 3.",
            });
        context.Add(
            new SecurityEvent
            {
                RecordedAt = RecordBuilder.At(5), Kind = "sign-in-failed", Who = "", Trace = new() { Address = "x@example.org" },
            });
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
        Assert.Equal(["Day 3."], await TextsAsync(new AuditFilter(Kinds: ["save-refused"])));
        Assert.Equal(["Day 3."], await TextsAsync(new AuditFilter(Kinds: ["save-refused", "no-such"])));
        Assert.Equal(["", "Day 3."], await TextsAsync(new AuditFilter(AuditPart.Security)));
        // The first and the last day count whole.
        Assert.Equal(["Day 4.", "Day 3."], await TextsAsync(new AuditFilter(First: RecordBuilder.Day(3), Last: RecordBuilder.Day(4))));
        Assert.Empty(await TextsAsync(new AuditFilter(Slugs: ["no-such"], Last: RecordBuilder.Day(31))));
        Assert.Equal(3, (await TextsAsync(new AuditFilter(AuditPart.Changes))).Count);
    }

    // Ada's account under an earlier name, and a wrong password on it: found by the name that it has now.
    [Fact]
    public async Task Read_Person_HasWhatHappenedToTheirAccountUnderWhateverName()
    {
        var ada = await _store.AddAccountAsync(AccountRole.Editor, "Ada");
        await using (var context = _store.NewContext())
        {
            context.Add(
                new SecurityEvent
                {
                    RecordedAt = RecordBuilder.At(6), Kind = "sign-in-failed", AccountId = ada, Who = "A. Earlier", Detail = "Day 6.",
                });
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(["Day 6.", "Day 4.", "Day 2."], await TextsAsync(new AuditFilter(Who: "Ada")));
    }

    [Fact]
    public async Task Read_LastDayOfTheCalendar_IsNoFault() =>
        Assert.Equal(5, (await TextsAsync(new AuditFilter(First: DateOnly.MinValue, Last: DateOnly.MaxValue))).Count);

    [Fact]
    public async Task Read_ChangeOfRowsByAnothersAccount_NamesBoth()
    {
        var manager = await _store.AddAccountAsync(AccountRole.Manager, "Mia");
        await using (var context = _store.NewContext())
        {
            var change = context.Add(
                new Change
                {
                    Number = 4, RecordedAt = RecordBuilder.At(6), RecordedBy = "Ada", AccountId = manager, What = "outcome-published",
                    Summary = "Day 6.",
                });
            change.Property(RecordMapping.NegotiationId).CurrentValue = 1;
            await context.SaveChangesAsync(Cancellation);
            foreach (var (position, key) in new[] { (2, "second"), (1, "first") })
            {
                var row = context.Add(
                    new RowChange { ChangeNumber = change.Entity.Number, Position = position, Section = StatusEvents, Key = key, After = "{}" });
                row.Property(RecordMapping.NegotiationId).CurrentValue = 1;
            }

            await context.SaveChangesAsync(Cancellation);
        }

        var (entries, total) = await _store.Audit.ReadAsync(new AuditFilter(Who: "Mia"), 0, 10, Cancellation);

        var entry = Assert.Single(entries);
        Assert.Equal((1, "Ada", "Mia"), (total, entry.Who, entry.Account));
        Assert.Equal([new AuditRow(StatusEvents, "first"), new AuditRow(StatusEvents, "second")], entry.Rows);
    }

    // "Grace" was refused without an account, and x@example.org is what a stranger typed.
    [Fact]
    public async Task People_Store_AreThoseWhoRecordedOrHaveAnAccount() =>
        Assert.Equal(["Ada", "seed"], await _store.Audit.PeopleAsync(Cancellation));

    [Fact]
    public async Task Export_FewerThanFit_SaysThatItIsCut()
    {
        var (entries, total) = await _store.Audit.ReadAsync(new AuditFilter(Last: RecordBuilder.Day(31)), 0, 3, Cancellation);

        var cut = AuditExport.Of(entries, total, [("to", "2026-01-31"), ("who", null)], RecordBuilder.At(9), "http://here/admin/audit");
        var whole = AuditExport.Of(entries, 3, [], RecordBuilder.At(9), "http://here/admin/audit");

        Assert.Equal("Cut: the newest 3 of 4 matching entries. Set days to get the others.", cut.About.Single(a => a.Name == "complete").Text);
        Assert.Equal("to: 2026-01-31", cut.About.Single(a => a.Name == "filters").Text);
        Assert.Equal("All matching entries.", whole.About.Single(a => a.Name == "complete").Text);
        Assert.Equal(3, cut.Rows.Count);
    }

    [Fact]
    public async Task Kinds_Store_AreThoseThatOccur() =>
        Assert.Equal(
            ["issue-edited", "negotiation-added", "party-added", "save-refused", "sign-in-failed"], await _store.Audit.KindsAsync(Cancellation));

    private async Task<IReadOnlyList<string>> TextsAsync(AuditFilter filter, int skip = 0, int take = 10) =>
        [.. (await _store.Audit.ReadAsync(filter, skip, take, Cancellation)).Entries.Select(e => e.Text)];
}
