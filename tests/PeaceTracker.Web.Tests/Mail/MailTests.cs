using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Mail;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Mail;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Tests.Mail;

/// <summary>A store with a board of five issues, somebody who reads and somebody who keeps it, a mail server, and a clock.</summary>
public abstract class MailTests : IAsyncLifetime
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // A Tuesday; daily mails are made at 06:00 UTC.
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 20, 12, 0, 0, TimeSpan.Zero));

    protected MailServer Server { get; } = new();

    protected TestStore Store { get; private set; } = null!;

    protected string Manager { get; private set; } = "";

    protected string Reader { get; private set; } = "";

    protected MailSending Sending => Store.Services.GetRequiredService<MailSending>();

    protected Follows Follows => Store.Services.GetRequiredService<Follows>();

    protected Outbox Outbox => Store.Services.GetRequiredService<Outbox>();

    public async ValueTask InitializeAsync()
    {
        Store = await TestStore.StartAsync(new RecordBuilder().Issues(5, Level.Disputed).Build(), Configure);
        Manager = await Store.AddAccountAsync(AccountRole.Manager, "Mara");
        Reader = await Store.AddAccountAsync(AccountRole.Viewer, "Ada");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Store.DisposeAsync();
        Server.Dispose();
    }

    protected void Configure(IServiceCollection services)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PeaceTracker:Mail:Host"] = "127.0.0.1", ["PeaceTracker:Mail:Port"] = Server.Port.ToString(CultureInfo.InvariantCulture),
            ["PeaceTracker:Mail:Security"] = "None", ["PeaceTracker:Mail:From"] = "board@example.org",
            ["PeaceTracker:PublicAddress"] = "https://board.example.org/tracker",
        }).Build();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging();
        services.AddWords();
        services.AddPeaceTrackerAccounts(configuration);
        services.AddPeaceTrackerMail(configuration);
        services.AddSingleton<Digest>();
        services.AddSingleton<MailSending>();
    }

    protected Task<bool> FollowAsync(FollowKind kind, string key = "", FollowFrequency frequency = FollowFrequency.AtOnce) =>
        Follows.AddAsync(Reader, RecordBuilder.Slug, kind, key, frequency, Cancellation);

    protected Task<long> MoveAsync(string issue, Level level) => SaveAsync(new AddEntry<StatusEvent>(RecordBuilder.Slug, new StatusEvent
    {
        Key = "", IssueKey = issue, DyadKey = RecordBuilder.DefaultDyad, Level = level, Basis = Basis.OnRecord, Rationale = "Both sides said so.",
        Citations = [RecordBuilder.Cited], OccurredOn = RecordBuilder.Day(5), RecordedAt = default,
    }));

    protected async Task<long> SaveAsync(BoardCommand command) => Assert.IsType<SaveResult.Saved>(
        await Store.Services.GetRequiredService<BoardEditor>().RunAsync(command, Manager, Cancellation)).ChangeNumber;

    protected async Task<string> AddressAsync(string accountId)
    {
        await using var context = Store.NewContext();
        return (await context.Accounts.SingleAsync(account => account.Id == accountId, Cancellation)).Email!;
    }
}
