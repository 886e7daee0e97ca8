using System.Net;
using AngleSharp.Dom;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pages;

/// <summary>Both dates of an address, on every reading page: said plainly, kept by what leads on, refused where they can't be asked for.</summary>
public class DatedPageTests(BothBoards host)
{
    private const string Board = "/negotiations/" + SeedFile.Example;
    private const string Dates = "asOf=2025-09-12&knownAt=2025-12-31"; // by then all of the story had happened and was recorded

    // The files have addresses of their own; they take the same dates.
    private static readonly string[] Files =
    [
        .. from page in new[] { "shares", "issues" }
           from ending in new[] { "csv", "xlsx", "json" }
           select $"{Board}/{page}.{ending}",
    ];

    public static TheoryData<string> Pages => [.. ReadingRoutes.Addresses.Where(a => a.StartsWith(Board, StringComparison.Ordinal))];

    public static TheoryData<string> PagesAndFiles => [.. Pages.Select(row => row.Data), .. Files, $"{Board}/shares.svg", $"{Board}/matrix.png",
        $"{Board}/comparison.png", $"{Board}/proof.json"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_PastDate_SaysSoAndOffersThePresent(string address)
    {
        var document = await host.DocumentAsync($"{address}?{Dates}");

        var banner = Assert.Single(document.QuerySelectorAll(".banner-past"));
        Assert.Contains("The board as of 12 September 2025, as recorded by 31 December 2025.", Flat(banner), StringComparison.Ordinal);
        Assert.Equal(address, banner.QuerySelectorAll("a").Single(a => Flat(a) == "Go to the present").GetAttribute("href"));
        Assert.Equal(
            $"{address}?asOf=2025-09-12",
            banner.QuerySelectorAll("a").Single(a => Flat(a) == "Show everything recorded since").GetAttribute("href"));
        // A search without words has nothing to cite.
        Assert.True(
            address.EndsWith("/search", StringComparison.Ordinal)
                || document.QuerySelector("#cite-link")!.GetAttribute("href")!.EndsWith($"{address}?{Dates}&change=2", StringComparison.Ordinal));
        Assert.All(
            document.QuerySelectorAll(".as-of-steps a"),
            step => Assert.Contains("knownAt=2025-12-31", step.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_PastDate_WhatLeadsOnKeepsBothDates(string address)
    {
        var document = await host.DocumentAsync($"{address}?{Dates}");

        // The banner and the control of the dates lead elsewhere on purpose.
        foreach (var element in document.QuerySelectorAll(".banner-past, .as-of, .as-of-steps").ToList())
        {
            element.Remove();
        }

        var links = document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!)
            .Where(h => h.StartsWith(Board, StringComparison.Ordinal)).ToList();
        Assert.True(links.Count > 10, "Hardly a link on the page.");
        Assert.Empty(
            links.Where(h => !h.Contains("asOf=2025-09-12", StringComparison.Ordinal) || !h.Contains("knownAt=2025-12-31", StringComparison.Ordinal))
                .Except([$"{address}?{Dates}#content"]));
        foreach (var form in document.QuerySelectorAll($"form[action^='{Board}']"))
        {
            Assert.Equal("2025-09-12", form.QuerySelector("[name=asOf]")?.GetAttribute("value"));
            Assert.Equal("2025-12-31", form.QuerySelector("[name=knownAt]")?.GetAttribute("value"));
        }
    }

    [Theory]
    [MemberData(nameof(PagesAndFiles))]
    public async Task Get_DateThatCannotBeAskedFor_RefusedWithTheReason(string address)
    {
        foreach (var (query, words) in new[]
        {
            ("asOf=9999-12-31", "is in the future"), ("knownAt=9999-12-31", "is in the future"),
            ("asOf=2024-03-03", "is before this negotiation. Its board begins on 4 March 2024"),
            ("asOf=0001-01-01", "is before this negotiation"), ("asOf=2025-09-31", "is not a date"), ("knownAt=soon", "is not a date"),
        })
        {
            var (answer, document) = await host.GetAsync($"{address}?{query}");

            Assert.Equal((query, HttpStatusCode.BadRequest), (query, answer.StatusCode));
            Assert.Contains(words, document.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_PastDate_LeadsToWhatWasKnownThen()
    {
        var document = await host.DocumentAsync($"{Board}?asOf=2024-07-31");
        var then = document.QuerySelectorAll(".banner-past a").Single(a => Flat(a) == "Show only what was recorded then").GetAttribute("href");

        Assert.Contains(
            "The board as of 31 July 2024, using everything recorded since.",
            Flat(document.QuerySelector(".banner-past")!),
            StringComparison.Ordinal);
        Assert.Equal($"{Board}?asOf=2024-07-31&knownAt=2024-07-31", then);
    }

    // The article's board was entered in November 2026; of what was known before there is nothing, and the page says why it is empty.
    [Fact]
    public async Task Get_KnownBeforeAnythingWasRecorded_SaysWhyTheBoardIsEmpty()
    {
        var (status, document) = await host.PageAsync("?asOf=2025-12-20&knownAt=2025-12-20");

        Assert.Equal(200, status);
        Assert.Contains(
            "Nothing had been recorded here by then: the record begins on 23 November 2026.",
            Flat(document.QuerySelector(".banner-past")!),
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Show only what was recorded then", (await host.PageAsync("?asOf=2025-12-20")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
