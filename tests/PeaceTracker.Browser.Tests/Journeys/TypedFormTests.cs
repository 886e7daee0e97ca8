using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Rows;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What is typed and not saved, whatever happens to the page, the line, the session and the program.</summary>
public class TypedFormTests(Reader reader) : BrowserTest(reader)
{
    private const string Fields =
        "[data-typed] :is(textarea, input[type=text], input[type=email]):enabled:not(.date-text, .number-text, [role=combobox], .key-search *)";

    private static readonly SeedFile File = SeedFile.Load(SeedFile.RussiaUkraine);

    private static string FirstSource => File.Keys<Source>()[0];

    // Each form is left right after the last letter; under the last one the program is killed.
    [Fact]
    public async Task Killed_WithEachFormTyped_AllOfItIsThereAgain()
    {
        Expect("ERR_", "WebSocket", "Connection disconnected", "Failed to", "connection", "503");
        await using var first = await TrackerProgram.StartAsync();
        var page = await OpenAsync("/account/sign-in", program: first);
        await SignInAsync(page, first, AccountRole.Administrator);
        var typed = new List<(string Address, string Field, string Text)>();
        foreach (var address in Addresses())
        {
            await GoAsync(page, address);
            await Assertions.Expect(page.Locator("[data-typed]").First).ToBeVisibleAsync();
            if (await page.Locator(Fields).CountAsync() == 0)
            {
                continue; // the form of a pair has lists alone
            }

            var text = $"typed{typed.Count}@example.org";
            await page.Locator(Fields).First.FillAsync(text);
            typed.Add((address, (await page.Locator(Fields).First.GetAttributeAsync("id"))!, text));
        }

        Assert.True(typed.Count >= 25, $"{typed.Count} forms");
        var loaded = new TaskCompletionSource();
        page.Load += (_, _) => loaded.TrySetResult();

        await using var second = await first.RestartAsync();

        await loaded.Task.WaitAsync(TestStore.ProcessLimit, TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator("#" + typed[^1].Field)).ToHaveValueAsync(typed[^1].Text);
        foreach (var (address, field, text) in typed)
        {
            await GoAsync(page, address);
            await Assertions.Expect(page.Locator("#" + field)).ToHaveValueAsync(text);
        }
    }

    [Fact]
    public async Task Left_ByThemeBackAndClosedTab_IsThereAgain()
    {
        Expect("WebSocket closed"); // the theme and Back leave the page, and its line with it
        await using var program = new LiveProgram();
        var page = await OpenAtAsync(program.Address, "/account/sign-in");
        await SignInAsync(page, program.Address, program.Folder, AccountRole.Editor);
        await GoAsync(page, program.Address + Of("issues"));
        await GoAsync(page, program.Address + Of("edit/sources/new"));
        var headline = page.Locator("#field-headline");

        await headline.PressSequentiallyAsync("One");
        await page.Locator(".theme-switch a:visible").ClickAsync();
        await Assertions.Expect(headline).ToHaveValueAsync("One");
        await Assertions.Expect(page.Locator(".typed-back")).ToContainTextAsync("is back.");

        await headline.PressSequentiallyAsync(" two");
        await page.GoBackAsync();
        await page.GoForwardAsync();
        await Assertions.Expect(headline).ToHaveValueAsync("One two");

        // A day that can't be read is in the field alone.
        await page.Locator("#field-publishedOn").FillAsync("the third of May");
        await page.Locator("#field-publishedOn").BlurAsync();
        await headline.PressSequentiallyAsync(" three");
        var other = await page.Context.NewPageAsync();
        await page.CloseAsync();
        await GoAsync(other, program.Address + Of("edit/sources/new"));
        await Assertions.Expect(other.Locator("#field-headline")).ToHaveValueAsync("One two three");
        await Assertions.Expect(other.Locator("#field-publishedOn")).ToHaveValueAsync("the third of May");

        await other.GetByRole(AriaRole.Button, new() { Name = "Start afresh" }).ClickAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Start afresh" }).ClickAsync();
        await Assertions.Expect(other.Locator(".typed-back")).ToHaveCountAsync(0);
        await Assertions.Expect(other.Locator("#field-headline")).ToHaveValueAsync("");
        await Assertions.Expect(other.Locator("#field-publishedOn")).ToHaveValueAsync("");
        await other.GotoAsync("about:blank");
    }

