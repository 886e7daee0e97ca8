using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Reading;

/// <summary>Today is the negotiation's: what can be asked for, what can be recorded, and on which day it was.</summary>
public class TimeZoneTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // At 23:30 UTC on the 27th it is 08:30 on the 28th in Seoul.
    [Fact]
    public async Task Get_MorningInSeoul_ItsDayIsTheBoardsToday()
    {
        await using var host = await ZonedHost.StartAsync("Asia/Seoul", "2026-11-27T23:30:00Z");

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"{ZonedHost.Board}?asOf=2026-11-28")).Answer.StatusCode);
        var saved = await host.RecordAsync(new DateOnly(2026, 11, 28));
        Assert.IsType<SaveResult.Saved>(saved);
        // The board of today was made today, where it counts its days: nothing is said of another day on which it is seen.
        var summary = await host.DocumentAsync(ZonedHost.Board);
        Assert.DoesNotContain(", seen ", summary.GetElementById("cite-full")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Recorded on 27 November 2026, 23:30 UTC", (await host.DocumentAsync($"{ZonedHost.Board}/changes")).Body!.TextContent,
            StringComparison.Ordinal);
        // The moment stays in UTC and says so; the day by which it was known is Seoul's.
        var board = (await host.Services.GetRequiredService<BoardReader>().FindAsync(ZonedHost.Slug, Cancellation))!;
        var entry = board.Record.StatusEvents[^1];
        Assert.Equal(new DateTime(2026, 11, 27, 23, 30, 0, DateTimeKind.Utc), entry.RecordedAt);
        Assert.DoesNotContain(board.AsOf(new(2026, 11, 28), new DateOnly(2026, 11, 27)).StatusEvents, e => e.Key == entry.Key);
        Assert.Contains(board.AsOf(new(2026, 11, 28), new DateOnly(2026, 11, 28)).StatusEvents, e => e.Key == entry.Key);
    }

    // At 01:30 UTC on the 27th it is 17:30 on the 26th in Los Angeles.
    [Fact]
    public async Task Get_EveningInLosAngeles_TheDayOfReadersFurtherEastIsShownAsItsOwn()
    {
        await using var host = await ZonedHost.StartAsync("America/Los_Angeles", "2026-11-27T01:30:00Z");

        var (answer, document) = await host.GetAsync($"{ZonedHost.Board}?asOf=2026-11-27");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            "It is still 26 November 2026 in this board’s time zone (America/Los_Angeles), so that day is shown.",
            document.Body!.TextContent, StringComparison.Ordinal);
        var refused = Assert.IsType<SaveResult.Refused>(await host.RecordAsync(new DateOnly(2026, 11, 27)));
        Assert.Contains("2026-11-27 is in the future", refused.Errors[0].Message, StringComparison.Ordinal);
    }

    // A state of the record that was the newest until the 29th says nothing of later days.
    [Fact]
    public async Task Get_DayAfterTheStateCited_IsRefusedInASentence()
    {
        await using var host = await ZonedHost.StartAsync("UTC", "2026-11-27T12:00:00Z");
        var cited = Assert.IsType<SaveResult.Saved>(await host.RecordAsync(new DateOnly(2026, 11, 27))).ChangeNumber;
        host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.IsType<SaveResult.Saved>(await host.RecordAsync(new DateOnly(2026, 11, 28)));
        host.Clock.Advance(TimeSpan.FromDays(2));

        var (answer, document) = await host.GetAsync($"{ZonedHost.Board}?change={cited}&asOf=2026-11-30");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            $"The change after {cited} was made on 29 November 2026, so change {cited} can’t show the board of 30 November 2026.",
            document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"{ZonedHost.Board}?change={cited}&asOf=2026-11-29")).Answer.StatusCode);
    }

    [Fact]
    public async Task Get_DayThatHasBegunNowhere_IsRefused()
    {
        await using var host = await ZonedHost.StartAsync("UTC", "2026-11-27T01:30:00Z");

        // On Kiritimati, furthest ahead, it is 15:30 on the 27th.
        Assert.Equal(HttpStatusCode.BadRequest, (await host.GetAsync($"{ZonedHost.Board}?asOf=2026-11-28")).Answer.StatusCode);
    }

    // A page kept at 23:50 in Kyiv is yesterday's at 00:10, though nothing was recorded and UTC's day is the same.
    [Fact]
    public async Task Get_MidnightPassesThere_TheKeptPageIsMadeAgain()
    {
        await using var host = await ZonedHost.StartAsync("Europe/Kyiv", "2026-11-27T21:50:00Z");
        var address = new Uri($"{ZonedHost.Board}/issues", UriKind.Relative);
        using var before = await host.Client.GetAsync(address, Cancellation);
        using var kept = await host.Client.GetAsync(address, Cancellation);

        host.Clock.Advance(TimeSpan.FromMinutes(20));
        using var after = await host.Client.GetAsync(address, Cancellation);

        Assert.Contains("asOf=2026-11-27", await kept.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("asOf=2026-11-28", await after.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private sealed class ZonedHost(DateTimeOffset now) : TrackerHost
    {
        public FakeTimeProvider Clock { get; } = new(now);

        public static string Slug => SeedFile.RussiaUkraine;

        public static string Board => "/negotiations/" + Slug;

        public static async Task<ZonedHost> StartAsync(string zone, string now)
        {
            var host = new ZonedHost(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
            var negotiation = (await host.Services.GetRequiredService<BoardReader>().FindAsync(Slug, Cancellation))!.Negotiation;
            if (negotiation.TimeZone != zone)
            {
                await host.RunAsync(new EditNegotiation(negotiation, negotiation with { TimeZone = zone }));
            }

            return host;
        }

        public async Task<SaveResult> RecordAsync(DateOnly day)
        {
            var record = (await Services.GetRequiredService<BoardReader>().FindAsync(Slug, Cancellation))!.Record;
            return await RunAsync(new AddEntry<StatusEvent>(Slug, record.StatusEvents[0] with { Key = "", OccurredOn = day }));
        }

        protected override bool BeginsWithNothing => true;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        }

        private async Task<SaveResult> RunAsync(BoardCommand command) => await Services.GetRequiredService<BoardEditor>()
            .RunAsync(command, await TestAccounts.AddAccountAsync(Services, AccountRole.Manager), Cancellation);
    }
}
