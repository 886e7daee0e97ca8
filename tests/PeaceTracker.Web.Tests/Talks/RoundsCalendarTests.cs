using Ical.Net;
using Ical.Net.CalendarComponents;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Talks;

/// <summary>The rounds as a calendar, read back by a library.</summary>
public sealed class RoundsCalendarTests(BothBoards host)
{
    // The weekend of 20 and 21 December 2025 was announced as tentative.
    [Fact]
    public async Task Calendar_TentativeRound_LastsItsDaysAndIsTentative()
    {
        var round = Assert.Single(await EventsAsync(SeedFile.RussiaUkraine, "?asOf=2025-12-16"), e => e.Start!.Date == new DateOnly(2025, 12, 20));

        Assert.Equal((EventStatus.Tentative, new DateOnly(2025, 12, 22)), (round.Status, round.End!.Date)); // the day after its last
        Assert.True(round.IsAllDay);
        Assert.Contains("The date was announced as tentative.", round.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_EveryRound_HasANameOfItsOwnAndSaysWhatBecameOfIt()
    {
        var events = await EventsAsync(SeedFile.Example, "");

        Assert.Equal(SeedFile.Load(SeedFile.Example).Keys<Round>().Count, events.Select(e => e.Uid).Distinct().Count());
        Assert.Single(events, e => e.Status == EventStatus.Cancelled); // the one after the shelling
        Assert.Contains(events, e => e.Status == EventStatus.Confirmed);
    }

    private async Task<IReadOnlyList<CalendarEvent>> EventsAsync(string slug, string query) =>
    [
        .. Calendar.Load(await host.Client.GetStringAsync(
            new Uri($"/negotiations/{slug}/rounds.ics{query}", UriKind.Relative), TestContext.Current.CancellationToken))!.Events,
    ];
}
