using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

/// <summary>What a store of an earlier version holds, once it is brought up to date.</summary>
public class EarlierStoreTests
{
    [Fact]
    public async Task Migrate_StoreFromBeforeBoardsWerePublished_ItsBoardsArePublished()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = folder.Path });
        await using var context = await services.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContextAsync(cancellation);
        var migrator = context.GetService<IMigrator>();
        await migrator.MigrateAsync("20261127030226_Moments", cancellation);
        TestStore.Execute(
            Path.Combine(folder.Path, "peacetracker.db"),
            """
            INSERT INTO Negotiations
                (Slug, Title, Description, Fictional, StartedOn, StalenessDays, RequiresApproval, TimeZone, Earlier, ChangeNumber)
            VALUES ('old', 'Old talks', 'From before.', 0, '2026-01-01', 30, 0, 'UTC', '[]', 1)
            """);

        await migrator.MigrateAsync(cancellationToken: cancellation);

        Assert.True((await context.Negotiations.SingleAsync(cancellation)).IsPublished);
    }

    [Fact]
    public async Task Migrate_SecurityEventsThatHoldAddresses_KeepThemApartAndForgetWhatWasTypedAndIsNone()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = folder.Path });
        await using var context = await services.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContextAsync(cancellation);
        var migrator = context.GetService<IMigrator>();
        await migrator.MigrateAsync("20261127152506_KeptForms", cancellation);
        TestStore.Execute(
            Path.Combine(folder.Path, "peacetracker.db"),
            """
            INSERT INTO SecurityEvents (Number, RecordedAt, Kind, AccountId, Who, "From", Detail) VALUES
                (1, '2026-01-01 00:00:00', 'signed-in', 'a', 'Ada', '192.0.2.1', 'With a password.'),
                (2, '2026-01-01 00:00:00', 'sign-in-failed', NULL, 'nobody@example.org', '192.0.2.2', NULL),
                (3, '2026-01-01 00:00:00', 'sign-in-failed', NULL, 'my secret password', NULL, NULL),
                (4, '2026-01-01 00:00:00', 'sign-in-failed', 'a', 'Ada', NULL, 'As ada@example.org.'),
                (5, '2026-01-01 00:00:00', 'role-changed', NULL, 'command line', NULL, 'Ada: Editor to Viewer'),
                (6, '2026-01-01 00:00:00', 'account-made', 'b', 'Eve', '192.0.2.3', 'eve@example.org as Editor')
            """);

        await migrator.MigrateAsync(cancellationToken: cancellation);

        var events = await context.SecurityEvents.Include(row => row.Trace).OrderBy(row => row.Number).ToListAsync(cancellation);
        Assert.Equal(
            [
                ("Ada", "192.0.2.1", null, "With a password."), ("", "192.0.2.2", "nobody@example.org", null), ("", null, null, null),
                ("Ada", null, null, null), ("command line", null, null, "Ada: Editor to Viewer"),
                ("Eve", "192.0.2.3", "eve@example.org", "As Editor."),
            ],
            events.Select(row => (row.Who, row.Trace?.From, row.Trace?.Address, row.Detail)));
    }
}