    // Under load the server can be slow to say that it watches over a form that is there already.
    [Fact]
    public async Task Closed_BeforeTheFormIsWatched_IsThereAgain()
    {
        await using var program = new LiveProgram();
        var page = await OpenAtAsync(program.Address, "/account/sign-in");
        await SignInAsync(page, program.Address, program.Folder, AccountRole.Editor);
        await page.AddInitScriptAsync(
            "Object.defineProperty(window, 'typed', { set(all) { this.held = { ...all, watch() { } }; }, get() { return this.held; } });");
        await GoAsync(page, program.Address + Of("edit/sources/new"));
        await page.Locator("#field-headline").FillAsync("Typed at once");
        Assert.True(await page.EvaluateAsync<bool>("Object.values(localStorage).some(kept => kept.includes('Typed at once'))"));
        var other = await page.Context.NewPageAsync();
        await page.CloseAsync();

        await GoAsync(other, program.Address + Of("edit/sources/new"));

        await Assertions.Expect(other.Locator("#field-headline")).ToHaveValueAsync("Typed at once");
        await other.GotoAsync("about:blank"); // before the program ends
    }

    // Once it comes back at once, and once so late that the form has tried to have kept what was typed meanwhile.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LineLost_WhileTyping_IsHeardWhenItIsThereAgain(bool late)
    {
        Expect("WebSocket", "Connection disconnected", "Failed to", "connection", "ERR_");
        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var program = new LiveProgram();
        var page = await OpenAtAsync(program.Address, "/account/sign-in");
        await SignInAsync(page, program.Address, program.Folder, AccountRole.Editor);
        await GoAsync(page, program.Address + Of($"edit/sources/{FirstSource}"));
        await page.Locator("#field-headline").FillAsync("Typed before");

        if (late)
        {
            await page.RouteAsync("**/_blazor/negotiate*", async route =>
            {
                await back.Task;
                await route.ContinueAsync();
            });
            await page.EvaluateAsync(
                "addEventListener('components-reconnect-state-changed', e => { window.isDown = e.detail.state === 'show' || window.isDown }, true)");
        }

        program.CutLines();
        if (late)
        {
            await page.WaitForFunctionAsync("() => window.isDown");
        }

        await page.Locator("#field-byline").FillAsync("Typed meanwhile");
        await page.Locator("#field-byline").BlurAsync();
        // Timers end in order: the one by which it is to be kept was set before, and for less.
        await page.EvaluateAsync("new Promise(done => setTimeout(done, 250))");
        back.SetResult();

        await UntilAsync(page, () => Kept().Contains("Typed meanwhile", StringComparison.Ordinal));
        Assert.Contains("Typed before", Kept(), StringComparison.Ordinal);

        string Kept()
        {
            using var context = program.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<Services.Data.TrackerContext>>()
                .CreateDbContext();
            return context.KeptForms.Select(form => form.Typed).FirstOrDefault() ?? "";
        }
    }

    [Fact]
    public async Task SessionOver_SigningInAgain_GoesOnWithAllThatWasTyped()
    {
        var clock = new MovableClock();
        await using var program = LiveProgram.On(clock);
        var page = await OpenAtAsync(program.Address, "/account/sign-in");
        var person = await SignInAsync(page, program.Address, program.Folder, AccountRole.Editor);
        await GoAsync(page, program.Address + Of($"edit/sources/{FirstSource}"));
        await page.Locator("#field-headline").FillAsync("Typed in time");
        clock.Advance(TimeSpan.FromHours(8));
        await Assertions.Expect(page.GetByText("You have been signed out.")).ToBeVisibleAsync();
        await page.Locator("#field-byline").FillAsync("Typed after");

        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in and continue" }).ClickAsync();
        await page.GetByLabel("E-mail address").FillAsync(person.Email);
        await page.GetByLabel("Password").FillAsync(TestPerson.Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("#field-headline")).ToHaveValueAsync("Typed in time");
        await Assertions.Expect(page.Locator("#field-byline")).ToHaveValueAsync("Typed after");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page).ToHaveURLAsync(program.Address + Of($"sources/{FirstSource}"));
        var board = await program.Services.GetRequiredService<BoardReader>().FindAsync(SeedFile.RussiaUkraine, TestContext.Current.CancellationToken);
        Assert.Equal("Typed after", board!.Record.Sources.Single(source => source.Key == FirstSource).Byline);
        await page.GotoAsync("about:blank"); // before the program ends
    }

    // All kinds of rows, new and there already, and what is asked once.
    private static IEnumerable<string> Addresses() =>
    [
        .. RowKinds.All.Where(kind => kind.AddName is not null).Select(kind => Of($"edit/{kind.Path}/new")),
        .. from kind in RowKinds.All
           where kind.AddName is not null
           let key = kind.Path == "agenda" ? "1" : File.Keys(kind.Section) is [var first, ..] ? first : null
           where key is not null
           select Of($"edit/{kind.Path}/{key}{(kind.Section.HoldsEntries ? "/correct" : "")}"),
        .. new[] { "parties", "issues", "levels" }.Select(several => Of($"edit/several/{several}")),
        Of($"edit/history/sources/{FirstSource}"), // comments
        Of("edit/negotiation"),
        Of("edit/headline-claim"),
        Of("edit/publication"),
        Of($"edit/retract/statusEvents/{File.Keys(RecordSections.Find("statusEvents")!)[0]}"),
        "/new-negotiation",
        "/admin/users",
    ];
}
