using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Testing;

[assembly: AssemblyFixture(typeof(Reader))]

namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>One browser and the programs that it looks at, for all tests.</summary>
public sealed class Reader : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // The program under test is the only thing that may speak to the network.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;
    private TrackerProgram? board;
    private TrackerProgram? both;

    /// <summary>The browser. Where there is none the test is left out and says so; in CI it fails.</summary>
    public IBrowser Browser
    {
        get
        {
            const string Why = "Browser suite left out: no Chromium on this machine (bash tests/run.sh installs one; CHROMIUM names another).";
            if (browser is null && Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(Why);
            }

            Assert.SkipWhen(browser is null, Why);
            return browser;
        }
    }

    /// <summary>The program with the article's negotiation alone, as on its first start.</summary>
    public TrackerProgram Board => board!;

    /// <summary>The program with the fictional negotiation added.</summary>
    public TrackerProgram Both => both!;

    public async ValueTask InitializeAsync()
    {
        if (FindChromium() is not { } chromium)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)BrowserTest.Limit.TotalMilliseconds);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Headless = true, Args = Arguments });
        board = await TrackerProgram.StartAsync();
        both = await TrackerProgram.StartAsync("--seed", SeedFile.Example);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        foreach (var program in new[] { board, both })
        {
            if (program is not null)
            {
                await program.DisposeAsync();
            }
        }
    }

    private static string? FindChromium()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string?[] candidates =
        [
            Environment.GetEnvironmentVariable("CHROMIUM"),
            .. from name in Names from folder in folders.Append("/usr/bin") select Path.Combine(folder, name),
        ];
        return candidates.FirstOrDefault(File.Exists);
    }
}
