using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Import;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Import;

/// <summary>A table is brought, looked at row by row, explained where it has to be, and imported as one change.</summary>
public class ImportPageTests : FormPageTests
{
    private const string Issues = "Title;Category;Weight\nPorts;Sea;3\nCables;Sea;9\n";

    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(2, Level.Disputed).Build();

    [Fact]
    public async Task Import_RowsThatAreRefused_KeepTheRestOutUntilTheyAreLeftOut()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<ImportPage>();
        await BringAsync(page, "points.csv", Issues);

        Assert.Equal(["1 row can’t be imported", "1 row is new"], Counts(page));
        Assert.Equal(
            ["Cables", "3", "Weight", "“9” is not a weight. Give a number from 1 to 5, or one of high, medium and low."],
            page.FindAll(".import-rows tbody tr")[0].Children.Select(cell => cell.TextContent.Trim()));
        Assert.True(page.Find("button[data-save]").HasAttribute("disabled"));
        Assert.Equal(2, (await BoardAsync(store)).Record.Issues.Count);

        await TickAsync(page, "#field-leaveOut");
        await CheckedAsync(page, "button[data-save]:not([disabled])");
        await ClickAsync(page, "button[data-save]");
        await CheckedAsync(page, "a[href*='take-back?change=']");

        Assert.Equal("Ports", (await BoardAsync(store)).Record.Issues[^1].Title);
        Assert.Contains("1 row was left out.", page.Find(".import-done").TextContent, StringComparison.Ordinal);

        // Found again later, too, to be taken back as a whole.
        await PressAsync(page, "Import another table");
        Assert.Equal(
            "Issues imported from “points.csv”: 1 added.", page.Find(".imports-before tbody th").TextContent);
        Assert.EndsWith("/edit/take-back?change=2", page.Find(".imports-before a").GetAttribute("href"), StringComparison.Ordinal);

        // What was taken back is not offered again.
        var issue = (await BoardAsync(store)).Record.Issues[^1];
        var change = (await store.Services.GetRequiredService<OwnChanges>().FindAsync(
            RecordBuilder.Slug, 2, Xunit.TestContext.Current.CancellationToken))!;
        await RunAsync(store, new EditRow<Issue>(RecordBuilder.Slug, issue, issue with { Title = "Harbours" }));
        Assert.Equal("Can’t be taken back now: something else rests on it", await EndedAsync());
        await RunAsync(store, new EditRow<Issue>(RecordBuilder.Slug, (await BoardAsync(store)).Record.Issues[^1], issue));
        Assert.IsType<SaveResult.Saved>(await store.Services.GetRequiredService<BoardEditor>().RunAsync(
            new TakeBack(RecordBuilder.Slug, 2, change.Change.Summary, change.Rows), change.Change.AccountId,
            Xunit.TestContext.Current.CancellationToken));
        Assert.Equal("Taken back", await EndedAsync());

