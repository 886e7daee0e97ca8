using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>A program of its own, and the ways of an editor through the form for outcomes.</summary>
public abstract class OutcomeJourney(Reader reader) : BrowserTest(reader), IAsyncDisposable
{
    private TestPerson? editor;

    /// <summary>The program that the windows look at.</summary>
    protected LiveProgram Live { get; } = new();

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Live.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static async Task PressAsync(IPage page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }
    }

    protected static async Task AddSourceAsync(IPage page)
    {
        await PressAsync(page, "Alt+s");
        await page.Locator("#field-sources-0--publisher").FillAsync("Both delegations");
        await page.Locator("#field-sources-0--headline").FillAsync("Joint statement after the talks");
        await page.Locator("#field-sources-0--dateAsPrinted").FillAsync("21 December 2025");
        await page.Locator("#field-sources-0--publishedOn").FillAsync("2025-12-21");
        await page.Locator("#field-sources-0--reliability").SelectOptionAsync("1");
    }

    protected static async Task AddStepAsync(IPage page, int index, string issue, string level, string? source = null, string? day = null)
    {
        await PressAsync(page, "Alt+i");
        var at = $"#field-statusEvents-{index}-";
        await page.Locator($"{at}-issue").SelectOptionAsync(issue);
        await page.Locator($"{at}-dyad").SelectOptionAsync("ukraine-russia");
        await page.Locator($"{at}-level input[value='{level}']").CheckAsync();
        await page.Locator($"{at}-basis").SelectOptionAsync(new SelectOptionValue { Label = "On record" });
        await page.Locator($"{at}-rationale").FillAsync("Both delegations said so.");
        if (day is not null)
        {
            await page.Locator($"{at}-occurredOn").FillAsync(day);
        }

        if (source is not null)
        {
            await page.Locator($"{at}-citations-0--source").SelectOptionAsync(source);
        }
        else
        {
            // The one that was just added is there already.
            await Assertions.Expect(page.Locator($"{at}-citations-0--source")).Not.ToHaveValueAsync("");
        }

        await page.Locator($"{at}-citations-0--locator").FillAsync("P2");
        await page.Locator($"{at}-citations-0--locator").BlurAsync();
    }

    protected static Task ExpectKeptAsync(IPage page) => Assertions.Expect(page.Locator(".kept-status")).ToContainTextAsync("Kept on");

    protected async Task UntilStoredAsync(IPage page, string text)
    {
        var desk = Live.Services.GetRequiredService<PeaceTracker.Services.Outcomes.OutcomeDesk>();
        var id = Guid.Parse(page.Url.Split('/')[^1]);
        string? stored = null;
        while (stored?.Contains(text, StringComparison.Ordinal) != true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await page.EvaluateAsync("new Promise(requestAnimationFrame)");
            stored = (await desk.FindAsync(SeedFile.RussiaUkraine, id, editor!.Id, TestContext.Current.CancellationToken))?.Form;
        }
    }

    protected async Task<IPage> BeginAsync()
    {
        (var page, editor) = await BeginAsAsync(AccountRole.Editor);
        return page;
    }

    protected async Task<(IPage Page, TestPerson Person)> BeginAsAsync(AccountRole role)
    {
        var (page, person) = await SignedInAsync(role);
        await GoAsync(page, Of("edit/outcome"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Record a new outcome" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome-form")).ToBeVisibleAsync();
        return (page, person);
    }

    protected async Task<(IPage Page, TestPerson Person)> SignedInAsync(AccountRole role)
    {
        var page = await OpenAtAsync(Live.Address, "/account/sign-in");
        return (page, await SignInAsync(page, role));
    }

    protected Task<TestPerson> SignInAsync(IPage page, AccountRole role) => SignInAsync(page, Live.Address, Live.Folder, role);

    protected async Task<Domain.Agreement.Board> BoardAsync() =>
        (await Live.Services.GetRequiredService<BoardReader>().FindAsync(SeedFile.RussiaUkraine, TestContext.Current.CancellationToken))!;
}
