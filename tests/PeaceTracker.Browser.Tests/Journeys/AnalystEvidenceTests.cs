using System.IO.Compression;
using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What an analyst is asked about the evidence: the headline again, a footnote, one source, two claims, the red lines.</summary>
public class AnalystEvidenceTests(Reader reader) : AnalystJourney(reader)
{
    // The link of each row, and what is said beside it.
    private const string InWords = """
        rows => rows.map(row => [...row.querySelectorAll('a, .muted')].map(part => part.textContent.trim()).join(', '))
        """;

    // The headline computed again from the files alone: an issue counts where each of its required pairs (where it has none, each of its others) is
    // agreed in principle or better, on record. By seeds/EXAMPLE.md that is 12 of 24.
    [Fact]
    public async Task Headline_FromTheArchiveOfTables_IsComputedAgain()
    {
        var (page, hand) = await BeginAsync(Example);

        await hand.PressAsync(page.Locator("details.tables summary"));
        var download = await page.RunAndWaitForDownloadAsync(() => hand.PressAsync(page.Locator("details.tables a[href*='tables.zip']")));

        await using var archive = await ZipFile.OpenReadAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        var levels = await ReadAsync(archive, "levels.csv");
        var issues = levels.Where(row => row["level"] != "not-applicable").GroupBy(row => row["issue_key"]).ToList();
        var agreed = issues.Count(issue =>
            (issue.Any(row => row["required"] == "true") ? issue.Where(row => row["required"] == "true") : issue).All(row =>
                row["basis"] == "on-record" && row["level"] is "agreed-in-principle" or "text-agreed" or "concluded"));
        Assert.Equal((12, 24), (agreed, issues.Count));
        await Assertions.Expect(page.Locator(".strip-figure")).ToContainTextAsync("12 of 24");
        AssertFew(hand);
    }

    // A footnote as of 1 June 2025 has the figure of that day, 11 of 24, 45.8%; one is unknown, so up to 12 of 24. Its address shows the same again.
    [Fact]
    public async Task Citation_OfADay_HasTheFigureAndOpensTheSame()
    {
        var (page, hand) = await BeginAsync(Example);

        await hand.PressAsync(page.Locator("details.as-of summary"));
        await hand.FillAsync(page.Locator("details.as-of [name=asOf]"), "2025-06-01");
        await hand.PressAsync(page.Locator("details.as-of button"));
        await ArriveAsync(page, "**asOf=2025-06-01**");

        var cited = page.Locator("#cite-full");
        await Assertions.Expect(cited).ToContainTextAsync("11 of 24 issues agreed in principle or better (45.8%), up to 50%");
        await Assertions.Expect(cited).ToContainTextAsync("as of 1 June 2025, change ");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy the citation" })).ToBeVisibleAsync();
        AssertFew(hand);
        await GoAsync(page, (await page.Locator("#cite-link").GetAttributeAsync("href"))!);
        await Assertions.Expect(page.Locator(".strip-figure")).ToContainTextAsync("11 of 24");
    }

    // What rests on one publisher alone? Of the 24 levels one is unknown, and of the other 23 three have two publishers behind them.
    [Fact]
    public async Task OnePublisher_FromTheFigure_ListsWhatRestsOnIt()
    {
        var (page, hand) = await BeginAsync(Example);

        await hand.PressAsync(HowFirm(page));
        await hand.PressAsync(page.Locator("#one-publisher a").First);

        await ArriveAsync(page, "**/issues?single=yes");
        await Assertions.Expect(page.Locator("#issue-count")).ToContainTextAsync("20 of 24 issues");
        AssertFew(hand);
    }

