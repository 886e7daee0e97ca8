using System.Reflection;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Web.Tests.Editing;
using PeaceTracker.Web.Tests.Pages;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What must hold on each kind of page for every reader, whatever they read it with.</summary>
public class EveryPageTests(Reader reader) : BrowserTest(reader)
{
    private const int Phone = 390;
    private const int Wide = 1280;

    // Pages that only a code from elsewhere opens, and those that the pipeline shows in place of another.
    private static readonly string[] Elsewhere =
    [
        "/account/invitation/{Code}", "/account/passkeys/{Id}", "/account/unsubscribe/{Token}", "/error", "/not-found", "/status/{Code:int}",
    ];

    public static TheoryData<string> All => Pages.All;

    // A page added later is read here, filled in as a form, or opened by somebody who is signed in; or it is named above.
    [Fact]
    public void Routes_EveryPage_IsVisited()
    {
        var routes = typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
            .Select(route => route.Template).ToHashSet();

        Assert.Empty(routes.Except([.. ReadingRoutes.Templates, .. FormRoutes.All, .. Pages.SignedIn, .. Elsewhere]));
        Assert.Empty(Pages.SignedIn.Concat(Elsewhere).Except(routes));
    }

    // The pages of an account and of administration fit every screen, too.
    [Fact]
    public async Task SignedInPages_EveryWidthAndDoubledText_Fit()
    {
        await using var program = new LiveProgram();
        var page = await OpenAtAsync(program.Address, "/");
        await SignInAsync(page, program.Address, program.Folder, AccountRole.Administrator);
        Expect("the server responded with a status of 4"); // of a page that only tells why one may not go on
        var wider = new List<string>();
        foreach (var address in Pages.SignedIn)
        {
            await page.GotoAsync(address);
            if (await Screen.WiderAsync(page) is { Length: > 0 } found)
            {
                wider.Add($"{address}: {found}");
            }
        }

        Assert.Empty(wider);
    }

    // One visit for all of it. The article's pages are of the same kinds as the example's, which has more of everything: on the wide
    // screen the rules that look at no colours are run on the example's alone, on the telephone on both.
    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_NarrowWideRightToLeftLightAndDark_FitsAndIsAccessible(string address)
    {
        var page = await OpenAsync(address, new() { ViewportSize = new() { Width = Screen.Narrowest, Height = 800 } }, Reader.Both);

        Assert.Equal("", await Screen.WiderAsync(page));
        await page.EvaluateAsync("document.documentElement.dir = 'rtl'");
        Assert.Equal("", await Screen.SticksOutAsync(page)); // the widest and, after the next line, the narrowest
        await page.SetViewportSizeAsync(Screen.Narrowest, 900);
        Assert.Equal("", await Screen.SticksOutAsync(page));

        await page.EvaluateAsync("document.documentElement.removeAttribute('dir')");
        await page.SetViewportSizeAsync(Wide, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await (address.StartsWith(Of(""), StringComparison.Ordinal)
            ? Accessibility.AssertColoursAsync(page, "light")
            : Accessibility.AssertDocumentAsync(page, "light"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Accessibility.AssertColoursAsync(page, "dark");
        await page.SetViewportSizeAsync(Phone, 900);
        await Accessibility.AssertDocumentAsync(page, "dark, on a telephone");
    }
}
