using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Browser.Tests.Workbench;
using PeaceTracker.Testing;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>Pages that are alive: how one comes to them and leaves them, and what happens when the line or the right is lost.</summary>
public class LivePageTests(Reader reader, WorkbenchHost host) : BrowserTest(reader), IClassFixture<WorkbenchHost>
{
    private const string Mark = "window.sameDocument = true";
    private const string SameDocument = "window.sameDocument === true";

    [Fact]
    public async Task Navigation_FromADocumentAndBack_StaysInOneDocumentAndIsAlive()
    {
        var page = await OpenAsync(Of(""), host.As("Editor"));
        await page.EvaluateAsync(Mark);

        await page.EvaluateAsync($"Pages.go('{Of("edit")}')");
        await Assertions.Expect(page.Locator(".edit-kinds")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>(SameDocument));
        Assert.True(await page.EvaluateAsync<bool>("!!window.mudPopover"));
        await Assertions.Expect(page).ToHaveTitleAsync("Edit the board · Russia–Ukraine · PeaceTracker");

        await page.Locator(".trail a").ClickAsync();
        await Assertions.Expect(page.Locator("#claimed-share")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>(SameDocument));
        Assert.Equal(0, await page.Locator("link[href*=editing]").CountAsync());

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".edit-kinds")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Left_ToADocument_ItsCircuitEnds()
    {
        // A program of its own: a window of a test before this one may keep its circuit for minutes.
        await using var own = new WorkbenchHost();
        var circuits = own.Services.GetRequiredService<OpenCircuits>();
        var page = await OpenAsync(Of("edit"), own.As("Editor"));
        await Assertions.Expect(page.Locator(".edit-kinds")).ToBeVisibleAsync();
        await UntilAsync(page, () => circuits.Count > 0);

        await page.GotoAsync(Of("method"));

        await UntilAsync(page, () => circuits.Count == 0);
        await page.CloseAsync(); // before the program ends, which the page would ask again
    }

    [Fact]
    public async Task SignOff_WhileTyping_KeepsTheTextAndSaysSo()
    {
        var page = await OpenAsync(WorkbenchHost.Page, host.As("Editor"));
        await page.GetByLabel("Title").FillAsync("Typed before");

        // Of the window of a test before this one there may be one more, for a moment.
        Assert.NotEqual(0, host.Services.GetRequiredService<OpenCircuits>().SignOff(WorkbenchHost.AccountId));

        await Assertions.Expect(page.GetByText("You have been signed out.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Title")).ToHaveValueAsync("Typed before");
    }

    // As behind a proxy that does not pass on the host: the browser's origin is not the server's own.
    [Fact]
    public async Task Open_LineIsRefused_SaysSoInsteadOfWaiting()
    {
        Expect("403", "Failed to complete negotiation", "Failed to start the connection", "Error: ");
        var page = await OpenAsync(Of(""), host.As("Editor"));
        await page.RouteAsync("**/_blazor/negotiate*", route => route.FulfillAsync(new() { Status = 403 }));

        await GoAsync(page, WorkbenchHost.Page);

        await Assertions.Expect(page.Locator(".opening")).ToContainTextAsync("The connection was refused");
    }

    [Fact]
    public async Task Fault_InAField_IsSaidInWordsAndLeadsOn()
    {
        Expect("A fault of the workbench", "unhandled exception");
        var page = await OpenAsync(WorkbenchHost.Page, host.As("Editor"));

        await page.Locator("#fault").ClickAsync();

        await Assertions.Expect(page.GetByText("Something went wrong on our side.").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Reload the page" }).First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("Title")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Restart_OfTheServer_LoadsThePageAnew()
    {
        Expect("ERR_CONNECTION_REFUSED", "WebSocket", "Connection disconnected", "Failed to", "connection");
        var first = new WorkbenchHost();
        try
        {
            var page = await OpenAsync(WorkbenchHost.Page, first.As("Editor"));
            await Assertions.Expect(page.GetByLabel("Title")).ToBeVisibleAsync();
            await page.EvaluateAsync(Mark);
            var port = new Uri(first.Address).Port;
            await first.DisposeAsync();
            await Assertions.Expect(page.GetByText("The connection to the server is lost.")).ToBeVisibleAsync();

            var loaded = new TaskCompletionSource();
            page.Load += (_, _) => loaded.TrySetResult();
            await using var second = WorkbenchHost.OnPort(port);

            await loaded.Task.WaitAsync(TestStore.ProcessLimit, TestContext.Current.CancellationToken);
            await Assertions.Expect(page.GetByLabel("Title")).ToBeVisibleAsync();
            Assert.False(await page.EvaluateAsync<bool>(SameDocument));
        }
        finally
        {
            await first.DisposeAsync();
        }
    }
}
