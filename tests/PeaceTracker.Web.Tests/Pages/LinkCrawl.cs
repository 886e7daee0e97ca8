using System.Net;
using AngleSharp.Html.Dom;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pages;

/// <summary>Follows the links of a board at one moment, from its summary on, each once.</summary>
internal static class LinkCrawl
{
    /// <summary>How many pages were reached at a moment ("?asOf=2025-09-01"), and which links led to nothing.</summary>
    public static async Task<(int Pages, IReadOnlyList<string> Dead)> FollowAsync(TrackerHost host, string slug, string moment)
    {
        var documents = new Dictionary<string, IHtmlDocument>();
        var places = new Dictionary<string, string>();
        var dead = new List<string>();
        var toAsk = new Queue<(string Page, string From)>([($"/negotiations/{slug}{moment}", "")]);
        while (toAsk.TryDequeue(out var next))
        {
            if (documents.ContainsKey(next.Page))
            {
                continue;
            }

            var (answer, document) = await host.GetAsync(next.Page);
            documents[next.Page] = document;
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                dead.Add($"{(int)answer.StatusCode} {next.Page} on {next.From}");
                continue;
            }

            foreach (var link in document.QuerySelectorAll("a[href]").Select(a => Resolve(next.Page, a.GetAttribute("href")!)).OfType<string>())
            {
                var (page, place) = link.Split('#') is [var before, var after] ? (before, after) : (link, "");
                if (page.EndsWith(moment, StringComparison.Ordinal) && page.Count(c => c == '?') == 1 && !IsFile(page))
                {
                    places.TryAdd(link, next.Page);
                    toAsk.Enqueue((page, next.Page));
                }
            }
        }

        dead.AddRange(
            from link in places
            let parts = link.Key.Split('#')
            where parts.Length > 1 && documents[parts[0]].GetElementById(Uri.UnescapeDataString(parts[1])) is null
            select $"no such place: {link.Key} on {link.Value}");
        return (documents.Count, dead);
    }

    /// <summary>Where a link of a page leads within the program; null where it leads out.</summary>
    public static string? Resolve(string page, string link)
    {
        var here = new Uri("http://localhost/");
        var target = new Uri(here, link);
        Assert.False(link.StartsWith('#'), $"{link} on {page}: with <base href=\"/\"> it leads to the start page");
        return target.Host == here.Host ? target.PathAndQuery + target.Fragment : null;
    }

    private static bool IsFile(string page) => page.Split('?')[0].Split('/')[^1].Contains('.', StringComparison.Ordinal);
}
