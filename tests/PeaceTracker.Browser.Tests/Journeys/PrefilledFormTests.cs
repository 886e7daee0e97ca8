using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>Two addresses of one form, each of which gives something else.</summary>
public sealed class PrefilledFormTests(Reader reader) : BrowserTest(reader)
{
    private const string Chosen = "[...document.querySelectorAll('#field-issues input:checked, .keys-boxes input:checked')]"
        + ".map(box => box.parentElement.textContent.trim()).join()";

    // The browser asks the server for no other page: the form has to see for itself that it is another one.
    [Fact]
    public async Task BackAndForward_BetweenTwoGivenAddresses_EachHasItsOwn()
    {
        var page = await OpenAsync("/");
        await SignInAsync(page, Reader.Board, AccountRole.Editor);
        await GoAsync(page, Of("edit/claims/new?issue=territory"));
        await TypeAsync(page, "of territory");
        await page.EvaluateAsync("address => Blazor.navigateTo(address)", Of("edit/claims/new?issue=sovereignty"));
        await Assertions.Expect(page.Locator("#field-occasion")).ToHaveValueAsync("");
        Assert.Equal("Sovereignty", await page.EvaluateAsync<string>(Chosen));
        await TypeAsync(page, "of sovereignty");

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#field-occasion")).ToHaveValueAsync("of territory");
        Assert.Equal("Territory", await page.EvaluateAsync<string>(Chosen));
        await page.GoForwardAsync();
        await Assertions.Expect(page.Locator("#field-occasion")).ToHaveValueAsync("of sovereignty");
        Assert.Equal("Sovereignty", await page.EvaluateAsync<string>(Chosen));
    }

    private static async Task TypeAsync(IPage page, string text)
    {
        await page.Locator("#field-occasion").FillAsync(text);
        await page.Locator("#field-occasion").BlurAsync();
        await page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(name => name.startsWith('typed:'))");
    }
}
