using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pages;

/// <summary>No page at a change has a dead link, also where what it names was taken off the board since, or came only then.</summary>
public sealed class CitedLinkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_AtChanges_LeadSomewhere()
    {
        await using var host = new TrackerHost { WithExample = true };
        var newest = await TakeOffAsync(host);

        // Before the rows were taken off, in the middle of it, and after; on a day of the talks and on the last.
        foreach (var moment in new[] { "?asOf=2025-09-09&change=2", "?asOf=2025-03-01&change=5", $"?asOf=2025-09-14&change={newest}" })
        {
            var (pages, dead) = await LinkCrawl.FollowAsync(host, SeedFile.Example, moment);

            Assert.True(pages > 50, $"Only {pages} pages were reached at {moment}.");
            Assert.Empty(dead);
        }
    }

    private static async Task<long> TakeOffAsync(TrackerHost host)
    {
        var record = (await host.Services.GetRequiredService<BoardReader>().FindAsync(SeedFile.Example, Cancellation))!.Record;
        var manager = await TestAccounts.AddAccountAsync(host.Services, AccountRole.Manager, "Ada");
        BoardCommand[] commands =
        [
            new RetractEntry<Claim>(SeedFile.Example, record.Claims[^1].Key, "Of another round."),
            new RetractEntry<StatusEvent>(SeedFile.Example, record.StatusEvents[^1].Key, "Of another issue."),
            new RetractEntry<Position>(SeedFile.Example, record.Positions[^1].Key, "Of another party."),
            new RetractRow<Offer>(SeedFile.Example, record.Offers[^1].Key, "Never made."),
            new EditRow<Party>(SeedFile.Example, record.Parties[0], record.Parties[0] with { Since = new DateOnly(2025, 9, 10) }),
        ];
        var saved = 0L;
        foreach (var command in commands)
        {
            var result = await host.Services.GetRequiredService<BoardEditor>().RunAsync(command, manager, Cancellation);
            saved = Assert.IsType<SaveResult.Saved>(result).ChangeNumber;
        }

        return saved;
    }
}
