using System.Text;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>One whole import: a messy table is brought, mended in the page as far as that goes, imported, seen by readers, and taken back.</summary>
public class ImportTests(Reader reader) : BrowserTest(reader)
{
    // A line above the headings, colons, a weight in words and one that is none; of the last row nobody knows the title.
    private const string Table =
        "Our list, as of March;;;\nPoint :;Basket;Importance (1-5);Comment\nPrisoner exchange;Humanitarian;4;All for all\n"
        + "Return of children;;core;\nGrain corridor;Economy;9;\n;Economy;3;No title\n";

    [Fact]
    public async Task Import_MessyTable_IsLookedOverImportedAndTakenBack()
    {
        await using var program = new LiveProgram();
        const string Board = "/negotiations/russia-ukraine-2025";
        var page = await OpenAtAsync(program.Address, "/");
        await SignInAsync(page, program.Address, program.Folder, AccountRole.Editor, "Edda");
        await GoAsync(page, $"{Board}/edit");
        await page.GetByRole(AriaRole.Link, new() { Name = "Import a table" }).ClickAsync();
        // The framework listens to the field some moments after it is there.
        await Assertions.Expect(page.Locator("#import-file")).ToBeVisibleAsync();
        while (!await page.EvaluateAsync<bool>("'_blazorInputFileNextFileId' in document.querySelector('#import-file')"))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        await page.Locator("#import-file").SetInputFilesAsync(new FilePayload
        {
            Name = "points.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Table),
        });

        await Assertions.Expect(page.Locator(".import-counts")).ToContainTextAsync("2 rows can’t be imported");
        await Assertions.Expect(page.Locator(".import-rows").First).ToContainTextAsync("“9” is not a weight.");
        await Accessibility.AssertInBothThemesAsync(page, "a table that was gone through", 1280, 390);
        await page.GetByLabel("Leave out the 2 rows that can’t be imported").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 2 rows" }).ClickAsync();
        await Assertions.Expect(page.Locator(".import-done")).ToContainTextAsync("2 rows are on the board.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Take it all back" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Issues imported from “points.csv”: 2 added.");
        await page.Locator("[data-save]").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Edit the board");
        await GoAsync(page, $"{Board}/edit/issues");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Prisoner exchange");
        await page.GotoAsync("about:blank"); // before the program ends
    }
}
