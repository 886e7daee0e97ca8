using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Outcomes;

/// <summary>A store with a desk for outcomes, an editor and a manager, and the form of an outcome in which nothing is missing.</summary>
public abstract class OutcomeDeskTest : IAsyncLifetime
{
    protected static readonly Guid Id = new("5b0a4b5e-0000-4000-8000-000000000001");

    protected TestStore Store { get; private set; } = null!;

    protected string Slug { get; private set; } = "";

    protected string Editor { get; private set; } = "";

    protected string Manager { get; private set; } = "";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected OutcomeDesk Desk => Store.Services.GetRequiredService<OutcomeDesk>();

    public async ValueTask InitializeAsync() => await StartAsync(approval: false);

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    protected static OutcomeForm Form() => new()
    {
        NewRound = new RoundForm { Title = "Vienna talks", StartsOn = RecordBuilder.Day(5), EndsOn = RecordBuilder.Day(6), State = RoundState.Held },
        Sources = [Statement()],
        StatusEvents = [Event("issue-1"), Event("issue-2"), Event("issue-3")],
    };

    protected static SourceForm Statement() => new()
    {
        Key = "new-1", Publisher = "Both delegations", Headline = "Joint statement", DateAsPrinted = "6 January",
        PublishedOn = RecordBuilder.Day(6), Reliability = Reliability.B,
    };

    protected static CitationForm Cited(string locator) => new() { SourceKey = "new-1", Locator = locator };

    protected static StatusEventForm Event(string issue) => new()
    {
        IssueKey = issue, DyadKey = RecordBuilder.DefaultDyad, Level = Level.AgreedInPrinciple, Basis = Basis.OnRecord, Rationale = "Both said so.",
        Citations = [Cited("P2")],
    };

    protected async Task KeepAsync(OutcomeForm form)
    {
        var kept = Assert.IsType<OutcomeSave.Kept>(await Desk.KeepAsync(Slug, Id, 0, form, Editor, Cancellation));
        Assert.Equal(1, kept.Version);
    }

    protected async Task<Outcome> StoredAsync()
    {
        await using var context = Store.NewContext();
        return await context.Outcomes.AsNoTracking().SingleAsync(Cancellation);
    }

    protected async Task RestartWithApprovalAsync()
    {
        await Store.DisposeAsync();
        await StartAsync(approval: true);
    }

    private async Task StartAsync(bool approval)
    {
        var record = new RecordBuilder().Issues(5, Level.Disputed).Build();
        record = record with { Negotiation = record.Negotiation with { RequiresApproval = approval } };
        Slug = record.Negotiation.Slug;
        Store = await TestStore.StartAsync(record);
        Editor = await Store.AddAccountAsync(AccountRole.Editor, "Ada");
        Manager = await Store.AddAccountAsync(AccountRole.Manager, "Mia");
    }
}
