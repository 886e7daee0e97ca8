using AngleSharp;
using AngleSharp.Html.Parser;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>A look at a page of every kind, for what leads away from the path under which the site is.</summary>
internal static class SiteVisit
{
    private static readonly string[] Pages =
    [
        "", "negotiations/example", "negotiations/example/issues", "negotiations/example/matrix", "negotiations/example/pairs",
        "negotiations/example/changes", "negotiations/example/claims", "negotiations/example/search?q=a",
        "negotiations/example/sources", "negotiations/example/rounds", "negotiations/example/drafts", "negotiations/example/parties",
        "embed/example", "account/sign-in", "no-such-page",
    ];

    private static readonly string[] Leading = ["href", "src", "action", "formaction", "data-live"];

    /// <summary>Addresses beside the path, and scripts and styles that don't come; the path is written /tracker.</summary>
    public static async Task<List<string>> FaultsAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        var (faults, files) = (new List<string>(), new HashSet<string>());
        foreach (var page in Pages)
        {
            using var answer = await client.GetAsync(new Uri($"{path}/{page}", UriKind.Relative), cancellationToken);
            var document = new HtmlParser(new(), BrowsingContext.New()).ParseDocument(await answer.Content.ReadAsStringAsync(cancellationToken));
            Assert.Equal($"{path}/", document.QuerySelector("base")!.GetAttribute("href"));
            foreach (var (element, name) in from e in document.All
                                            from n in Leading
                                            where e.HasAttribute(n) && e.LocalName != "base"
                                            select (e, n))
            {
                var value = element.GetAttribute(name)!;
                if (value.StartsWith('/') && !value.StartsWith($"{path}/", StringComparison.Ordinal))
                {
                    faults.Add($"{page}: {name}={value}");
                }
                else if (element.LocalName is "script" or "link" && !value.Contains("//", StringComparison.Ordinal))
                {
                    files.Add(new Uri(new Uri(client.BaseAddress!, $"{path}/"), value).PathAndQuery);
                }
            }
        }

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var answer = await client.GetAsync(new Uri(file, UriKind.Relative), cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                faults.Add($"{file}: {(int)answer.StatusCode}");
            }
        }

        return faults;
    }
}
