using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>A session that is over while a form is open.</summary>
public class SessionEndTests(Reader reader) : BrowserTest(reader)
{
    [Theory]
    [InlineData(0, 8)] // nothing asked for since
    [InlineData(3, 6)] // something asked for every six hours, but a day is over
    public async Task Form_SessionOverWhileTyping_RefusesTheSaveAndKeepsTheText(int timesSix, int then)
    {
        var clock = new MovableClock();
        await using var program = LiveProgram.On(clock);
        var page = await OpenAtAsync(program.Address, "/account/sign-in");
        await SignInAsync(page, program.Address, program.Folder, AccountRole.Editor);
        var source = SeedFile.Load(SeedFile.RussiaUkraine).Keys<Source>()[0];
        for (var i = 0; i < timesSix; i++)
        {
            clock.Advance(TimeSpan.FromHours(6));
            await GoAsync(page, program.Address + Of("issues"));
        }

        await GoAsync(page, program.Address + Of($"edit/sources/{source}"));
        var headline = page.Locator("#field-headline");
        await headline.FillAsync("Typed in time");
        clock.Advance(TimeSpan.FromHours(then) - TimeSpan.FromMinutes(5));
        await page.Locator("#field-byline").FillAsync("The form is alive still");
        await Assertions.Expect(page.GetByText("You have been signed out.")).ToHaveCountAsync(0);

        clock.Advance(TimeSpan.FromMinutes(5));

        await Assertions.Expect(page.GetByText("You have been signed out.")).ToBeVisibleAsync();
        await page.Locator("[data-save]").ClickAsync();
        await Assertions.Expect(page.Locator(".save-errors")).ToContainTextAsync("You are no longer signed in.");
        await Assertions.Expect(headline).ToHaveValueAsync("Typed in time");
        var board = await program.Services.GetRequiredService<BoardReader>().FindAsync(SeedFile.RussiaUkraine, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(board!.Record.Sources, row => row.Headline == "Typed in time");
        await page.CloseAsync();
    }

    // On a machine that others use, too: whoever signs out has signed out of every tab.
    [Fact]
    public async Task SignOut_InOneTab_EndsTheFormInAnother()
    {
        await using var program = LiveProgram.On(new MovableClock());
        var form = await OpenAtAsync(program.Address, "/account/sign-in");
        await SignInAsync(form, program.Address, program.Folder, AccountRole.Editor);
        await GoAsync(form, program.Address + Of($"edit/sources/{SeedFile.Load(SeedFile.RussiaUkraine).Keys<Source>()[0]}"));
        await form.Locator("#field-headline").FillAsync("Typed before");
        var other = await form.Context.NewPageAsync();
        await GoAsync(other, program.Address + Of(""));

        await SignOutAsync(other);

        await Assertions.Expect(form.GetByText("You have been signed out.")).ToBeVisibleAsync();
        await Assertions.Expect(form.Locator("#field-headline")).ToHaveValueAsync("Typed before");
        await form.CloseAsync();
        await other.CloseAsync();
    }
}
