using System.Net;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Claims;

/// <summary>Claims between two days and between two shares, on the page and in its file; those of the example are told in seeds/EXAMPLE.md.</summary>
public class ClaimRangesTests(BothBoards host)
{
    private const string Page = "/negotiations/example/claims";

    // Claimed of 80% or more were 80% in June 2024, 95% in May 2025 and 90% in August 2025; two of them in 2025.
    [Fact]
    public async Task Claims_FromAShareAndADay_AreThoseAlsoInTheFile()
    {
        var page = await host.DocumentAsync($"{Page}?share-from=80&from=2025-01-01");

        Assert.Equal(["90%", "95%"], page.QuerySelectorAll(".claims td strong").Select(figure => figure.TextContent));
        Assert.Equal(
            ["Said from 1 January 2025", "At least 80%"],
            page.QuerySelectorAll(".chips .chip").Select(chip => chip.TextContent.Split('×')[0].Trim()));
        var file = page.QuerySelector(".tables a[href*='/claims.csv']")!.GetAttribute("href")!;
        var csv = await host.Client.GetStringAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(2, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    // A day that was chosen on a later board: a limit of its field would keep the browser from sending any other filter.
    [Fact]
    public async Task Claims_FromADayAfterTheBoards_CanStillBeFiltered()
    {
        var page = await host.DocumentAsync($"{Page}?from=2025-06-01&asOf=2025-01-31");

        var day = page.QuerySelector("form input[name=from]")!;
        Assert.Equal("2025-06-01", day.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll(".filters input[type=date]:not([name=asOf])"), field => Assert.False(field.HasAttribute("max")));
    }

    [Theory]
    [InlineData("share-from=60&share-to=50", "The lower limit, 60%, is above the upper limit, 50%. Put the smaller one first.")]
    [InlineData("from=2025-06-01&to=2025-05-01", "The first day, 1 June 2025, is after the last, 1 May 2025. Put the earlier one first.")]
    [InlineData("share-to=101", "“101” is not a share in per cent. Write a whole number from 0 to 100.")]
    public async Task Claims_RangeThatCantBe_SaysWhatToDo(string query, string sentence)
    {
        var (answer, page) = await host.GetAsync($"{Page}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
