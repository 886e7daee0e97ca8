using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The header of whoever is signed in: one line at a desk, two on a telephone, the rest in a list under the name.</summary>
public class HeaderTests(Reader reader) : BrowserTest(reader)
{
    private const string LongName = "Dr Wilhelmina Featherstonehaugh-Cholmondeley";

    // The height of the line is that of its highest part: what stood in a second line would begin below the first.
    private const string Lines = """
        () => {
            const boxes = [...document.querySelectorAll('.site-bar > *')].map(part => part.getBoundingClientRect()).filter(box => box.width > 0);
            const lines = [];
            for (const box of boxes.sort((a, b) => a.top - b.top)) {
                if (lines.length === 0 || box.top >= lines.at(-1)) lines.push(box.bottom);
                else lines[lines.length - 1] = Math.max(lines.at(-1), box.bottom);
            }
            return lines.length;
        }
        """;

    [Theory]
    [InlineData(AccountRole.Viewer)]
    [InlineData(AccountRole.Editor)]
    [InlineData(AccountRole.Administrator)]
    public async Task Header_SignedInUnderALongName_IsOneLineAtADeskAndTwoOnATelephone(AccountRole role)
    {
        var page = await OpenAsync("/");
        await SignInAsync(page, Reader.Board, role, LongName);

        foreach (var address in new[] { Of(""), Of("issues"), "/" })
        {
            await GoAsync(page, address);
            foreach (var (width, most) in new[] { (1280, 1), (1024, 1), (390, 2) })
            {
                await page.SetViewportSizeAsync(width, 800);
                Assert.InRange(await page.EvaluateAsync<int>(Lines), 1, most);
                Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            }
        }
    }

    // The list opens by the keys and without a script, is on the screen, and Escape closes it.
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    public async Task Name_Pressed_OpensTheListOfWhatIsOnesOwn(bool scripts, int width)
    {
        var page = await OpenAsync("/", new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = 800 } });
        await SignInAsync(page, Reader.Board, AccountRole.Administrator, LongName);
        var list = page.Locator(".account-list");
        await Assertions.Expect(list).ToBeHiddenAsync();

        await page.Locator(".account-name").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(list).ToBeVisibleAsync();
        Assert.Equal(["Your account", "Administration"], await list.GetByRole(AriaRole.Link).AllInnerTextsAsync());
        var box = (await list.BoundingBoxAsync())!;
        Assert.True(box.X >= 0 && box.X + box.Width <= width && box.Y >= 0, "It runs out of the window.");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).ToBeHiddenAsync();
        await SignOutAsync(page);
    }
}
