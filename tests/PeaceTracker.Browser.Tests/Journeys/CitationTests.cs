using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What is cited in the morning reads the same in the evening, whatever editors have done by their forms meanwhile.</summary>
public sealed class CitationTests(Reader reader) : OutcomeJourney(reader)
{
    private const string FromADay = "0", Always = "1";

    // The overview, a list in its order, an issue with its texts, and the parties by their names.
    private static readonly string[] Cited = ["", "issues", "issues/territory", "parties", "proof"];

    [Fact]
    public async Task Cite_EverythingIsEditedAfterwards_OpensUnchanged()
    {
        var links = new Dictionary<string, string>();
        var citing = await OpenAtAsync(Live.Address, Of(""));
        foreach (var page in Cited)
        {
            await GoAsync(citing, Of(page));
            links[page] = (await citing.Locator("#cite-link").GetAttributeAsync("href"))!;
        }

        var before = await ReadAsync(links.Values);

        var (editing, _) = await SignedInAsync(AccountRole.Manager);
        await WeighTheIssueOtherwiseAsync(editing);
        await RenameAPartyAsync(editing);
        await LimitStalenessAsync(editing);
        await RecordAsync(editing, nameof(Level.Narrowing), later: false);
        await RecordAsync(editing, nameof(Level.AgreedInPrinciple), later: true);

        // Figures, names, texts and their order, in a browser that has kept nothing of them.
        Assert.Equal(before, await ReadAsync(links.Values));
        var present = await ReadAsync([Live.Address + Of("issues"), Live.Address + Of("parties"), Live.Address + Of("issues/territory")]);
        Assert.Contains("Territory and borders", present[0], StringComparison.Ordinal);
        Assert.Contains("Ukraine renamed", present[1], StringComparison.Ordinal);
        Assert.Contains("Said in the evening.", present[2], StringComparison.Ordinal);
        await editing.GotoAsync("about:blank");
    }

    private async Task<List<string>> ReadAsync(IEnumerable<string> addresses)
    {
        var page = await OpenAtAsync(Live.Address, "/");
        var texts = new List<string>();
        foreach (var address in addresses)
        {
            await GoAsync(page, address);
            texts.Add(await page.Locator("main").InnerTextAsync());
        }

        await page.GotoAsync("about:blank");
        return texts;
    }

    // Title, weight (by the keyboard) and pairs, from the 18th of December on.
    private static async Task WeighTheIssueOtherwiseAsync(IPage page)
    {
        await GoAsync(page, Of("edit/issues/territory"));
        await page.Locator("#field-title").FillAsync("Territory and borders");
        await page.Locator("#field-salience").FocusAsync();
        await PressAsync(page, "ArrowDown", "ArrowDown");
        await page.Locator("#field-dyads").GetByRole(AriaRole.Checkbox).Last.ClickAsync();
        await FromDecemberAsync(page);
        await SaveAsync(page);
    }

    private static async Task RenameAPartyAsync(IPage page)
    {
        await GoAsync(page, Of("edit/parties/ukraine"));
        await page.Locator("#field-name").FillAsync("Ukraine renamed");
        await page.Locator("#field-name").BlurAsync();
        await page.Locator("#field-judgement").SelectOptionAsync(Always);
        await page.Locator("#field-reason").FillAsync("To see that it moves the record alone.");
        await SaveAsync(page);
    }

    private static async Task LimitStalenessAsync(IPage page)
    {
        await GoAsync(page, Of("edit/negotiation"));
        await page.Locator("#field-stalenessDays").FillAsync("400");
        await page.Locator("#field-stalenessDays").BlurAsync();
        await FromDecemberAsync(page);
        await SaveAsync(page);
    }

    // Two outcomes of one issue, pair and day: the second says that it came later.
    private static async Task RecordAsync(IPage page, string level, bool later)
    {
        await GoAsync(page, Of("edit/outcome"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Record a new outcome" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome-form")).ToBeVisibleAsync();
        await page.GetByLabel("no round").CheckAsync();
        await AddStepAsync(page, 0, "territory", level, source: "reuters-2025-12-15", day: "2025-12-20");
        if (later)
        {
            await page.Locator("#field-statusEvents-0--rationale").FillAsync("Said in the evening.");
            await page.GetByLabel("Later the same day than “Narrowing”").CheckAsync();
            await Assertions.Expect(page.Locator(".outcome-form")).Not.ToContainTextAsync("as contested");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await ArriveAsync(page, "**/changes");
    }

    private static async Task FromDecemberAsync(IPage page)
    {
        await page.Locator("#field-judgement").SelectOptionAsync(FromADay);
        await page.Locator("#field-earlier-0--until").FillAsync("2025-12-18");
        await page.Locator("#field-earlier-0--until").BlurAsync();
    }

    // Saved once the form has led on.
    private static async Task SaveAsync(IPage page)
    {
        var form = page.Url;
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page).Not.ToHaveURLAsync(form);
        await WholeAsync(page);
    }
}
