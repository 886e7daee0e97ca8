using System.Globalization;
using Microsoft.Playwright;
using PeaceTracker.Testing;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>Forms of editors that stand open, each with a circuit of its own. They need a browser.</summary>
internal static class OpenForms
{
    private const int Forms = 20;
    private const int Steps = 5;
    private static readonly string[] Browsers = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>What the program holds in memory for each form as it was opened, and with five steps begun in it.</summary>
    public static async Task<string> HeldAsync(Bench b)
    {
        if (FindChromium() is not { } chromium)
        {
            return "no Chromium here";
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = chromium, Headless = true, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var address = $"http://127.0.0.1:{b.Program.Port}";
        var cookies = (await b.SignInAsync(b.Store.Editor))["Cookie: ".Length..].Trim().Split("; ")
            .Select(cookie => cookie.Split('=', 2)).Select(pair => new Cookie { Name = pair[0], Value = pair[1], Url = address }).ToList();
        // What is made once for all is no form's.
        var first = await OpenAsync(browser, address, cookies);
        await BeginAsync(first);
        await first.GotoAsync("about:blank"); // which tells the server that it has gone
        await first.Context.CloseAsync();
        var empty = await b.HeldAsync();
        var pages = new List<IPage>();
        while (pages.Count < Forms)
        {
            pages.Add(await OpenAsync(browser, address, cookies));
        }

        var opened = (await b.HeldAsync() - empty) / Forms;
        foreach (var page in pages)
        {
            await BeginAsync(page);
        }

        var begun = (await b.HeldAsync() - empty) / Forms;
        return string.Create(CultureInfo.InvariantCulture, $"{opened:0} KB; with {Steps} steps begun {begun:0} KB ({Forms} forms)");
    }

    // Each in a context of its own: a browser opens six lines to a server for all pages of one, and streams of events take some.
    private static async Task<IPage> OpenAsync(IBrowser browser, string address, IEnumerable<Cookie> cookies)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = address });
        context.SetDefaultTimeout(30_000);
        await context.AddCookiesAsync(cookies);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/negotiations/{BigRecord.Slug}/edit/outcome/new");
        // A new outcome has no fields yet: it is of no round, and nothing has moved.
        await page.Locator(".outcome-form").WaitForAsync();
        return page;
    }

    private static async Task BeginAsync(IPage page)
    {
        for (var step = 0; step < Steps; step++)
        {
            await page.Locator("[data-key='i']").ClickAsync();
            await page.Locator($"#field-statusEvents-{step}--rationale").WaitForAsync();
        }
    }

    private static string? FindChromium() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Browsers.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
