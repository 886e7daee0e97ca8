using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Browser.Tests.Workbench;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>Runs when no other test does, since it looks at the memory of the whole process.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;

/// <summary>What an editor's open form takes from the server.</summary>
[Collection("Alone")]
public class FormMemoryTests(Reader reader, WorkbenchHost host) : BrowserTest(reader), IClassFixture<WorkbenchHost>
{
    private const int Bar = 1600;

    // What closing the windows gives back: what earlier tests left here is then gone already. What the browser's driver keeps for each
    // window is in the figure, too.
    [Fact]
    public async Task Memory_OfAnOpenForm_StaysUnderTheBar()
    {
        const int Windows = 12;
        var circuits = host.Services.GetRequiredService<OpenCircuits>();
        var page = await OpenAsync(WorkbenchHost.Page, host.As("Editor"));
        List<IPage> windows = [];
        for (var i = 0; i < Windows; i++)
        {
            windows.Add(await page.Context.NewPageAsync());
            await GoAsync(windows[i], WorkbenchHost.Page);
            await Assertions.Expect(windows[i].GetByLabel("Title")).ToBeVisibleAsync();
        }

        var open = Settled();
        foreach (var window in windows)
        {
            await window.CloseAsync(new() { RunBeforeUnload = false });
        }

        windows.Clear();
        await page.EvaluateAsync("new Promise(requestAnimationFrame)");
        await UntilAsync(page, () => circuits.Count <= 1);
        Assert.Equal(1, circuits.Count);
        var each = (open - Settled()) / Windows / 1024.0;

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:0} KB an open form"));
        Assert.True(each < Bar, string.Create(CultureInfo.InvariantCulture, $"{each:0} KB an open form; the bar is {Bar}"));
    }

    // Collects until there is nothing more to collect.
    private static long Settled()
    {
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        for (var round = 0; round < 20; round++)
        {
            GC.WaitForPendingFinalizers();
            var next = GC.GetTotalMemory(forceFullCollection: true);
            if (Math.Abs(memory - next) < 100_000)
            {
                return next;
            }

            memory = next;
        }

        return memory;
    }
}
