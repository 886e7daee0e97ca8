using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The forms of claims and of the agenda, from the first field to what readers then see.</summary>
public class BoardFormsTests(Reader reader) : BrowserTest(reader)
{
    private const string Board = $"/negotiations/{SeedFile.Example}/";

    [Fact]
    public async Task Claim_WithTwoAppearances_StandsInTheLedger()
    {
        await using var program = new LiveProgram();
        var page = await OpenAtAsync(program.Address, Of(""));
        await SignInAsync(page, program.Address, program.Folder, AccountRole.Editor, "Mara");
        await GoAsync(page, Of("edit/claims/new"));
        await page.Locator("#field-claimants-0--delegate").SelectOptionAsync("merz");
        await Assertions.Expect(page.Locator("#field-claimants-0--party")).Not.ToHaveValueAsync("");
        await page.Locator("#field-occurredOn").FillAsync("2025-12-16");
        await page.Locator("#field-figure").FillAsync("95");
        await page.Locator("#field-ofWhat").FillAsync("the invented test terms");
        await page.GetByLabel("What it is about").SelectOptionAsync("All parties, on the whole of what is negotiated");
        await page.Locator("#field-thresholdWord").FillAsync("nearly done");
        await page.Locator("#field-threshold").SelectOptionAsync("Agreed");
        await AppearedAsync(page, 0, "P3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add another appearance" }).ClickAsync();
        await AppearedAsync(page, 1, "P7");
        await page.Locator("#field-appearances-1--wording").FillAsync("of the deal");

        await page.Keyboard.PressAsync("Control+s");

        var claim = page.Locator("article.claim", new() { HasText = "of the invented test terms" });
        await Assertions.Expect(claim.Locator("h3")).ToContainTextAsync("95%");
        await Assertions.Expect(claim).ToContainTextAsync("nearly done");
        await Assertions.Expect(claim.Locator("ul li")).ToHaveCountAsync(2);
        await Assertions.Expect(claim.Locator("ul li").Last).ToContainTextAsync("put as: of the deal");
        await LeaveAsync(page);
    }

    // Of the example's 24 issues twelve are agreed since September 2025 and minerals is not: without it, twelve of 23 are 52.2%,
    // which is 2.2 points more, all of it by scope.
    [Fact]
    public async Task Agenda_OpenIssueDropped_IsForeseenAndThenShownAsScopeEffect()
    {
        await using var program = new LiveProgram();
        var minerals = (string)SeedFile.Load(SeedFile.Example).Row<Issue>("minerals")["title"]!;
        var page = await OpenAtAsync(program.Address, Board.TrimEnd('/'));
        await SignInAsync(page, program.Address, program.Folder, AccountRole.Editor, "Mara");
        await GoAsync(page, Board + "edit/agenda/new");
        await page.Locator("#field-title").FillAsync("23 points");
        await page.Locator("#field-inForceFrom").FillAsync("2026-01-05");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a scope change" }).ClickAsync();
        await page.Locator("#field-scopeChanges-0--kind").SelectOptionAsync("Dropped");
        await PickAsync(page, "Choose an issue to drop", minerals);
        var agreed = page.Locator(".agenda-shares tbody tr").First;
        await Assertions.Expect(agreed.Locator("td")).ToHaveTextAsync(["12 of 24 (50%)", "12 of 23 (52.2%)", "+2.2 points"]);
        await PickAsync(page, "Source", "");
        await page.Locator("#field-citations-0--locator").FillAsync("point 1");

        await page.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(page.Locator("p.note[role=status]")).ToContainTextAsync("23 points");
        await GoAsync(page, Board + "changes?from=2026-01-04&to=2026-01-05");
        var row = page.Locator("main table tbody tr").First;
        await Assertions.Expect(row.Locator("td").Nth(1)).ToHaveTextAsync("12 of 23 (52.2%)");
        // The change, then what statuses, scope and weight did of it.
        await Assertions.Expect(row.Locator("td").Nth(2)).ToHaveTextAsync("+2.2 points");
        await Assertions.Expect(row.Locator("td").Nth(4)).ToHaveTextAsync("+2.2 points");
        await Assertions.Expect(page.Locator("[aria-labelledby=scope]")).ToContainTextAsync(minerals);
        await GoAsync(page, Board + "issues");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(minerals);
        await GoAsync(page, Board.TrimEnd('/'));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("12 of 23");
        await LeaveAsync(page);
    }

    [Fact]
    public async Task Pages_InBothThemes_HaveNothingSerious()
    {
        var page = await OpenAsync("/", program: Reader.Both);
        await SignInAsync(page, Reader.Both, AccountRole.Editor);
        string[] addresses =
        [
            "edit/claims/new", "edit/claims/nine-in-ten/correct", "edit/issues/dams", "edit/agenda/new", "edit/agenda/2",
            "edit/rounds/first-round", "edit/drafts/ceasefire-text", "edit/offers/monitors",
        ];
        foreach (var address in addresses)
        {
            await GoAsync(page, Board + address);
            await Assertions.Expect(page.Locator("[data-save]")).ToBeVisibleAsync();
            await Accessibility.AssertInBothThemesAsync(page, address, 1280);
        }
    }

    private static async Task AppearedAsync(IPage page, int at, string locator)
    {
        await page.Locator($"#field-appearances-{at}--citation-source").SelectOptionAsync("reuters-2025-12-15");
        await page.Locator($"#field-appearances-{at}--citation-locator").FillAsync(locator);
    }

    // Before the program ends, whose stream would otherwise be cut.
    private static async Task LeaveAsync(IPage page) => await page.GotoAsync("about:blank");

    // A long list is searched while typing; Enter takes what is found first.
    private static async Task PickAsync(IPage page, string label, string name)
    {
        var field = page.GetByLabel(label, new() { Exact = false }).First;
        await field.FocusAsync();
        if (name.Length > 0)
        {
            await page.Keyboard.TypeAsync(name);
            await Assertions.Expect(page.Locator(".key-item")).ToHaveCountAsync(1);
        }
        else
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await Assertions.Expect(page.Locator(".key-item").First).ToBeVisibleAsync();
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".key-item")).ToHaveCountAsync(0);
    }
}