    // And without one source? By the communiqué of April 2025 alone the truth commission and the implementation are agreed: 10 of 24.
    [Fact]
    public async Task WithoutASource_FromTheFigure_TheShareAndTheIssues()
    {
        var (page, hand) = await BeginAsync(Example);

        await hand.PressAsync(HowFirm(page));
        await hand.PressAsync(page.Locator("#one-publisher a").Last);
        var row = page.Locator("main tbody tr", new() { HasText = "without it 10 of 24" }).First;
        await Assertions.Expect(page.Locator("main th[aria-sort=descending]")).ToContainTextAsync("On it alone");
        await hand.PressAsync(row.Locator("a[href$='#without']"));
        await hand.PressAsync(page.Locator("#without summary"));

        await Assertions.Expect(page.Locator("#without")).ToContainTextAsync("Without this source the agreed share would be 10 of 24 (41.7%)");
        await Assertions.Expect(page.Locator("#without tbody tr").First).ToBeVisibleAsync();
        AssertFew(hand);
    }

    // The article's board has one source: without it nothing is known.
    [Fact]
    public async Task WithoutTheOnlySource_NothingIsKnown()
    {
        var (page, hand) = await BeginAsync(Of(""));

        await hand.PressAsync(HowFirm(page));
        await hand.PressAsync(page.Locator("#one-publisher a").Last);

        await Assertions.Expect(page.Locator("main tbody tr").First).ToContainTextAsync("5 issues");
        AssertFew(hand);
    }

    // Two claims of one week beside each other: 80% and 40% of the issues between the same two, of which 4 of 21 were agreed that day.
    [Fact]
    public async Task TwoClaims_Ticked_StandSideBySide()
    {
        var (page, hand) = await BeginAsync(Example);

        await hand.PressAsync(Tab(page, "Claims"));
        await hand.PressAsync(page.Locator("[name=compare][value=eighty-of-issues]"));
        await hand.PressAsync(page.Locator("[name=compare][value=not-even-half]"));
        await hand.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Put the ticked ones side by side" }));

        var table = page.Locator("table.compared");
        await Assertions.Expect(table.Locator("tbody tr").First).ToContainTextAsync("80%");
        await Assertions.Expect(table.Locator("tbody tr").First).ToContainTextAsync("40%");
        await Assertions.Expect(table.GetByText("4 of 21 (19%)")).ToHaveCountAsync(2);
        AssertFew(hand);
    }

    // All red lines: Veltrania's on the status, drawn again on 11 June 2025, and on prosecutions stand. Given up: Veltrania's first and Élorie's on
    // the status on 13 November 2024, Nahrazan's on the dams on 10 July 2024, Veltrania's on power sharing on 9 July 2025.
    [Fact]
    public async Task RedLines_Searched_CurrentAndFormer()
    {
        var (page, hand) = await BeginAsync(Example);

        await hand.FillAsync(page.Locator("form[role=search] [name=q]"), "red line");
        await hand.EnterAsync();

        var lines = page.Locator("section[aria-labelledby=board-words] li:has(span.muted)");
        await Assertions.Expect(lines).ToHaveCountAsync(6);
        Assert.Equal(
            new[]
            {
                "Veltrania: Status of the valley, red line since 11 June 2025",
                "Veltrania: Prosecution of grave crimes, red line since 27 January 2025",
                "Veltrania: Power sharing in the valley council, dropped on 9 July 2025",
                "Élorie: Status of the valley, dropped on 13 November 2024",
                "Nahrazan: Operation of the upper dams, dropped on 10 July 2024",
                "Veltrania: Status of the valley, dropped on 13 November 2024",
            }.Order(StringComparer.Ordinal),
            (await lines.EvaluateAllAsync<string[]>(InWords)).Order(StringComparer.Ordinal));
        AssertFew(hand);
    }

    private static async Task<List<Dictionary<string, string>>> ReadAsync(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(await archive.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken));
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        return [.. lines.Skip(1).Select(row => lines[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    // Cells between commas; those in quotation marks may have commas of their own.
    private static List<string> Cells(string line)
    {
        List<string> cells = [""];
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += c;
            }
        }

        return cells;
    }
}