        async Task<string> EndedAsync()
        {
            await DisposeComponentsAsync();
            return Open<ImportPage>().WaitForElement(".imports-before .muted").TextContent.Trim();
        }
    }

    [Fact]
    public async Task Import_WordsAndDays_AreAskedAndKeptForTheNextTable()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<ImportPage>();
        const string Text = "Date;Issue;Status;Basis;Why;Source;Place\n3/4/2026;{0};green;On record;Said so.;report;P1\n";
        await BringAsync(page, "events.csv", Text.Replace("{0}", Record.Issues[0].Title, StringComparison.Ordinal));
        Assert.Contains("“3/4/2026” is either 3 April 2026 or 4 March 2026.", page.Find(".import-rows").TextContent, StringComparison.Ordinal);

        await ActAsync(page, () => page.Find(".import-words select"), found => found.ChangeAsync(new() { Value = "agreed-in-principle" }));
        await CheckedAsync(page, "fieldset:not(.import-words) input[type='radio']");
        await ActAsync(page, () => page.Find("input[type='radio']"), found => found.ChangeAsync(new() { Value = true }));
        await CheckedAsync(page, "button[data-save]:not([disabled])");
        await ClickAsync(page, "button[data-save]");
        await CheckedAsync(page, "a[href*='take-back?change=']");

        var entry = (await BoardAsync(store)).Record.StatusEvents[^1];
        Assert.Equal((Level.AgreedInPrinciple, new DateOnly(2026, 4, 3)), (entry.Level, entry.OccurredOn));

        await PressAsync(page, "Import another table");
        await BringAsync(page, "more.csv", Text.Replace("{0}", Record.Issues[1].Title, StringComparison.Ordinal)
            .Replace("3/4", "18/4", StringComparison.Ordinal));
        Assert.Equal(["0 rows can’t be imported", "1 row is new"], Counts(page));
    }

    [Fact]
    public async Task Import_AFileThatIsSomethingElse_IsRefusedInASentence()
    {
        await WithEditorAsync(Record);
        var page = Open<ImportPage>();

        await BringAsync(page, "talks.pdf", "%PDF-1.7", waitFor: ".note-warn");

        Assert.Equal(
            "“talks.pdf” was not accepted. This is a PDF. Upload the table itself, from a spreadsheet program, as .xlsx or .csv.",
            page.Find(".note-warn").TextContent.Trim());
    }

    [Fact]
    public async Task Import_PageThatWasLeft_FindsTheTableAgain()
    {
        await WithEditorAsync(Record);
        await BringAsync(Open<ImportPage>(), "points.csv", Issues);
        await DisposeComponentsAsync();

        var page = Open<ImportPage>();

        await CheckedAsync(page, ".import-counts");
        Assert.Contains("points.csv", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ColumnChosenByHand_IsReadAnew()
    {
        await WithEditorAsync(Record);
        var page = Open<ImportPage>();
        await BringAsync(page, "points.csv", "Headword;Category;Weight\nPorts;Sea;3\n");
        Assert.Contains("There is no column for: Title.", page.Find(".note-warn").TextContent, StringComparison.Ordinal);

        await ActAsync(page, () => page.Find("select[aria-label='Column of Title']"), found => found.ChangeAsync(new() { Value = "Headword" }));

        await CheckedAsync(page, "button[data-save]:not([disabled])");
        Assert.Equal(["0 rows can’t be imported", "1 row is new"], Counts(page));
    }

    [Fact]
    public async Task Import_EvidenceWhereASecondPersonIsAskedFor_BecomesAnOutcomeOfTalks()
    {
        var store = await WithEditorAsync(Record with { Negotiation = Record.Negotiation with { RequiresApproval = true } });
        var page = Open<ImportPage>();
        await BringAsync(
            page, "events.csv",
            $"Date;Issue;Level;Basis;Why;Source;Place\n2026-04-18;{Record.Issues[0].Title};narrowing;On record;Said so.;report;P1\n");

        await PressAsync(page, "Turn them into an outcome of talks");

        await using var context = store.NewContext();
        var outcome = Assert.Single(context.Outcomes);
        Assert.EndsWith($"/edit/outcome/{outcome.Id}", Place, StringComparison.Ordinal);
        Assert.Equal(Level.Narrowing, Assert.Single(OutcomeForm.Read(outcome.Form).StatusEvents).Level);
        Assert.Equal(Record.StatusEvents.Count, (await BoardAsync(store)).Record.StatusEvents.Count);
    }

    private static IEnumerable<string> Counts(IRenderedComponent<IComponent> page) =>
        page.FindAll(".import-counts li").Select(count => count.TextContent.Trim());

    private static async Task BringAsync(IRenderedComponent<ImportPage> page, string name, string text, string waitFor = ".import-counts")
    {
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, name));
        await CheckedAsync(page, waitFor);
    }

    private static async Task CheckedAsync(IRenderedComponent<IComponent> page, string selector) => await page.WaitForElementAsync(selector);
}
