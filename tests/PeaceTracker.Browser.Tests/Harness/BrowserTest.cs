using System.Diagnostics;
using System.Text.RegularExpressions;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>A test in a browser window of its own. What the browser complains about (scripts, files, policy) fails it.</summary>
public abstract class BrowserTest(Reader reader) : IAsyncLifetime
{
    /// <summary>How long a condition may take to come about: not a wait, and far more than even a busy machine needs.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly List<string> complaints = [];
    private readonly List<IBrowserContext> contexts = [];
    private readonly List<string> expected = [];

    /// <summary>The programs and the browser.</summary>
    protected Reader Reader { get; } = reader;

    public ValueTask InitializeAsync()
    {
        // Asked for here, so that a test without a browser is left out before it does anything.
        _ = Reader.Browser;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }

        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(Reader.Board.Log + Reader.Both.Log);
        }

        complaints.RemoveAll(complaint => expected.Exists(part => complaint.Contains(part, StringComparison.Ordinal)));
        Assert.Empty(complaints);
    }

    /// <summary>An address under the article's negotiation.</summary>
    protected static string Of(string page) => $"/negotiations/{SeedFile.RussiaUkraine}{(page.Length == 0 ? "" : "/")}{page}";

    /// <summary>What the browser has to complain about in this test, as when the server is away.</summary>
    protected void Expect(params IEnumerable<string> parts) => expected.AddRange(parts);

    /// <summary>A window that looks at <paramref name="program"/> (the article's negotiation where null).</summary>
    protected Task<IPage> OpenAsync(string address, BrowserNewContextOptions? options = null, TrackerProgram? program = null) =>
        OpenAtAsync((program ?? Reader.Board).Address, address, options);

    /// <summary>A window that looks at the server of that address.</summary>
    protected async Task<IPage> OpenAtAsync(string server, string address, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL ??= server;
        var context = await Reader.Browser.NewContextAsync(options);
        contexts.Add(context);
        context.SetDefaultTimeout((float)Limit.TotalMilliseconds);
        if (options.JavaScriptEnabled != false)
        {
            await context.AddInitScriptAsync(
                "document.addEventListener('securitypolicyviolation', e => console.error('Policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        }

        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add($"{message.Page?.Url}: {message.Text}");
            }
        };
        context.WebError += (_, error) => complaints.Add(error.Error);
        var page = await context.NewPageAsync();
        await GoAsync(page, address);
        return page;
    }

    /// <summary>Makes somebody of that role in the program that a window looks at, and signs them in through its form.</summary>
    protected static Task<TestPerson> SignInAsync(IPage page, TrackerProgram program, AccountRole role, string? name = null) =>
        SignInAsync(page, program.Address, program.Folder, role, name);

    /// <summary>The same for a program at an address, with a data folder.</summary>
    protected static async Task<TestPerson> SignInAsync(IPage page, string address, string folder, AccountRole role, string? name = null)
    {
        var person = await TestPeople.AddAsync(folder, role, name, TestContext.Current.CancellationToken);
        await GoAsync(page, address + "/account/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(person.Email);
        await page.GetByLabel("Password").FillAsync(TestPerson.Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".account-menu")).ToContainTextAsync(person.Name);
        return person;
    }

    /// <summary>Opens the list under the name of who is signed in: the account, administration, signing out.</summary>
    protected static Task OpenAccountListAsync(IPage page) => page.Locator(".account-name").ClickAsync();

    /// <summary>Signs out by the button in that list.</summary>
    protected static async Task SignOutAsync(IPage page)
    {
        await OpenAccountListAsync(page);
        await page.Locator(".account-list").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.Locator(".account-menu")).ToContainTextAsync("Sign in");
    }

    /// <summary>Asks again with each frame that a window draws, until the condition holds.</summary>
    protected static async Task UntilAsync(IPage page, Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(waited.Elapsed < Limit, $"The condition did not hold within {Limit.TotalSeconds} s.");
            await page.EvaluateAsync("new Promise(requestAnimationFrame)");
        }
    }

    /// <summary>
    /// Waits until a window is at an address, in which ** stands for anything and * for a part between slashes, and its page is whole. The address is
    /// asked for again and again: who waits for a navigation instead misses one that comes while the wait begins.
    /// </summary>
    protected static async Task ArriveAsync(IPage page, string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{pattern}$"));
        await WholeAsync(page);
    }

    /// <summary>Waits until the page is whole, also by asking: a wait for its event can miss it as well.</summary>
    protected static Task WholeAsync(IPage page) =>
        Assertions.Expect(page.Locator("html")).ToHaveJSPropertyAsync("ownerDocument.readyState", "complete");

    /// <summary>Goes to an address and sees to it that it answers with 200.</summary>
    protected static async Task GoAsync(IPage page, string address)
    {
        var answer = await page.GotoAsync(address);
        Assert.True(answer?.Ok, $"{address} answered {answer?.Status}");
    }
}
