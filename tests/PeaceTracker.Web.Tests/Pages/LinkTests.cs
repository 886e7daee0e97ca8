using System.Net;
using AngleSharp.Html.Dom;
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
            foreach (var link in documents[address].QuerySelectorAll("a[href]").Select(a => Resolve(address, a.GetAttribute("href")!)))
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

    private static string? Resolve(string page, string link)
    {
        var here = new Uri("http://localhost/");
        var target = new Uri(here, link);
        Assert.False(link.StartsWith('#'), $"{link} on {page}: with <base href=\"/\"> it leads to the start page");
        return target.Host == here.Host ? target.PathAndQuery + target.Fragment : null;
    }
}
