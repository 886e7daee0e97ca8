using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>Every form there is, by the keyboard alone.</summary>
public sealed class FormsByKeyboardTests(Reader reader) : BrowserTest(reader)
{
    // What can be reached in the form, in the order of the page; of radio buttons of one name the one that Tab comes to.
    private const string Watch =
        """
        () => {
            const tells = e => `${e.localName} ${e.id} ${e.name ?? ''} ${(e.textContent ?? '').trim().slice(0, 30)}`;
            const radios = new Set();
            const reached = [...document.querySelectorAll('main :is(input, select, textarea, button, a[href], summary, [tabindex="0"])')]
                .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }) && !e.closest('.trail, .skip-link'))
                .filter(e => e.type !== 'radio' || (!radios.has(e.name) && radios.add(e.name)));
            window.fields = [...document.querySelectorAll('[data-typed] :is(input, select, textarea)')];
            window.held = () => JSON.stringify(window.fields.map(f => f.type === 'checkbox' || f.type === 'radio' ? f.checked : f.value));
            window.before = window.held();
            window.visited = [];
            window.unseen = [];
            document.addEventListener('focusin', event => {
                const e = event.target;
                const name = e.type === 'radio' ? e.name : reached.indexOf(e);
                window.visited.push(name);
                const looks = [e, e.closest('label'), e.parentElement].filter(x => x).map(x => getComputedStyle(x));
                const seen = looks.some(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none');
                if (!seen) window.unseen.push(tells(e));
            });
            window.expected = reached.map((e, i) => e.type === 'radio' ? e.name : i);
            window.told = reached.map(tells);
            document.querySelector('h1').focus();
            window.visited.length = window.unseen.length = 0;
            return reached.length;
        }
        """;

    // What Tab did not come to, or not in the order of the page.
    private const string Missed =
        """
        () => {
            const order = window.visited.filter(v => v !== -1);
            const missed = window.expected.map((v, i) => [v, window.told[i]]).filter(([v]) => !order.includes(v))
                .map(([, told]) => 'not reached: ' + told);
            const places = window.expected.map(v => order.indexOf(v)).filter(place => place >= 0);
            const turned = places.findIndex((place, i) => i > 0 && place < places[i - 1]);
            return [...missed, ...(turned < 0 ? [] : ['out of order: ' + window.told[turned]]),
                ...window.unseen.map(told => 'focus not visible: ' + told),
                ...(window.held() === window.before ? [] : ['something was chosen by Tab'])];
        }
        """;

    [Fact]
    public async Task EveryForm_ByKeyboardAlone_IsReachedFieldByFieldChoosesNothingAndSaves()
    {
        await using var program = new LiveProgram();
        var page = await OpenAtAsync(program.Address, "/", new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var manager = await SignInAsync(page, program.Address, program.Folder, AccountRole.Manager);
        await AddRowsAsync(program, manager.Id);
        List<string> faults = [];
        foreach (var route in FormRoutes.All.Except(FormRoutes.WithoutFields))
        {
            await GoAsync(page, FormRoutes.Address(route));
            await Assertions.Expect(page.Locator("[data-typed] :is(input, select, textarea)").First).ToBeAttachedAsync();
            var stops = await page.EvaluateAsync<int>(Watch);
            for (var i = 0; i < stops; i++)
            {
                await page.Keyboard.PressAsync("Tab");
            }

            faults.AddRange((await page.EvaluateAsync<string[]>(Missed)).Select(fault => $"{route}: {fault}"));
            var here = page.Url;
            await SaveAsync(page, route, faults);
            if (page.Url == here)
            {
                await ChooseAsync(page, route, faults);
            }
        }

        Assert.Equal("", string.Join("\n", faults));
        await page.GotoAsync("about:blank"); // before the program ends
    }

    // A list that is searched: the arrows move in it, Enter chooses.
    private static async Task ChooseAsync(IPage page, string route, List<string> faults)
    {
        var search = page.Locator("[data-typed] input[role=combobox]:enabled:visible").First;
        if (await page.Locator("[data-typed] input[role=combobox]:enabled:visible").CountAsync() == 0)
        {
            return;
        }

        var before = await search.InputValueAsync();
        var id = await search.GetAttributeAsync("id");
        await search.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator($"#{id}")).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#{id}")).ToHaveAttributeAsync("aria-expanded", "false");
        // A field that adds to a list is empty again, and the list has one more.
        if (await page.Locator($"#{id}").InputValueAsync() == before && await page.Locator(".keys-chosen li").CountAsync() == 0)
        {
            faults.Add($"{route}: nothing chosen by Enter in {id}");
        }
    }

    // Nearly all of them are refused, being half empty: that the keys press the button is what is asked. An outcome is sent by Ctrl+Enter alone.
    private static async Task SaveAsync(IPage page, string route, List<string> faults)
    {
        if (await page.Locator("[data-save]").CountAsync() == 0)
        {
            return;
        }

        var key = await page.Locator("[data-save]").Last.GetAttributeAsync("data-save") == "publish" ? "Control+Enter" : "Control+s";
        var here = page.Url;
        await page.Keyboard.PressAsync(key);
        try
        {
            await page.WaitForFunctionAsync(
                "here => location.href !== here || document.activeElement?.matches('.save-errors, .note-warn[role=alert]')", here);
        }
        catch (TimeoutException)
        {
            faults.Add($"{route}: {key} does nothing");
        }
    }

    private static async Task AddRowsAsync(LiveProgram program, string account)
    {
        var board = (await program.Services.GetRequiredService<BoardReader>().FindAsync(SeedFile.Example, TestContext.Current.CancellationToken))!;
        BoardCommand[] commands =
        [
            .. FormRoutes.Added(board.Record.Sources[0], RecordBuilder.At(1))
                .Select(source => new AddRow<Source>(SeedFile.Example, source with { Retracted = null })),
            new RetractRow<Source>(SeedFile.Example, FormRoutes.Retracted, "Entered twice."),
        ];
        foreach (var command in commands)
        {
            Assert.IsType<SaveResult.Saved>(await program.Services.GetRequiredService<BoardEditor>().RunAsync(
                command, account, TestContext.Current.CancellationToken));
        }
    }
}
