using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pages;

public class LinkTests(BothBoards host)
{
    // Each link of each page is followed once, as far as the place on the page to which it points.
    [Fact]
    public async Task Links_OfEveryPage_LeadSomewhere()
    {
        var documents = new Dictionary<string, IHtmlDocument>();
        var links = new Dictionary<string, string>();
        foreach (var address in ReadingRoutes.Addresses)
        {
            documents[address] = await host.DocumentAsync(address);
            foreach (var link in documents[address].QuerySelectorAll("a[href]").Select(a => LinkCrawl.Resolve(address, a.GetAttribute("href")!)))
            {
                if (link is not null)
                {
                    links.TryAdd(link, address);
                }
            }
        }

        var dead = new List<string>();
        foreach (var (link, page) in links)
        {
            var parts = link.Split('#');
            if (!documents.TryGetValue(parts[0], out var document))
            {
                HttpResponseMessage answer;
                (answer, document) = await host.GetAsync(parts[0]);
                documents[parts[0]] = document;
                // The theme switch goes back to where the reader was.
                if (answer.StatusCode != HttpStatusCode.OK
                    && !(answer.StatusCode == HttpStatusCode.Found && link.StartsWith("/theme/", StringComparison.Ordinal)))
                {
                    dead.Add($"{(int)answer.StatusCode} {link} on {page}");
                }
            }

            if (parts.Length > 1 && document.GetElementById(Uri.UnescapeDataString(parts[1])) is null)
            {
                dead.Add($"no such place: {link} on {page}");
            }
        }

        Assert.True(links.Count > ReadingRoutes.Addresses.Count, "The pages hardly link to each other.");
        Assert.Empty(dead);
    }

    public static TheoryData<string, bool> Boards => new(
        from file in ReadingRoutes.Files from asKnownThen in new[] { false, true } select (file.Slug, asKnownThen));

    // On a past date every page that can be reached from the summary is there, with the places to which others point; each is asked once.
    [Theory]
    [MemberData(nameof(Boards))]
    public async Task Links_OfPastDates_LeadSomewhere(string slug, bool asKnownThen)
    {
        var dead = new List<string>();
        var pages = 0;
        var dates = await DatesAsync(slug, asKnownThen);
        foreach (var date in dates)
        {
            var moment = $"?asOf={date:yyyy-MM-dd}{(asKnownThen ? $"&knownAt={date:yyyy-MM-dd}" : "")}";
            var (reached, without) = await LinkCrawl.FollowAsync(host, slug, moment);
            pages += reached;
            dead.AddRange(without);
        }

        Assert.True(pages > 10 * dates.Count, $"Only {pages} pages were reached.");
        Assert.Empty(dead);
    }

    // One date a month until the last change, and the days of some changes; by all that is recorded now, the days before them.
    private async Task<IReadOnlyList<DateOnly>> DatesAsync(string slug, bool asKnownThen)
    {
        var board = await host.Services.GetRequiredService<BoardReader>().FindAsync(slug, TestContext.Current.CancellationToken);
        var start = board!.Negotiation.StartedOn;
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var changes = board.AsOf(today).ChangedBetween(start.AddDays(1), today, most: 8).Select(day => day.AddDays(asKnownThen ? 0 : -1)).ToList();
        var days = changes.LastOrDefault(start).DayNumber - start.DayNumber;
        var months = Enumerable.Range(0, (days / 30) + 2).Select(month => start.AddDays(30 * month));
        return [.. months.Concat(changes).Where(day => day <= today).Distinct().Order()];
    }
}
