using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>A board from nothing: from a name to a first figure, with each page, click and field counted.</summary>
public class FirstFigureTests(Reader reader) : BrowserTest(reader)
{
    private int pages;
    private int clicks;
    private int fields;

    // Six issues between two principals. On record agreed are the dam (in principle) and the stations (in text): two of six are 33.3%. That
    // compensation is agreed says one side alone; the court is deferred, the share of the water disputed, and of fishing nothing is known.
    [Fact]
    public async Task Begin_FromANameToAFirstFigure_TakesFewPagesClicksAndFields()
    {
        await using var program = new LiveProgram();
        var page = await OpenAtAsync(program.Address, "/");
        await SignInAsync(page, program.Address, program.Folder, AccountRole.Manager, "Mara");
        await GoAsync(page, "/new-negotiation");
        pages = 1;
        await FillAsync(page, "title", "Marrow Valley talks");
        await FillAsync(page, "description", "Two valleys share one river, and what is built on it.");
        await FillAsync(page, "startedOn", "2026-01-05");
        await SaveAsync(page, "Edit the board");

        await PressAsync(page, "Who negotiates");
        await FillAsync(page, "parties-0--name", "Upper Marrow");
        await FillAsync(page, "parties-1--name", "Lower Marrow");
        await Assertions.Expect(page.Locator("tbody th")).ToHaveTextAsync("Upper Marrow–Lower Marrow");
        await SaveAsync(page, "Edit the board");

        await PressAsync(page, "What is negotiated");
        (string Title, string Category, string Weight)[] issues =
        [
            ("Share of the water", "Water", "5"), ("Upper dam", "", "5"), ("Measuring stations", "", "3"),
            ("Compensation", "Money", "2"), ("Court", "", "1"), ("Fishing", "", "4"),
        ];
        foreach (var (index, (title, category, weight)) in issues.Index())
        {
            await FillAsync(page, $"issues-{index}--title", title);
            await FillAsync(page, $"issues-{index}--salience", weight);
            if (category.Length > 0)
            {
                await FillAsync(page, $"issues-{index}--category", category);
            }
        }

        await FillAsync(page, "agenda-title", "6 points");
        await PressAsync(page, "New source");
        const string Panel = "agenda-citations-0--newSource";
        await FillAsync(page, $"{Panel}-url", "https://gazette.example/2026/01/12/marrow-talks");
        await Assertions.Expect(page.Locator($"#field-{Panel}-publisher")).ToHaveValueAsync("gazette.example");
        await Assertions.Expect(page.Locator($"#field-{Panel}-publishedOn")).ToHaveValueAsync("12 January 2026");
        await FillAsync(page, $"{Panel}-headline", "What the two valleys talk about");
        await SelectAsync(page, $"#field-{Panel}-reliability", new() { Index = 2 });
        await PressAsync(page, "Add it and cite it");
        await Assertions.Expect(page.Locator(".new-source-offer [role=status]")).ToContainTextAsync("is on the board");
        await FillAsync(page, "agenda-citations-0--locator", "p. 1");
        await SaveAsync(page, "Edit the board");

        await PressAsync(page, "Where it stands");
        await FillAsync(page, "occurredOn", "2026-01-12");
        await FillAsync(page, "citations-0--locator", "p. 2");
        await StandsAsync(page, 0, "Disputed", "On record", "Each claims more than half.");
        await StandsAsync(page, 1, "Agreed in principle", "On record", "Both say that it is to be built.");
        await StandsAsync(page, 2, "Text agreed", "On record", "Both initialled the list of stations.");
        await StandsAsync(page, 3, "Agreed in principle", "One-sided", "The lower valley says so.");
        await StandsAsync(page, 4, "Deferred", "On record", "Both leave it for later.");
        await SaveAsync(page, "Edit the board");

        clicks++;
        pages++;
        await page.Locator(".trail a").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".strip-figure")).ToContainTextAsync("2 of 6");
        await Assertions.Expect(page.Locator(".board-strip")).ToContainTextAsync("33.3%");
        Assert.InRange(pages, 5, 12);
        Assert.InRange(clicks, 5, 45);
        Assert.InRange(fields, 5, 45);
        TestContext.Current.TestOutputHelper?.WriteLine($"{pages} pages, {clicks} clicks, {fields} fields");
        await page.GotoAsync("about:blank"); // before the program ends
    }

    private async Task StandsAsync(IPage page, int line, string level, string basis, string rationale)
    {
        await SelectAsync(page, $"#field-lines-{line}--level", new() { Label = level });
        await SelectAsync(page, $"#field-lines-{line}--basis", new() { Label = basis });
        await FillAsync(page, $"lines-{line}--rationale", rationale);
    }

    private async Task FillAsync(IPage page, string field, string text)
    {
        fields++;
        await page.Locator($"#field-{field}").FillAsync(text);
        await page.Locator($"#field-{field}").BlurAsync();
    }

    private async Task SelectAsync(IPage page, string field, SelectOptionValue value)
    {
        fields++;
        await page.Locator(field).SelectOptionAsync(value);
    }

    private async Task PressAsync(IPage page, string words)
    {
        clicks++;
        var link = page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true });
        if (await link.CountAsync() > 0)
        {
            pages++;
            await link.First.ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(words);
            return;
        }

        await page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();
    }

    private async Task SaveAsync(IPage page, string next)
    {
        clicks++;
        pages++;
        await page.Locator("[data-save]").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(next);
        await Assertions.Expect(page.Locator(".first-steps")).ToBeVisibleAsync();
    }
}
