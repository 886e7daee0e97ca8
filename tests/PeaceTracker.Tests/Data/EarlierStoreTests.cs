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
}
